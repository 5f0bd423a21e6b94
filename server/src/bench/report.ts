import type {
  BenchmarkEvent, DiagnosisEvent, DoneEvent, EpochEvent, ImportanceEvent, LearningPointEvent, ModelResult, PairEvent, PreparedEvent, RepeatEvent, Scores,
  StartedEvent, StudyEvent, TrainingEvent, UnavailableEvent, VerifiedEvent,
} from '../protocol/training.ts';
import { headline } from './metrics.ts';

/** What is known of a benchmark after some of its events: complete at the end, and just as valid where the process died half-way. */
export interface Report {
  readonly started?: StartedEvent;
  readonly prepared?: PreparedEvent;
  readonly unavailable: readonly UnavailableEvent[];
  readonly runs: readonly RunReport[];
  readonly diagnoses: readonly DiagnosisEvent[];
  readonly study?: StudyReport;
  /** Why the whole benchmark failed. */
  readonly failure?: string;
  readonly done?: DoneEvent;
}

export interface RunReport {
  readonly training: TrainingEvent;
  readonly verified?: VerifiedEvent;
  readonly points: readonly EpochEvent[];
  readonly result?: ModelResult;
  readonly repeats: readonly RepeatEvent[];
  readonly importance?: ImportanceEvent;
  readonly failure?: string;
}

/** A study as far as it has come: points of a learning curve, or pairs of a comparison. */
export interface StudyReport {
  readonly begun: StudyEvent;
  readonly points: readonly LearningPointEvent[];
  readonly pairs: readonly PairEvent[];
}

export const EMPTY_REPORT: Report = { unavailable: [], runs: [], diagnoses: [] };

/** The report with one more event. Pure; the panel, the command line and the saved file all fold events with it. */
export function addEvent(report: Report, event: BenchmarkEvent): Report {
  switch (event.kind) {
    case 'started': return { ...report, started: event };
    case 'prepared': return { ...report, prepared: event };
    case 'unavailable': return { ...report, unavailable: [...report.unavailable, event] };
    case 'training': return { ...report, runs: [...report.runs, { training: event, points: [], repeats: [] }] };
    case 'verified': return inRun(report, event.run, run => ({ ...run, verified: event }));
    case 'epoch': return inRun(report, event.run, run => ({ ...run, points: [...run.points, event] }));
    case 'model': return inRun(report, event.run, run => ({ ...run, result: event.result }));
    case 'repeat': return inRun(report, event.run, run => ({ ...run, repeats: [...run.repeats, event] }));
    case 'importance': return inRun(report, event.run, run => ({ ...run, importance: event }));
    case 'diagnosis': return { ...report, diagnoses: [...report.diagnoses, event] };
    case 'study': return { ...report, study: { begun: event, points: [], pairs: [] } };
    case 'learning-point': return inStudy(report, study => ({ ...study, points: [...study.points, event] }));
    case 'pair': return inStudy(report, study => ({ ...study, pairs: [...study.pairs, event] }));
    case 'failed': return event.run === null ? { ...report, failure: event.message } : inRun(report, event.run, run => ({ ...run, failure: event.message }));
    case 'done': return { ...report, done: event };
  }
}

function inRun(report: Report, id: string, change: (run: RunReport) => RunReport): Report {
  return { ...report, runs: report.runs.map(run => (run.training.run === id ? change(run) : run)) };
}

const inStudy = (report: Report, change: (study: StudyReport) => StudyReport): Report => (report.study ? { ...report, study: change(report.study) } : report);

/** Score by which runs are compared. */
export const headlineOf = headline;

/** Ids of the runs with the best score, none while fewer than two have one. */
export function bestRuns({ runs }: Report): readonly string[] {
  const scored = runs.flatMap(({ training, result }) => (result && result.stopped !== 'cancelled' ? [{ id: training.run, score: headlineOf(result.scores) }] : []));
  const best = Math.max(...scored.map(({ score }) => score));
  return scored.length < 2 ? [] : scored.filter(({ score }) => score === best).map(({ id }) => id);
}

/** Key of the label that says how a run ended, or that it has not. */
export function endingOf(run: RunReport, running: boolean): string {
  if (run.failure !== undefined) return 'failed';
  if (!run.result) return running ? 'running' : 'interrupted';
  return run.result.stopped === 'epochs' ? 'stopped-epochs' : run.result.stopped;
}

/** Whether more events may come. */
export const isRunning = ({ done, failure }: Report): boolean => done === undefined && failure === undefined;

/** What the diagnoses say, each with its run where there are several, and what to try. */
export function remarksOf({ diagnoses, runs, started }: Report): readonly string[] {
  return diagnoses.map(({ run, message, variant }) => {
    const training = runs.find(each => each.training.run === run)?.training;
    const own = training ? `${training.title}: ${message}` : message;
    return variant ? `${own} ${started?.labels['try'] ?? ''}: ${variant.title}.` : own;
  });
}

/** Columns of the results table: label key and text, the same in the panel and in the saved report. */
export interface ResultColumn {
  readonly label: string;
  readonly numeric: boolean;
  text(run: RunReport): string;
}

/** The columns that fit the task; a value that is not known is an empty text. */
export function resultColumns(report: Report): readonly ResultColumn[] {
  const score = (label: string, pick: (scores: Scores) => number | undefined): ResultColumn => ({
    label, numeric: true, text: ({ result }) => { const value = result && pick(result.scores); return value === undefined ? '' : decimal(value); },
  });
  const scores = SCORES[report.prepared?.task ?? 'classification'].map(({ label, pick }) => score(label, pick));
  return [...scores, ...costColumns(report.started?.labels['none'] ?? '')];
}

const SCORES: Readonly<Record<Scores['task'], readonly { readonly label: string; readonly pick: (scores: Scores) => number | undefined }[]>> = {
  classification: [
    { label: 'accuracy', pick: each => (each.task === 'classification' ? each.accuracy : undefined) },
    { label: 'macroF1', pick: each => (each.task === 'classification' ? each.macroF1 : undefined) },
  ],
  regression: [
    { label: 'rmse', pick: each => (each.task === 'regression' ? each.rmse : undefined) },
    { label: 'r2', pick: each => (each.task === 'regression' ? each.r2 : undefined) },
  ],
  generation: [
    { label: 'shapes', pick: each => (each.task === 'generation' ? each.shapes : undefined) },
    { label: 'pairs', pick: each => (each.task === 'generation' ? each.pairs : undefined) },
  ],
};

const trained = (run: RunReport): ModelResult | undefined => (run.training.backend === null ? undefined : run.result);

/** What training cost. `none` stands for what was too short to measure. */
function costColumns(none: string): readonly ResultColumn[] {
  const cost = (label: string, text: (result: ModelResult) => string): ResultColumn => ({
    label, numeric: true, text: run => { const result = trained(run); return result ? text(result) : ''; },
  });
  return [
    cost('speed', ({ speed }) => (speed ? `${whole(speed.median)} (${whole(speed.lowerQuartile)}–${whole(speed.upperQuartile)})` : none)),
    cost('seconds', ({ seconds }) => seconds.toFixed(1)),
    cost('epochs', ({ bestEpoch }) => String(bestEpoch)),
    cost('peak', ({ peakBytes }) => whole(peakBytes / 2 ** 20)),
    { label: 'difference', numeric: true, text: ({ verified }) => (verified?.difference === 0 ? '0' : (verified?.difference.toExponential(1) ?? '')) },
  ];
}

/** About four significant digits, never in powers of ten. */
export function decimal(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const places = Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 10 ? 2 : 4;
  return value.toFixed(places);
}

const whole = (value: number): string => String(Math.round(value));

/** The report as JSON, without the words of the interface. */
export function toJson(report: Report): string {
  return `${JSON.stringify(report, (key, value: unknown) => (key === 'labels' ? undefined : value), 2)}\n`;
}
