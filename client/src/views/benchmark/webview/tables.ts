import { bestRuns, endingOf, type Report, resultColumns } from '../../../../../server/src/bench/report.ts';
import type { Words } from '../messages.ts';
import { drawnRuns, runTitle } from './chart.ts';
import { type Cell, element, table } from '../../shared/webview/dom.ts';

/** The results of all runs, the best marked in words. */
export function resultsTable(report: Report, running: boolean): HTMLTableElement {
  const label = labelOf(report);
  const columns = resultColumns(report);
  const best = bestRuns(report);
  const heads: readonly Cell[] = [
    { text: label('model'), numeric: false }, { text: label('backend'), numeric: false },
    ...columns.map(({ label: key, numeric }) => ({ text: label(key), numeric })), { text: label('stopped'), numeric: false },
  ];
  const rows = report.runs.map((run): readonly Cell[] => [
    { text: best.includes(run.training.run) ? `${run.training.title} (${label('best')})` : run.training.title, numeric: false, heading: true },
    { text: run.training.backendTitle, numeric: false },
    ...columns.map(column => ({ text: column.text(run), numeric: column.numeric })),
    { text: label(endingOf(run, running)), numeric: false },
  ]);
  return table(label('results'), heads, rows);
}

/** Every point of every curve: what the chart shows, for those who cannot see it. */
export function curveTables(report: Report, words: Words): readonly HTMLTableElement[] {
  const label = labelOf(report);
  const heads = [label('epoch'), words.seconds, label('trainLoss'), label('validationLoss'), label('validationScore')].map(text => ({ text, numeric: true }));
  return drawnRuns(report).map(run => table(runTitle(run), heads, run.points.map((point): readonly Cell[] => [
    { text: String(point.epoch), numeric: true, heading: true },
    ...[point.seconds.toFixed(2), significant(point.trainLoss), significant(point.validationLoss), point.validationScore.toFixed(4)].map(text => ({ text, numeric: true })),
  ])));
}

/** What was left out or could not be done. */
export function noticeList(report: Report): readonly HTMLElement[] {
  const label = labelOf(report);
  const items = [
    ...(report.failure === undefined ? [] : [report.failure]),
    ...report.runs.flatMap(run => (run.failure === undefined ? [] : [`${runTitle(run)}: ${run.failure}`])),
    ...report.unavailable.map(({ title, message }) => `${title}: ${message}`),
    ...(report.prepared?.notices ?? []),
  ];
  return items.length === 0 ? [] : [element('h2', {}, label('notices')), element('ul', {}, ...items.map(item => element('li', {}, item)))];
}

/** Where it was measured. */
export function environmentList(report: Report): readonly HTMLElement[] {
  const label = labelOf(report);
  const facts = report.started?.environment;
  if (!facts) return [];
  const entries = [
    [label('runtime'), facts.runtime], [label('platform'), facts.platform], [label('processor'), facts.processor],
    [label('cores'), String(facts.cores)], [label('memory'), `${(facts.memoryBytes / 2 ** 30).toFixed(1)} GiB`], [label('seed'), String(report.started?.seed)],
    [label('versions'), versionsOf(report)],
  ] as const;
  const list = element('dl', {}, ...entries.flatMap(([key, value]) => (value === '' ? [] : [element('dt', {}, key), element('dd', {}, value)])));
  return [element('details', {}, element('summary', {}, label('environment')), list)];
}

export const labelOf = (report: Report) => (key: string): string => report.started?.labels[key] ?? key;

const versionsOf = ({ runs }: Report): string =>
  [...new Set(runs.flatMap(({ training }) => Object.entries(training.versions).map(([name, version]) => `${name} ${version}`)))].join(', ');

const significant = (value: number): string => (value !== 0 && Math.abs(value) < 0.001 ? value.toExponential(2) : value.toFixed(4));
