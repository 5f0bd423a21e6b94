import type { Report } from '../../../../../server/src/bench/report.ts';
import { tablesOf } from '../../../../../server/src/bench/tables.ts';
import type { EarlierRun, Variant, Words } from '../messages.ts';
import { drawnRuns, runTitle } from './chart.ts';
import { type Cell, element, table } from '../../shared/webview/dom.ts';

/** All tables of the report; the first column heads its row. */
export function reportTables(report: Report, running: boolean): readonly HTMLTableElement[] {
  return tablesOf(report, running).map(({ title, heads, rows }) => table(
    title, heads, rows.map(cells => cells.map((text, i): Cell => ({ text, numeric: heads[i]?.numeric === true, ...(i === 0 && { heading: true }) }))),
  ));
}

/** What earlier runs of this panel came to, the latest first. */
export function earlierTable(earlier: readonly EarlierRun[], report: Report, words: Words): readonly HTMLElement[] {
  if (earlier.length === 0) return [];
  const label = labelOf(report);
  const heads = [{ text: words.change, numeric: false }, { text: label('model'), numeric: false }, { text: label('score'), numeric: true }];
  const rows = [...earlier].reverse().flatMap(run => run.scores.map(([model, score], i): readonly Cell[] => [
    { text: i > 0 ? '' : run.title === '' ? words.asProposed : run.title, numeric: false, heading: true }, { text: model, numeric: false }, { text: score, numeric: true },
  ]));
  return [table(words.earlier, heads, rows)];
}

/** What the numbers say; a diagnosis that knows something to try has a button for it. */
export function diagnosisList(report: Report, running: boolean, words: Words, attempt: (variant: Variant) => void): readonly HTMLElement[] {
  if (report.diagnoses.length === 0) return [];
  const label = labelOf(report);
  const items = report.diagnoses.map(({ run, message, variant }) => {
    const training = report.runs.find(each => each.training.run === run);
    const item = element('li', {}, training ? `${runTitle(training)}: ${message} ` : message);
    if (!variant) return item;
    const button = element('button', { type: 'button', class: 'secondary', ...(running && { disabled: '' }) }, words.attempt.replace('{0}', variant.title));
    button.addEventListener('click', () => attempt(variant));
    item.append(button);
    return item;
  });
  return [element('h2', {}, label('diagnoses')), element('ul', {}, ...items)];
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
    ...(report.study?.begun.notices ?? []),
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
  const list = element('dl', {}, ...entries.flatMap(([key, value]) => (value === '' ? [] : [element('dt', {}, key), element('dd', { translate: 'no' }, value)])));
  return [element('details', {}, element('summary', {}, label('environment')), list)];
}

export const labelOf = (report: Report) => (key: string): string => report.started?.labels[key] ?? key;

function versionsOf({ runs, study }: Report): string {
  const trained = [...runs.map(({ training }) => training), ...(study ? [study.begun] : [])];
  return [...new Set(trained.flatMap(({ versions }) => Object.entries(versions).map(([name, version]) => `${name} ${version}`)))].join(', ');
}

const significant = (value: number): string => (value !== 0 && Math.abs(value) < 0.001 ? value.toExponential(2) : value.toFixed(4));
