import type { NumberProfile } from '../../../../../server/src/core/profile.ts';
import type { ProfileFinding } from '../../../../../server/src/protocol/messages.ts';
import { numberText } from '../../../../../server/src/words/numbers.ts';
import { type Cell, element, table } from '../../shared/webview/dom.ts';
import type { FromPage, Words } from '../messages.ts';
import { histogramOf } from './pictures.ts';
import { type Row, language } from './rows.ts';

type Send = (message: FromPage) => void;

/** Rows a finding offers to jump to. */
const JUMPS = 12;

/** All there is to know of a column, made when it is unfolded. */
export function fillDetails({ column, place }: Row, words: Words, send: Send): void {
  const { lines, numbers, frequent, nullSpellings, findings, header, index } = column;
  const go = element('button', { type: 'button', class: 'secondary' }, words.goToColumn);
  go.addEventListener('click', () => send({ type: 'go', range: header, row: -1, column: index }));
  const shown = (text: string): string => (text === '' ? words.empty : text);
  const values = frequent.values.map(({ value, count }) => [shown(value), count] as const);
  const nulls = nullSpellings.map(({ text, count }) => [shown(text), count] as const);
  place.replaceChildren(
    element('div', {}, element('ul', { class: 'plain' }, ...lines.map(line => element('li', {}, line))), go),
    ...(numbers ? [numbersOf(numbers, words)] : []),
    ...(values.length > 0 ? [element('div', {}, countsTable(frequent.complete ? words.topValues : words.someValues, values, words))] : []),
    ...(nulls.length > 0 ? [element('div', {}, countsTable(words.nulls, nulls, words))] : []),
    element('div', { class: 'wide' }, findings.length > 0 ? findingsList(findings, index, words, send) : element('p', { class: 'faint' }, words.noFindings)),
  );
}

const countsTable = (caption: string, counts: readonly (readonly [string, number])[], words: Words): HTMLTableElement => table(caption,
  [{ text: words.value, numeric: false }, { text: words.cells, numeric: true }],
  counts.map(([text, count]): readonly Cell[] => [{ text, numeric: false, heading: true }, { text: numberText(count, language()), numeric: true }]));

/** The histogram with its numbers in a table, and the quantiles. */
function numbersOf(numbers: NumberProfile, words: Words): HTMLElement {
  const { quantiles, min, max, histogram } = numbers;
  const text = (value: number): string => numberText(value, language());
  const cut = table(words.quantiles, [{ text: words.quantile, numeric: false }, { text: words.value, numeric: true }],
    Object.entries(quantiles).map(([percent, value]): readonly Cell[] => [{ text: `${percent}%`, numeric: false, heading: true }, { text: text(value), numeric: true }]));
  if (histogram.length === 0) return element('div', {}, cut);
  const step = (max - min) / histogram.length;
  const bars = table(words.histogram, [words.from, words.to, words.cells].map(label => ({ text: label, numeric: true })),
    histogram.map((count, i): readonly Cell[] => [min + i * step, min + (i + 1) * step, count].map(value => ({ text: text(value), numeric: true }))));
  return element('div', {}, histogramOf(numbers, words, language(), 'big'),
    element('div', { class: 'ends' }, element('span', {}, text(min)), element('span', {}, text(max))),
    element('details', {}, element('summary', {}, words.histogram), bars), cut);
}

/** Findings with their severity in words; each jumps to its first places and to the manual of its rule. */
export function findingsList(findings: readonly ProfileFinding[], column: number, words: Words, send: Send): HTMLElement {
  return element('ul', { class: 'findings', 'aria-label': words.findings }, ...findings.map(finding => {
    const rule = element('button', { type: 'button', class: 'link' }, finding.rule);
    rule.addEventListener('click', () => send({ type: 'explain', rule: finding.rule }));
    const severity = element('span', { class: `badge ${finding.severity}` }, words[finding.severity]);
    return element('li', {}, severity, ' ', finding.message, ' ', rule, jumpsOf(finding, column, words, send));
  }));
}

function jumpsOf({ places, count }: ProfileFinding, column: number, words: Words, send: Send): HTMLElement {
  const jumps = places.slice(0, JUMPS).map(({ row, range }) => {
    const label = row === undefined || row < 0 ? words.header : words.row.replace('{0}', numberText(row + 1, language()));
    const jump = element('button', { type: 'button', class: 'link' }, label);
    jump.addEventListener('click', () => send({ type: 'go', range, row: row ?? -1, column }));
    return jump;
  });
  const more = count > jumps.length ? [element('span', { class: 'faint' }, words.moreCells.replace('{0}', numberText(count, language())))] : [];
  return element('div', { class: 'jumps' }, ...jumps, ...more);
}
