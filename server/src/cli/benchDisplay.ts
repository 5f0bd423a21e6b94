import { decimal, headlineOf, type Report } from '../bench/report.ts';
import type { BenchmarkEvent } from '../protocol/training.ts';
import { shorten } from '../words/displayWidth.ts';

/** Shows on a terminal, in a line of its own that goes when all is over, what a benchmark does. */
export interface BenchDisplay {
  show(report: Report, event: BenchmarkEvent): void;
  end(): void;
}

export function createBenchDisplay(stream: NodeJS.WriteStream): BenchDisplay {
  let shown = false;
  return {
    show(report, event) {
      const line = lineOf(report, event);
      if (!stream.isTTY || line === undefined) return;
      shown = true;
      stream.write(`\r${shorten(line, (stream.columns || 80) - 1)}\u001b[K`);
    },
    end() {
      if (shown) stream.write('\r\u001b[K');
    },
  };
}

function lineOf({ runs, study, started }: Report, event: BenchmarkEvent): string | undefined {
  const label = (key: string): string => started?.labels[key] ?? key;
  const training = runs.at(-1)?.training;
  const title = training ? `${training.index}/${training.of} ${training.title}, ${training.backendTitle}` : '';
  switch (event.kind) {
    case 'training': return title;
    case 'epoch': return [
      `${title}: ${label('epoch')} ${event.epoch}`, `${label('trainLoss')} ${decimal(event.trainLoss)}`,
      `${label('validationLoss')} ${decimal(event.validationLoss)}`, `${label('validationScore')} ${decimal(event.validationScore)}`,
    ].join(', ');
    case 'repeat': return `${title}: ${label('seed')} ${event.seed}, ${label('score')} ${decimal(headlineOf(event.scores))}`;
    case 'study': return `${label(event.study)}: ${event.title}, ${event.backendTitle}`;
    case 'learning-point': return `${study?.points.length ?? 0}/${study?.begun.of ?? 0} ${label('trainedOn')} ${event.rows}, ${label('score')} ${decimal(headlineOf(event.scores))}`;
    case 'pair': return `${(study?.pairs.length ?? 0) * 2}/${study?.begun.of ?? 0} ${label('before')} ${decimal(headlineOf(event.before))}, ${label('after')} ${decimal(headlineOf(event.after))}`;
    default: return undefined;
  }
}
