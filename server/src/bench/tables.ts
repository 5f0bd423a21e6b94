import { bestRuns, decimal, endingOf, headlineOf, type Report, resultColumns, type RunReport } from './report.ts';
import { learningPoints } from './summarise.ts';

/** A table of a report, as the panel, the saved report and the terminal show it. */
export interface ReportTable {
  readonly title: string;
  readonly heads: readonly { readonly text: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

/** All tables there is something to put in, the most asked for first. */
export function tablesOf(report: Report, running: boolean): readonly ReportTable[] {
  return [...study(report), ...results(report, running), ...importance(report)];
}

const labelOf = ({ started }: Report) => (key: string): string => started?.labels[key] ?? key;

function results(report: Report, running: boolean): readonly ReportTable[] {
  if (report.runs.length === 0) return [];
  const label = labelOf(report);
  const columns = resultColumns(report);
  const best = bestRuns(report);
  const repeated = report.runs.some(({ repeats }) => repeats.length > 0);
  return [{
    title: label('results'),
    heads: [
      word(label('model')), word(label('backend')), ...columns.map(column => ({ text: label(column.label), numeric: column.numeric })),
      ...(repeated ? [figure(label('range'))] : []), word(label('stopped')),
    ],
    rows: report.runs.map(run => [
      best.includes(run.training.run) ? `${run.training.title} (${label('best')})` : run.training.title,
      run.training.backendTitle, ...columns.map(column => column.text(run)), ...(repeated ? [rangeOf(run)] : []), label(endingOf(run, running)),
    ]),
  }];
}

/** Lowest and highest score over the seeds, and how many there were. */
function rangeOf({ result, repeats }: RunReport): string {
  if (!result || repeats.length === 0) return '';
  const scores = [result, ...repeats].map(each => headlineOf(each.scores));
  return `${decimal(Math.min(...scores))}–${decimal(Math.max(...scores))} (${scores.length})`;
}

/** What the best network learned from; of equally good ones the first. */
function importance(report: Report): readonly ReportTable[] {
  const label = labelOf(report);
  const best = bestRuns(report);
  const run = report.runs.find(({ training, importance: told }) => told && best.includes(training.run)) ?? report.runs.filter(each => each.importance).at(-1);
  if (!run?.importance || run.importance.columns.length === 0) return [];
  const { columns, left } = run.importance;
  const rows = columns.slice(0, LISTED).map(({ column, drop, deviation }) => [column, decimal(drop), decimal(deviation)]);
  const more = columns.length - rows.length + left;
  return [{
    title: `${label('importance')} (${run.training.title})`,
    heads: [word(label('column')), figure(label('drop')), figure(label('deviation'))],
    rows: more > 0 ? [...rows, [`… (${more})`, '', '']] : rows,
  }];
}

const LISTED = 20;

function study(report: Report): readonly ReportTable[] {
  const label = labelOf(report);
  if (!report.study) return [];
  const { begun, points, pairs } = report.study;
  const title = `${label(begun.study)} (${begun.title})`;
  if (begun.study === 'learning-curve') {
    return [{
      title, heads: [figure(label('trainedOn')), figure(label('score')), figure(label('deviation')), figure(label('seeds'))],
      rows: learningPoints(points).map(({ rows, mean, deviation, seeds }) => [String(rows), decimal(mean), decimal(deviation), String(seeds)]),
    }];
  }
  return [{
    title, heads: [figure(label('seed')), figure(label('before')), figure(label('after')), figure(label('change')), figure(label('rows'))],
    rows: pairs.map(({ seed, before, after, rows }) => {
      const [first, second] = [headlineOf(before), headlineOf(after)];
      return [String(seed), decimal(first), decimal(second), decimal(second - first), String(rows)];
    }),
  }];
}

const word = (text: string): ReportTable['heads'][number] => ({ text, numeric: false });
const figure = (text: string): ReportTable['heads'][number] => ({ text, numeric: true });
