import { cellsOf, copyChunk } from '../../core/chunk.ts';
import type { Chunk } from '../../core/chunk.ts';
import type { Declared, Detected } from '../../core/format.ts';
import type { Kernel } from '../../core/kernel.ts';
import type { Dialect, Provenance, Reading, ReadingPart } from '../../core/reading.ts';
import { DEFAULT_NULL_TOKENS } from '../../core/reading.ts';
import type { StructuralFact } from '../../core/structure.ts';
import { LINE_ENDS, SIGNATURES } from '../../core/structure.ts';
import { textOf } from '../../core/content.ts';
import { looksLikeHeader } from './header.ts';
import { usualLineEnd } from './lineEnds.ts';

const COMMA = 44;
const TAB = 9;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
/** Delimiters that are tried, in the order that breaks ties. */
const DELIMITERS = [COMMA, TAB, 59, 124];
/** Records of the sample that vote on the dialect. */
const SAMPLE_RECORDS = 200;

/** Fixes how a file is read: what is declared wins, the rest is found in the sample. */
export function detect(kernel: Kernel, head: Uint8Array, fileName: string, declared: Declared): Detected {
  const unreadable = findUnreadable(head);
  if (unreadable) return { unreadable };
  const bomLength = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  const body = head.subarray(bomLength);
  const dialect = detectDialect(kernel, body, fileName, declared);
  const chunk = tokenise(kernel, dialect, body);
  const rows = sampleRows(chunk, SAMPLE_RECORDS);
  const hasHeader = declared.header ?? looksLikeHeader(rows);
  const first = rows[0] ?? [];
  const reading: Reading = {
    dialect,
    encoding: 'utf-8',
    bomLength,
    hasHeader,
    header: isNothing(chunk, rows) ? [] : hasHeader ? first : first.map((_, i) => `column ${i + 1}`),
    bodyOffset: bomLength + (hasHeader && chunk ? recordLength(chunk, body.length) : 0),
    lineEnd: LINE_ENDS.indexOf(usualLineEnd(body, dialect.lineEnd)),
    nullTokens: declared.nullTokens ?? DEFAULT_NULL_TOKENS,
    provenance: provenanceOf(declared),
  };
  return { reading };
}

/** Lines, and nothing on any of them. The whole head must be so: a file may begin with many blank lines. */
function isNothing(chunk: Chunk | undefined, rows: readonly (readonly string[])[]): boolean {
  return rows.length === (chunk?.records ?? 0) && rows.every(cells => cells.length === 1 && cells[0] === '');
}

/** Formats this reader does not take, told by the first bytes. */
function findUnreadable(head: Uint8Array): StructuralFact | undefined {
  const place = { at: 'file' } as const;
  const start = String.fromCharCode(...head.subarray(0, 32));
  const signature = SIGNATURES.findIndex(({ bytes }) => start.startsWith(bytes));
  return signature === -1 ? undefined : { kind: 'not-this-format', place, numbers: { signature } };
}

function detectDialect(kernel: Kernel, body: Uint8Array, fileName: string, declared: Declared): Dialect {
  const lineEnd = body.includes(10) || !body.includes(13) ? 'lf' : 'cr';
  const quote = declared.quote !== undefined ? byteOf(declared.quote) : detectQuote(body);
  const delimiter = declared.delimiter !== undefined ? byteOf(declared.delimiter) : detectDelimiter(kernel, body, fileName, { quote, lineEnd });
  const dialect: Dialect = { delimiter, quote, lineEnd };
  return declared.quote === undefined && quotesMeanNothing(kernel, dialect, body) ? { ...dialect, quote: 0 } : dialect;
}

function detectDelimiter(kernel: Kernel, body: Uint8Array, fileName: string, rest: Omit<Dialect, 'delimiter'>): number {
  const usual = /\.(tsv|tab)$/i.test(fileName) ? TAB : /\.psv$/i.test(fileName) ? 124 : COMMA;
  const candidates = [usual, ...DELIMITERS.filter(delimiter => delimiter !== usual)];
  const scores = candidates.map(delimiter => consistency(tokenise(kernel, { ...rest, delimiter }, body)));
  const best = Math.max(...scores);
  return best > 0 ? (candidates[scores.indexOf(best)] ?? usual) : usual;
}

/** How much better a reading without quotes must explain the sample. */
const CLEARLY = 0.05;

/** Quotes that stand for inches or seconds swallow delimiters: without them, rows have the same number of cells. */
function quotesMeanNothing(kernel: Kernel, dialect: Dialect, body: Uint8Array): boolean {
  const quoted = tokenise(kernel, dialect, body);
  if (!quoted || quoted.incidents.total === 0) return false;
  return consistency(tokenise(kernel, { ...dialect, quote: 0 }, body)) > consistency(quoted) + CLEARLY;
}

/** Single quotes count as quotes only where no double quote occurs and cells really open and close with them. */
function detectQuote(body: Uint8Array): number {
  if (body.includes(DOUBLE_QUOTE) || !body.includes(SINGLE_QUOTE)) return DOUBLE_QUOTE;
  const text = String.fromCharCode(...body.subarray(0, 8192));
  const quoted = text.match(/(^|[,;\t|\r\n])'[^'\r\n]*'(?=[,;\t|\r\n]|$)/g)?.length ?? 0;
  return quoted >= 4 && quoted * 2 > (text.match(/'/g)?.length ?? 0) * 0.8 ? SINGLE_QUOTE : DOUBLE_QUOTE;
}

/** How well a delimiter explains the sample: share of records with the commonest number of cells; 0 where that number is one. */
function consistency(chunk: Chunk | undefined): number {
  if (!chunk) return 0;
  const widths = new Map<number, number>();
  const records = Math.min(chunk.records, SAMPLE_RECORDS);
  for (let r = 0; r < records; r++) {
    const [from, to] = cellsOf(chunk, r);
    widths.set(to - from, (widths.get(to - from) ?? 0) + 1);
  }
  const [width = 1, count = 0] = [...widths].sort(([, a], [, b]) => b - a)[0] ?? [];
  return width === 1 ? 0 : (count / records) * (1 - 1 / (1 + width));
}

/** The sample as records, in memory of its own. */
function tokenise(kernel: Kernel, dialect: Dialect, bytes: Uint8Array): Chunk | undefined {
  const tokenizer = kernel.tokenizer(dialect);
  tokenizer.input(bytes.length).set(bytes);
  const chunk = tokenizer.advance(bytes.length, true);
  const copy = chunk && copyChunk(chunk);
  tokenizer.dispose();
  return copy;
}

function sampleRows(chunk: Chunk | undefined, limit: number): readonly (readonly string[])[] {
  if (!chunk) return [];
  return Array.from({ length: Math.min(chunk.records, limit) }, (_, r) => {
    const [from, to] = cellsOf(chunk, r);
    return Array.from({ length: to - from }, (_cell, i) => textOf(chunk, from + i));
  });
}

/** Bytes of the first record with its line end. */
function recordLength(chunk: Chunk, available: number): number {
  const [, to] = cellsOf(chunk, 0);
  return Math.min(available, (chunk.ends[to - 1] ?? available) + 1);
}

const byteOf = (text: string): number => (text.length > 0 ? text.charCodeAt(0) & 0xff : 0);

function provenanceOf(declared: Declared): Readonly<Partial<Record<ReadingPart, Provenance>>> {
  const from = (value: unknown): Provenance => (value === undefined ? 'detection' : 'description');
  return { delimiter: from(declared.delimiter), quote: from(declared.quote), header: from(declared.header), nullTokens: from(declared.nullTokens), encoding: 'detection' };
}
