import type { AssociationFacts, AssociationMatrix } from '../../../../../server/src/protocol/associations.ts';
import type { ColumnFactsInFull } from '../../../../../server/src/protocol/messages.ts';
import { element } from '../../shared/webview/dom.ts';
import type { Words } from '../messages.ts';
import { language } from './rows.ts';

/** Pairs that are named above the table. */
const NAMED = 10;
/** Weaker ones are not worth naming. */
const WORTH = 0.3;

/** How the columns go together: the strongest pairs in words, and a table of all for each measure. */
export function associationsOf({ basis, numeric, categorical }: AssociationFacts, columns: readonly ColumnFactsInFull[], words: Words): readonly HTMLElement[] {
  const nameOf = (index: number): string => columns[index]?.name || words.empty;
  const shown = [numeric, categorical].some(({ columns: { length } }) => length > 1);
  if (!shown) return [element('p', { class: 'faint' }, words.nothingToCompare)];
  return [
    element('p', { class: 'subject' }, basis),
    ...(numeric.columns.length > 1 ? [numbersPart(numeric, nameOf, words)] : []),
    ...(categorical.columns.length > 1 ? [matrixPart(categorical, 'cramersV', nameOf, words)] : []),
  ];
}

/** Pearson's or Spearman's, by choice. */
function numbersPart(matrix: AssociationMatrix<'pearson' | 'spearman'>, nameOf: (index: number) => string, words: Words): HTMLElement {
  const measures = ['pearson', 'spearman'] as const;
  const choice = element('select', { id: 'measure' }, ...measures.map(measure => element('option', { value: measure }, words[measure])));
  const place = element('div', {});
  const draw = (): void => place.replaceChildren(matrixPart(matrix, measures[choice.selectedIndex] ?? 'pearson', nameOf, words));
  choice.addEventListener('change', draw);
  draw();
  return element('section', {}, element('div', { class: 'bar' }, element('label', { for: 'measure' }, words.measure), choice), place);
}

function matrixPart<M extends 'pearson' | 'spearman' | 'cramersV'>(matrix: AssociationMatrix<M>, measure: M, nameOf: (index: number) => string, words: Words): HTMLElement {
  const { columns, note, values } = matrix;
  const all = values[measure];
  const at = (row: number, column: number): number | null | undefined => (row === column ? 1 : all[indexOf(Math.max(row, column), Math.min(row, column))]);
  const heads = columns.map(index => element('th', { scope: 'col', title: nameOf(index) }, element('span', { class: 'tall' }, nameOf(index))));
  const rows = columns.map((index, row) => element('tr', {},
    element('th', { scope: 'row' }, nameOf(index)), ...columns.map((_, column) => cellOf(at(row, column), row === column))));
  const table = element('table', { class: 'matrix' }, element('caption', {}, words[measure]),
    element('thead', {}, element('tr', {}, element('td', {}), ...heads)), element('tbody', {}, ...rows));
  return element('section', {}, ...strongest(all, columns, nameOf, words),
    element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': words[measure] }, table), ...(note === '' ? [] : [element('p', { class: 'faint' }, note)]));
}

/** Place in the triangle of a column and an earlier one. */
const indexOf = (later: number, earlier: number): number => (later * (later - 1)) / 2 + earlier;

function cellOf(value: number | null | undefined, same: boolean): HTMLElement {
  if (same) return element('td', { class: 'number faint' }, '–');
  if (value === null || value === undefined) return element('td', { class: 'number' });
  const strength = Math.min(4, Math.floor(Math.abs(value) * 5));
  return element('td', { class: `number strength-${strength} ${value < 0 ? 'minus' : 'plus'}` }, textOf(value));
}

/** Cut, not rounded: only what is perfect reads as 1. */
const textOf = (value: number): string => (Math.trunc(value * 100) / 100).toLocaleString(language(), { minimumFractionDigits: 2 });

/** The pairs that go together most closely, in words, so that nobody has to search a table of 900 numbers. */
function strongest(values: readonly (number | null)[], columns: readonly number[], nameOf: (index: number) => string, words: Words): readonly HTMLElement[] {
  const pairs = columns.flatMap((later, row) => columns.slice(0, row).flatMap((earlier, column) => {
    const value = values[indexOf(row, column)];
    return typeof value === 'number' && Math.abs(value) >= WORTH ? [{ text: words.pair.replace('{0}', nameOf(earlier)).replace('{1}', nameOf(later)), value }] : [];
  })).sort((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, NAMED);
  const items = pairs.map(({ text, value }) => element('li', {}, `${text}: `, element('strong', {}, textOf(value))));
  return items.length > 0 ? [element('h3', {}, words.strongest), element('ol', {}, ...items)] : [];
}
