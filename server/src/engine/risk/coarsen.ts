import type { Hierarchy } from '../../core/annotation.ts';
import { present, type Column } from '../../core/column.ts';
import { number, say, type Message } from '../../core/message.ts';
import type { ColumnCodes } from '../coder.ts';

/** A way to tell less of a column: numbers by bins, dates by month or year, texts by their beginning, values by what stands above them in a hierarchy. */
export type Coarsening =
  | { readonly by: 'bin'; readonly width: number }
  | { readonly by: 'month' | 'year' }
  | { readonly by: 'prefix'; readonly characters: number }
  | { readonly by: 'level'; readonly level: number; readonly levels: Readonly<Record<string, readonly string[]>> };

/** The ways that make sense for a column, finest first. A hierarchy of the annotation comes before what its values suggest. */
export function coarseningsOf(column: Column): readonly Coarsening[] {
  if (column.summary.distinct.count > MOST_VALUES) return [];
  const prefixes = prefixesOf(column);
  // Whole numbers that are all as long as each other, and longer than years, are codes.
  const isCode = prefixes.length > 0 && column.summary.length.min > 4;
  return [...levelsOf(column.field?.privacy?.hierarchy), ...datesOf(column), ...(isCode ? [] : binsOf(column)), ...prefixes];
}

/** Name of a way among those of its column. */
export function coarseningId(way: Coarsening): string {
  switch (way.by) {
    case 'bin': return `bin-${way.width}`;
    case 'prefix': return `prefix-${way.characters}`;
    case 'level': return `level-${way.level}`;
    default: return way.by;
  }
}

/** What is left of a value. */
export function coarseningWords(way: Coarsening): Message {
  switch (way.by) {
    case 'bin': return say`bins of ${number(way.width)}`;
    case 'month': return say`year and month`;
    case 'year': return say`year`;
    case 'prefix': return way.characters === 1 ? say`first character` : say`first ${number(way.characters)} characters`;
    case 'level': return say`level ${number(way.level)} of its hierarchy`;
  }
}

/** The codes of a column whose values are told less exactly. `texts`: one spelling of each value, by code. Codes that stand for no value stay as they are. */
export function coarsenCodes({ codes, values }: ColumnCodes, texts: readonly string[], way: Coarsening): { readonly codes: Uint32Array; readonly values: number } {
  const ids = new Map<string, number>();
  const coarse = new Uint32Array(values + 1);
  for (let code = 1; code <= values; code++) {
    const key = coarseText(texts[code] ?? '', way);
    const id = ids.get(key) ?? ids.size + 1;
    ids.set(key, id);
    coarse[code] = id;
  }
  return { codes: codes.map(code => (code > values ? code : coarse[code] ?? 0)), values: ids.size };
}

/** What is left of one value; a value of another kind than its column stays as it is. */
export function coarseText(text: string, way: Coarsening): string {
  switch (way.by) {
    case 'bin': {
      const value = Number(text);
      return text.trim() === '' || Number.isNaN(value) ? text : String(Math.floor(value / way.width) * way.width);
    }
    case 'month': return (YEAR_MONTH.exec(text) ?? []).slice(1).map(part => part.padStart(2, '0')).join('-') || text;
    case 'year': return YEAR.exec(text)?.[1] ?? text;
    case 'prefix': return [...text].slice(0, way.characters).join('');
    case 'level': return way.levels[text]?.[way.level - 1] ?? text;
  }
}

/** More values than this are not read once more. */
const MOST_VALUES = 1_000_000;

const YEAR_MONTH = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:\D|$)/;
const YEAR = /(?:^|\D)(\d{4})(?:\D|$)/;

function levelsOf(hierarchy: Hierarchy | undefined): readonly Coarsening[] {
  if (!hierarchy || !('levels' in hierarchy)) return [];
  const { levels } = hierarchy;
  const height = Math.max(0, ...Object.values(levels).map(above => above.length));
  return Array.from({ length: height }, (_, i) => ({ by: 'level', level: i + 1, levels }));
}

/** Shares of a column that a kind must have to be its kind. */
const MOSTLY = 0.9;

function datesOf(column: Column): readonly Coarsening[] {
  const { date, datetime } = column.summary.classes;
  const total = present(column);
  const matching = (pattern: RegExp): number => column.values.filter(({ text }) => pattern.test(text)).length;
  const enough = (pattern: RegExp): boolean => column.values.length > 0 && matching(pattern) >= MOSTLY * column.values.length;
  const isDate = total > 0 && date + datetime >= MOSTLY * total;
  if (!isDate && !enough(YEAR_MONTH)) return [];
  return [...(enough(YEAR_MONTH) ? [{ by: 'month' } as const] : []), ...(enough(YEAR) ? [{ by: 'year' } as const] : [])];
}

/** Three widths, of about 20, 10 and 5 bins over all. */
function binsOf(column: Column): readonly Coarsening[] {
  const { numbers } = column.summary;
  if (!numbers || numbers.count < MOSTLY * present(column) || numbers.min >= numbers.max) return [];
  const whole = column.summary.classes.float === 0;
  const widths = [20, 10, 5].map(bins => roundWidth((numbers.max - numbers.min) / bins)).filter(width => !whole || width > 1);
  return [...new Set(widths)].map(width => ({ by: 'bin', width }));
}

/** The next of 1, 2, 5, 10, 20, ... */
function roundWidth(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width));
  const step = [1, 2, 5, 10].find(each => each * power >= width * 0.999) ?? 10;
  return Number((step * power).toPrecision(3));
}

/** Codes such as postal codes are told by their beginning: whole numbers only where all are equally long. */
function prefixesOf(column: Column): readonly Coarsening[] {
  const { classes: { float, date, datetime, integer }, length } = column.summary;
  const total = present(column);
  if (total === 0 || float + date + datetime > total - MOSTLY * total) return [];
  const isCode = length.min === length.max && length.max > 2;
  if (integer > total - MOSTLY * total && !isCode) return [];
  const kept = (isCode ? [4, 3, 2, 1] : [3, 2, 1]).filter(characters => characters < length.max);
  return kept.map(characters => ({ by: 'prefix', characters }));
}
