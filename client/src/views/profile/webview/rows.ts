import type { ColumnFactsInFull, ProfileFinding } from '../../../../../server/src/protocol/messages.ts';
import { numberText, percentText } from '../../../../../server/src/words/numbers.ts';
import { element } from '../../shared/webview/dom.ts';
import type { Words } from '../messages.ts';
import { SORT_KEYS, type SortKey, type Sorting, missingShare } from './order.ts';
import { barOf, histogramOf } from './pictures.ts';

/** What stands on the page of one column. */
export interface Row {
  readonly column: ColumnFactsInFull;
  readonly summary: HTMLTableRowElement;
  readonly button: HTMLButtonElement;
  /** Unfolded below the row; filled when it is first shown. */
  readonly details: HTMLTableRowElement;
  readonly place: HTMLElement;
}

const NUMERIC: readonly SortKey[] = ['position', 'distinct', 'min', 'quartiles', 'max'];
/** Left out where the page is narrow; the details have them too. */
const SPARED: readonly SortKey[] = ['min', 'quartiles', 'max'];

/** The headings: each sorts by its column. */
export function headings(words: Words, sorting: Sorting, sortBy: (key: SortKey) => void): HTMLTableRowElement {
  const cells = SORT_KEYS.map(key => {
    const label = key === 'position' ? '#' : words[key];
    const button = element('button', { type: 'button', 'data-key': key, ...(key === 'position' && { 'aria-label': words.position }) }, label);
    button.addEventListener('click', () => sortBy(key));
    const sorted = sorting.key === key ? (sorting.descending ? 'descending' : 'ascending') : 'none';
    return element('th', { scope: 'col', 'aria-sort': sorted, class: `${NUMERIC.includes(key) ? 'number' : ''} ${SPARED.includes(key) ? 'spared' : ''}` }, button);
  });
  cells.splice(SORT_KEYS.indexOf('distinct'), 0, element('th', { scope: 'col' }, words.distribution));
  return element('tr', {}, ...cells);
}

/** The row of a column and the one that unfolds below it. */
export function columnRow(column: ColumnFactsInFull, words: Words, isOpen: boolean, toggle: (row: Row) => void): Row {
  const { index, name, numbers, distinct } = column;
  const id = `details-${index}`;
  const button = element('button', { type: 'button', class: 'name', 'aria-expanded': String(isOpen), 'aria-controls': id, 'data-column': name }, name === '' ? words.empty : name);
  const number = (value: number | undefined): HTMLElement => element('td', { class: 'number spared' }, value === undefined ? '' : numberText(value, language()));
  const q = numbers?.quantiles;
  const estimate = numberText(distinct.count, language());
  const summary = element('tr', {},
    element('td', { class: 'number faint' }, String(index + 1)),
    element('th', { scope: 'row' }, button),
    element('td', {}, column.typeText, ...(column.personal ? [element('span', { class: 'tag' }, words.masked)] : [])),
    element('td', { class: 'missing' }, ...missingOf(column)),
    element('td', {}, badgesOf(column.findings, words)),
    element('td', { class: 'distribution' }, ...distributionOf(column, words)),
    element('td', { class: 'number' }, distinct.exact ? estimate : words.about.replace('{0}', estimate)),
    number(numbers?.min),
    element('td', { class: 'number spared' }, q ? [q[25], q[50], q[75]].map(value => numberText(value, language())).join(' · ') : ''),
    number(numbers?.max));
  const place = element('div', { class: 'details' });
  const details = element('tr', { id, class: 'unfolded' }, element('td', { colspan: '10' }, place));
  details.hidden = !isOpen;
  const row: Row = { column, summary, button, details, place };
  button.addEventListener('click', () => toggle(row));
  return row;
}

function missingOf(column: ColumnFactsInFull): readonly Node[] {
  const share = missingShare(column);
  return share === 0 ? [element('span', { class: 'faint' }, percentText(0, language()))] : [barOf(share), element('span', {}, percentText(share, language()))];
}

/** A picture where there are numbers, else the most frequent value in words. */
function distributionOf({ numbers, frequent, cells, missing }: ColumnFactsInFull, words: Words): readonly Node[] {
  if (numbers && numbers.histogram.length > 0) return [histogramOf(numbers, words, language(), 'small')];
  const [first] = frequent.values;
  if (!first || cells === missing) return [];
  return [element('span', { class: 'value' }, first.value === '' ? words.empty : first.value), element('span', { class: 'faint' }, ` ${percentText(first.count / (cells - missing), language())}`)];
}

const SEVERITIES: readonly ProfileFinding['severity'][] = ['error', 'warning', 'information', 'hint'];

/** How many findings there are of each severity: a letter and a colour, and the word for those who see neither. */
function badgesOf(findings: readonly ProfileFinding[], words: Words): HTMLElement {
  const badges = SEVERITIES.flatMap(severity => {
    const count = findings.filter(finding => finding.severity === severity).length;
    const label = `${words[severity]}: ${count}`;
    return count === 0 ? [] : [element('span', { class: `badge ${severity}`, title: label, role: 'img', 'aria-label': label }, String(count))];
  });
  return element('span', { class: 'badges' }, ...badges);
}

export const language = (): string => document.documentElement.lang || 'en';
