import { cellsOf } from '../../core/chunk.ts';
import type { Chunk } from '../../core/chunk.ts';
import type { Declared } from '../../core/format.ts';
import type { Kernel } from '../../core/kernel.ts';
import type { Dialect } from '../../core/reading.ts';
import { firstRows, SAMPLE_RECORDS, tokenise } from './sample.ts';
import { isBlank, isDate, isNumber, isValue } from './values.ts';

const COMMA = 44;
const TAB = 9;
const SPACE = 32;
const COLON = 58;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const BACKSLASH = 92;
/** Delimiters that are tried, in the order that breaks ties. */
const USUAL = [COMMA, TAB, 59, 124];
/** Delimiters that must prove themselves, and are tried only where no usual one cuts the text: tilde, caret, SOH of Hive, unit and record separators. */
const RARE = [126, 94, 1, 31, 30, COLON, SPACE];
/** A usual delimiter that explains less than this explains nothing. */
const WEAK = 0.3;

/** How a file is written: what is declared wins, the rest is what explains the sample best. `isCut`: the file goes on after the sample. */
export function detectDialect(kernel: Kernel, body: Uint8Array, fileName: string, declared: Declared, isCut = false): Dialect {
  const lineEnd = body.includes(10) || !body.includes(13) ? 'lf' : 'cr';
  const quote = declared.quote !== undefined ? byteOf(declared.quote) : detectQuote(body);
  const escape = declared.escape === undefined ? {} : { escape: byteOf(declared.escape) };
  const { comment, trim, skipBlankRows } = declared;
  const rest = { quote, lineEnd, ...escape, ...(comment !== undefined && { comment }), ...(trim && { trim }), ...(skipBlankRows && { skipBlankRows }) } as const;
  const delimiter = declared.delimiter !== undefined ? byteOf(declared.delimiter) : detectDelimiter(kernel, body, fileName, rest);
  const dialect: Dialect = { ...rest, delimiter };
  if (declared.quote !== undefined || declared.escape !== undefined) return dialect;
  const escaped: Dialect = { ...dialect, escape: BACKSLASH };
  if (quotesAreEscaped(kernel, dialect, escaped, body)) return escaped;
  return quotesMeanNothing(kernel, dialect, body, isCut) ? { ...dialect, quote: 0 } : dialect;
}

/** The delimiter that explains the sample best, with that of the file name first among equals. */
export function detectDelimiter(kernel: Kernel, body: Uint8Array, fileName: string, rest: Omit<Dialect, 'delimiter'>): number {
  const usual = usualDelimiter(fileName);
  const candidates = [usual, ...USUAL.filter(delimiter => delimiter !== usual)];
  const scores = candidates.map(delimiter => explains(tokenise(kernel, { ...rest, delimiter }, body), delimiter));
  const best = Math.max(...scores);
  if (best >= WEAK) return candidates[scores.indexOf(best)] ?? usual;
  const rare = RARE.find(delimiter => body.includes(delimiter) && provesItself(tokenise(kernel, { ...rest, delimiter }, body), delimiter));
  return rare ?? (best > 0 ? (candidates[scores.indexOf(best)] ?? usual) : usual);
}

/** What the ending of the file name promises. */
export const usualDelimiter = (fileName: string): number => (/\.(tsv|tab)$/i.test(fileName) ? TAB : /\.psv$/i.test(fileName) ? 124 : COMMA);

/**
 * How well a delimiter explains the sample: the share of rows with the commonest number of cells, more for more cells, less where cells hold what other
 * delimiters would cut. 0 where the commonest row has one cell, and where the delimiter is the punctuation of a text: a comma before a space,
 * below a header that has none.
 */
export function explains(chunk: Chunk | undefined, delimiter: number): number {
  if (!chunk) return 0;
  const rows = firstRows(chunk, SAMPLE_RECORDS).filter(row => !row.every(isBlank));
  const { width, count } = commonest(rows.map(row => row.length));
  if (width <= 1) return 0;
  const usual = rows.filter(row => row.length === width);
  if (rows[0]?.length === 1 && usual.every(row => row.slice(1).every(cell => cell.startsWith(' ')))) return 0;
  const cells = usual.flat();
  const torn = cells.filter(cell => isTorn(cell, delimiter)).length / cells.length;
  return (count / rows.length) * (1 - 1 / (1 + width)) * (1 - torn / 2);
}

/** Whether a cell looks as if another delimiter should have cut it. A comma within a number does not. */
function isTorn(cell: string, delimiter: number): boolean {
  if (isNumber(cell)) return false;
  return USUAL.some(other => other !== delimiter && cell.includes(String.fromCharCode(other)) && (other !== COMMA || /\S,\S/.test(cell)));
}

/** Rare delimiters are ordinary characters of texts, so nearly every row must agree, the first included, and spaces and colons must part values. */
function provesItself(chunk: Chunk | undefined, delimiter: number): boolean {
  const rows = chunk ? firstRows(chunk, SAMPLE_RECORDS).filter(row => !row.every(isBlank)) : [];
  const { width, count } = commonest(rows.map(row => row.length));
  if (rows.length < 3 || rows[0]?.length !== width || count < rows.length * 0.95 || width < 2) return false;
  if (delimiter !== COLON && delimiter !== SPACE) return true;
  const body = rows.slice(1).filter(row => row.length === width);
  const lines = body.map(row => row.join(String.fromCharCode(delimiter)));
  const values = body.flat().filter(isValue).length / (body.length * width);
  return width >= 3 && values >= 0.4 && !body.some(row => row.some(isBlank)) && !lines.every(isDate);
}

/** How much better a reading without quotes must explain the sample. */
const CLEARLY = 0.05;

/** Quotes that stand for inches or seconds swallow delimiters: without them, rows have the same number of cells. */
function quotesMeanNothing(kernel: Kernel, dialect: Dialect, body: Uint8Array, isCut: boolean): boolean {
  const quoted = tokenise(kernel, dialect, body);
  if (!quoted || quoted.incidents.total === 0 || (isCut && endsWithin(quoted, body.length))) return false;
  return consistency(tokenise(kernel, { ...dialect, quote: 0 }, body)) > consistency(quoted) + CLEARLY;
}

/** Whether nothing is wrong with the quotes but that a cell of some length was cut with the sample. */
function endsWithin({ incidents: { list, total } }: Chunk, length: number): boolean {
  const [first] = list;
  return total === 1 && first?.kind === 'unclosed-quote' && length - first.offset < length / 4;
}

/** `\"` for a quote inside of quotes: read so, fewer quotes are malformed and no row is worse. */
function quotesAreEscaped(kernel: Kernel, dialect: Dialect, escaped: Dialect, body: Uint8Array): boolean {
  if (dialect.quote === 0 || !hasPair(body, BACKSLASH, dialect.quote)) return false;
  const [plain, other] = [tokenise(kernel, dialect, body), tokenise(kernel, escaped, body)];
  return plain !== undefined && other !== undefined && other.incidents.total < plain.incidents.total && consistency(other) >= consistency(plain);
}

function hasPair(bytes: Uint8Array, first: number, second: number): boolean {
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) if (bytes[at + 1] === second) return true;
  return false;
}

/** Single quotes count as quotes only where no double quote occurs and cells really open and close with them. */
function detectQuote(body: Uint8Array): number {
  if (body.includes(DOUBLE_QUOTE) || !body.includes(SINGLE_QUOTE)) return DOUBLE_QUOTE;
  const text = String.fromCharCode(...body.subarray(0, 8192));
  const quoted = text.match(/(^|[,;\t|\r\n])'[^'\r\n]*'(?=[,;\t|\r\n]|$)/g)?.length ?? 0;
  return quoted >= 4 && quoted * 2 > (text.match(/'/g)?.length ?? 0) * 0.8 ? SINGLE_QUOTE : DOUBLE_QUOTE;
}

/** Share of records with the commonest number of cells, more for more cells; 0 where that number is one. */
function consistency(chunk: Chunk | undefined): number {
  if (!chunk) return 0;
  const widths = Array.from({ length: Math.min(chunk.records, SAMPLE_RECORDS) }, (_, r) => {
    const [from, to] = cellsOf(chunk, r);
    return to - from;
  });
  const { width, count } = commonest(widths);
  return width <= 1 ? 0 : (count / widths.length) * (1 - 1 / (1 + width));
}

/** The commonest number, the larger of two that are equally common. */
export function commonest(numbers: readonly number[]): { readonly width: number; readonly count: number } {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  const [width = 1, count = 0] = [...counts].sort(([a, n], [b, m]) => m - n || b - a)[0] ?? [];
  return { width, count };
}

const byteOf = (text: string): number => (text.length > 0 ? text.charCodeAt(0) & 0xff : 0);
