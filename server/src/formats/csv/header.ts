import { isBlank, isDate, isNumber, isValue } from './values.ts';

/**
 * Whether the first row names the columns. A row is taken for data when every cell of it looks like the cells below (a number over numbers, or a text
 * that occurs again in its column), or when some are plain values over values and none is a text over values. Files with years or running numbers as
 * names (`country,1990,1991`; `0,1,2,3`) and with dates over numbers keep their header.
 */
export function looksLikeHeader(rows: readonly (readonly string[])[]): boolean {
  const [first = [], ...others] = rows;
  // A header may be among the rows again where files were joined.
  const body = others.filter(row => row.length !== first.length || row.some((cell, i) => cell !== first[i]));
  if (first.length === 0) return true;
  if (body.length === 0) return !first.every(cell => isValue(cell));
  if (isIndexOfFrame(first, body) || goesUp(first) && !body.some(goesUp)) return true;
  const columns = first.map((cell, i) => ({ cell, below: body.map(row => row[i] ?? '').filter(text => !isBlank(text)), gaps: body.some(row => isBlank(row[i] ?? '')) }));
  if (columns.every(isLikeItsColumn)) return false;
  const names = columns.filter(({ cell, below }) => !isValue(cell) && !isBlank(cell) && below.length > 0 && below.every(isValue)).length;
  const data = columns.filter(({ cell, below }) => below.length > 0 && isSameKind(cell, below)).length;
  return names > 0 || data === 0 || areCounted(first);
}

/** `0,1,2` and `,0,1` are what data frames without names are written with. */
function isIndexOfFrame(first: readonly string[], body: readonly (readonly string[])[]): boolean {
  if (first.every((cell, i) => cell === String(i))) return true;
  return first.length > 1 && first.every((cell, i) => cell === (i === 0 ? '' : String(i - 1))) && body.every(row => !isBlank(row[0] ?? ''));
}

/** Years that go up, or numbers from one on without a gap, in a whole row: no row of measurements does. */
function goesUp(row: readonly string[]): boolean {
  if (row.length < COUNTED) return false;
  if (row.every((cell, i) => cell.trim() === String(i + 1))) return true;
  return row.every((cell, i) => YEAR.test(cell) && (i === 0 || Number(cell) > Number(row[i - 1])));
}
const COUNTED = 4;
const YEAR = /^\s*(?:1[5-9]|20)\d\d\s*$/;

interface FirstCell {
  readonly cell: string;
  /** What stands below it, blanks left out. */
  readonly below: readonly string[];
  readonly gaps: boolean;
}

function isLikeItsColumn({ cell, below, gaps }: FirstCell): boolean {
  if (cell === '') return gaps;
  if (isDate(cell)) return below.some(isDate);
  return isNumber(cell) ? below.every(isValue) : below.includes(cell);
}

/** Years stand over numbers as names do; other numbers, and dates over dates, are one more of what is below. */
function isSameKind(cell: string, below: readonly string[]): boolean {
  if (isDate(cell)) return below.every(isDate);
  return isNumber(cell) && !/^(?:19|20)\d\d$/.test(cell.trim()) && below.every(isNumber);
}

/** Numbers that go up by one from cell to cell, at least three of them: names of classes, months, pixels. */
function areCounted(first: readonly string[]): boolean {
  const numbers = first.filter(isNumber).map(Number);
  return numbers.length >= 3 && numbers.every((number, i) => i === 0 || number === (numbers[i - 1] ?? 0) + 1);
}
