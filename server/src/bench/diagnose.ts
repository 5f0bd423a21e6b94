import type { TrainedFacts } from '../core/diagnosis.ts';
import type { Message } from '../core/message.ts';
import type { BenchmarkEvent, DiagnosisEvent } from '../protocol/training.ts';
import { diagnoses } from './diagnoses/registry.generated.ts';
import { addEvent, EMPTY_REPORT, headlineOf, type Report, type RunReport } from './report.ts';

/** What the numbers of all runs point at. Pure: the same report gives the same diagnoses. */
export function diagnose(report: Report, words: (message: Message) => string): readonly DiagnosisEvent[] {
  return report.runs.flatMap(run => {
    const facts = factsOf(run, report);
    if (!facts) return [];
    return diagnoses.flatMap((diagnosis): readonly DiagnosisEvent[] => {
      const found = diagnosis.check(facts);
      if (!found) return [];
      const { message, variant } = found;
      return [{
        kind: 'diagnosis', run: run.training.run, id: diagnosis.id, message: words(message),
        ...(variant && { variant: { title: words(variant.title), settings: variant.settings } }),
      }];
    });
  });
}

/** Nothing where there was nothing to train, or it failed or was cancelled. */
function factsOf({ training, points, result, repeats, importance }: RunReport, { prepared, runs }: Report): TrainedFacts | undefined {
  if (!prepared || !result || training.backend === null || result.stopped === 'cancelled') return undefined;
  const baseline = runs.find(run => run.training.backend === null)?.result;
  return {
    task: prepared.task, rows: prepared.rows, inputs: prepared.inputs, parameters: training.parameters, points, bestEpoch: result.bestEpoch, stopped: result.stopped,
    scores: [headlineOf(result.scores), ...repeats.map(({ scores }) => headlineOf(scores))],
    baseline: baseline && headlineOf(baseline.scores), importance: importance?.columns ?? [],
  };
}

/** Remembers events as they pass, for a diagnosis at the end. */
export function recorded(emit: (event: BenchmarkEvent) => void): { readonly emit: typeof emit; readonly report: () => Report } {
  let report = EMPTY_REPORT;
  return {
    emit(event) {
      report = addEvent(report, event);
      emit(event);
    },
    report: () => report,
  };
}
