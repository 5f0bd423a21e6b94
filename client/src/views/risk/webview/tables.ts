import type { RiskAlternatives, RiskFacts, RiskGroup, RiskLine } from '../../../../../server/src/protocol/risk.ts';
import { element } from '../../shared/webview/dom.ts';
import type { Words } from '../messages.ts';

/** The measures by group; what they were before stands beside those that changed. */
export function measuresOf({ measures }: RiskFacts, before: RiskFacts | undefined, words: Words): readonly HTMLElement[] {
  const earlier = new Map(before?.measures.flatMap(({ lines }) => lines).map(({ key, value }) => [key, value]));
  const changed = (line: RiskLine): string | undefined => (earlier.get(line.key) === line.value ? undefined : earlier.get(line.key));
  const compares = measures.some(({ lines }) => lines.some(line => changed(line) !== undefined));
  const promises = measures.some(({ lines }) => lines.some(({ declared }) => declared));
  return measures.map(group => groupTable(group, words, { compares, promises, changed }));
}

interface Shown {
  readonly compares: boolean;
  readonly promises: boolean;
  changed(line: RiskLine): string | undefined;
}

function groupTable({ title, lines }: RiskGroup, words: Words, { compares, promises, changed }: Shown): HTMLElement {
  const heads = [words.measure, words.value, ...(compares ? [words.before] : []), ...(promises ? [words.promised] : []), words.meaning];
  const rows = lines.map(line => element('tr', { 'data-measure': line.key },
    element('th', { scope: 'row' }, line.title),
    element('td', { class: 'number value' }, element('strong', {}, line.value)),
    ...(compares ? [element('td', { class: 'number faint' }, changed(line) ?? '')] : []),
    ...(promises ? [element('td', { class: 'number' }, ...promiseOf(line, words))] : []),
    element('td', { class: 'meaning' }, line.meaning)));
  return element('div', { class: 'scroll' }, element('table', { class: 'measures' }, element('caption', {}, title), headRow(heads, heads.length - 2), element('tbody', {}, ...rows)));
}

/** The first heading and the last are of words, those between of numbers. */
const headRow = (heads: readonly string[], lastNumber: number): HTMLElement => element('thead', {},
  element('tr', {}, ...heads.map((head, i) => element('th', { scope: 'col', ...(i > 0 && i <= lastNumber && { class: 'number' }) }, head))));

function promiseOf({ declared }: RiskLine, words: Words): readonly (Node | string)[] {
  if (!declared) return [];
  return [declared.value, ' ', element('span', { class: declared.kept ? 'faint' : 'broken' }, declared.kept ? words.kept : words.broken)];
}

/** How many classes there are of which size. */
export function sizesOf({ sizes }: RiskFacts, words: Words): HTMLElement {
  const rows = sizes.map(({ label, classes, rows: text, share }) => element('tr', {},
    element('th', { scope: 'row' }, label), element('td', { class: 'number' }, classes), element('td', {}, barOf(share), text)));
  return element('table', { class: 'sizes' }, element('caption', {}, words.sizes), headRow([words.size, words.classes, words.rows], 1), element('tbody', {}, ...rows));
}

function barOf(share: number): HTMLElement {
  const bar = element('span', { class: 'bar-of', 'aria-hidden': 'true' });
  bar.style.inlineSize = `${Math.max(share * 8, share > 0 ? 0.1 : 0)}rem`;
  return bar;
}

/** The rows that are easiest to find; their values are masked, the rows themselves are in the data. */
export function worstOf({ worst, wish, columns }: RiskFacts, words: Words, go: (row: number) => void): HTMLElement {
  const heads = wish.quasiIdentifiers.map(({ column }) => columns[column]?.name ?? '');
  const rows = worst.map(({ row, size, cells }) => {
    const link = element('button', { type: 'button', class: 'link', 'data-row': String(row) }, words.row.replace('{0}', (row + 1).toLocaleString(document.documentElement.lang)));
    link.addEventListener('click', () => go(row));
    return element('tr', {}, element('th', { scope: 'row' }, link), element('td', { class: 'number' }, size), ...cells.map(cell => element('td', {}, cell)));
  });
  return element('div', { class: 'scroll' },
    element('table', { class: 'worst' }, element('caption', {}, words.worst), headRow(['', words.size, ...heads], 1), element('tbody', {}, ...rows)));
}

/** What leaving a column out, or telling less of it, would make of the measures; each can be tried. */
export function whatIfOf({ heads, rows }: RiskAlternatives, words: Words, tryIt: (column: number, coarsening: string | null) => void): HTMLElement {
  if (rows.length === 0) return element('p', { class: 'faint' }, words.none);
  const lines = rows.map(({ column, coarsening, label, values }) => {
    const button = element('button', { type: 'button', class: 'link', 'aria-label': `${words.try}: ${label}` }, words.try);
    button.addEventListener('click', () => tryIt(column, coarsening));
    return element('tr', {}, element('th', { scope: 'row' }, label), element('td', {}, button), ...values.map(value => element('td', { class: 'number' }, value)));
  });
  return element('div', { class: 'scroll' },
    element('table', { class: 'what-if' }, element('caption', {}, words.whatIf), headRow([words.change, '', ...heads], heads.length + 1), element('tbody', {}, ...lines)));
}
