import type { Levels } from '../../core/transform.ts';
import { readDate } from '../../util/lexical/dates.ts';
import { plainNumber } from '../../util/plainNumber.ts';
import { ANY } from './dimension.ts';

/**
 * A hierarchy for a column that has none: dates by month, year and decade, codes of one length by their first characters, numbers by ranges that grow,
 * and one value for everything else.
 */
export function levelsFor(texts: readonly string[]): Levels {
  const make = texts.every(text => text.length >= 8 && dateOf(text) !== undefined) ? byDate : isCode(texts) ? byPrefix(texts) : byRange(texts) ?? (() => [ANY]);
  return new Map(texts.map(text => [text, make(text)]));
}

function dateOf(text: string): { readonly year: number; readonly month: number } | undefined {
  const readings = readDate(text)?.readings ?? [];
  return readings.length > 0 && readings.every(({ year, month }) => year === readings[0]?.year && month === readings[0]?.month) ? readings[0] : undefined;
}

function byDate(text: string): readonly string[] {
  const { year, month } = dateOf(text) ?? { year: 0, month: 1 };
  const four = String(year).padStart(4, '0');
  return [`${four}-${String(month).padStart(2, '0')}`, four, `${four.slice(0, 3)}0s`, ANY];
}

const LONGEST_CODE = 12;

/** Digits and capitals of one length, with a leading zero or too long for a quantity: postal codes, codes of occupations. */
function isCode(texts: readonly string[]): boolean {
  const length = texts[0]?.length ?? 0;
  return length >= 3 && length <= LONGEST_CODE && texts.every(text => text.length === length && /^[\dA-Z]+$/.test(text)) && (length >= 5 || texts.some(text => /^0|[A-Z]/.test(text)));
}

const byPrefix = (texts: readonly string[]) => (text: string): readonly string[] => {
  const length = texts[0]?.length ?? 0;
  return [...Array.from({ length: length - 1 }, (_, i) => text.slice(0, length - i - 1) + '*'.repeat(i + 1)), ANY];
};

/** Ranges of 1, 5, 10, 50, ..., each of which lies whole in one of the next; the narrowest are about a sixteenth of what there is. */
function byRange(texts: readonly string[]): ((text: string) => readonly string[]) | undefined {
  const numbers = texts.map(plainNumber);
  if (texts.length < 2 || numbers.some(one => one === undefined)) return undefined;
  const [low, high] = numbers.reduce<readonly [number, number]>(([least, most], one) => [Math.min(least, one ?? 0), Math.max(most, one ?? 0)], [Infinity, -Infinity]);
  if (low === high) return undefined;
  const widths = NICE.flatMap(one => POWERS.map(power => one * 10 ** power)).sort((a, b) => a - b).filter(width => width >= (high - low) / 16 && width < high - low);
  return text => [...widths.map(width => rangeOf(plainNumber(text) ?? 0, width)), ANY];
}

const NICE = [1, 5];
const POWERS = Array.from({ length: 36 }, (_, i) => i - 15);

function rangeOf(value: number, width: number): string {
  const digits = Math.max(0, -Math.floor(Math.log10(width)));
  const lower = Math.floor(value / width + 1e-9) * width;
  const write = (one: number): string => one.toFixed(Math.min(15, digits)).replace(/^-(0(?:\.0*)?)$/, '$1');
  return `[${write(lower)}, ${write(lower + width)})`;
}
