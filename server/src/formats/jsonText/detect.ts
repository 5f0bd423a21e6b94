import type { ColumnsMet, Declared, Detected } from '../../core/format.ts';
import type { Kernel } from '../../core/kernel.ts';
import type { Container, Provenance, Reading } from '../../core/reading.ts';
import { DEFAULT_NULL_TOKENS } from '../../core/reading.ts';
import type { StructuralFact } from '../../core/structure.ts';
import { SIGNATURES } from '../../core/structure.ts';
import { readChunk } from './lines.ts';
import { columnsOf, isCovered } from './paths.ts';
import { JsonPass } from './pass.ts';

/** What JSON writes for a value that is not there. */
const NULL_TOKEN = 'null';

/** The reading of a JSON text, its columns aside. */
export function readingOf(head: Uint8Array, container: Container, header: readonly string[], declared: Declared): Reading {
  const bomLength = markLength(head);
  const nullTokens = declared.nullTokens ?? DEFAULT_NULL_TOKENS;
  const from = (value: unknown): Provenance => (value === undefined ? 'detection' : 'description');
  return {
    dialect: { delimiter: 0, quote: 0, lineEnd: endsLinesWithReturns(head) ? 'cr' : 'lf', values: container === 'lines' ? 'json-lines' : 'json' },
    encoding: 'utf-8',
    bomLength,
    hasHeader: true,
    bodyOffset: bomLength,
    header,
    nullTokens: nullTokens.includes(NULL_TOKEN) ? nullTokens : [...nullTokens, NULL_TOKEN],
    container,
    provenance: { nullTokens: from(declared.nullTokens), encoding: 'detection' },
  };
}

/** A return at the very end may be half of a CR LF. */
const endsLinesWithReturns = (head: Uint8Array): boolean => !head.includes(10) && head.subarray(0, -1).includes(13);

export const markLength = (head: Uint8Array): number => (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0);

/** Encodings and formats this reader does not take, told by the first bytes. */
export function findUnreadable(head: Uint8Array): Detected | undefined {
  const place = { at: 'file' } as const;
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff) || head[0] === 0 || (head[1] === 0 && head.length > 1);
  if (isWide) return { unreadable: { kind: 'unsupported-encoding', place, numbers: { utf16: 1 } } };
  const start = String.fromCharCode(...head.subarray(0, 32));
  const signature = SIGNATURES.findIndex(({ title, bytes }) => title !== 'JSON' && start.startsWith(bytes));
  return signature === -1 ? undefined : { unreadable: { kind: 'not-this-format', place, numbers: { signature } } };
}

/** The columns of the first lines. A last line that was cut tells what it has. */
export function headerOfLines(kernel: Kernel, body: Uint8Array, lineEnd: 'lf' | 'cr'): readonly string[] {
  const pass = new JsonPass([]);
  const tokenizer = kernel.tokenizer({ delimiter: 0xff, quote: 0, lineEnd });
  tokenizer.input(body.length).set(body);
  const lines = tokenizer.advance(body.length, false) ?? tokenizer.advance(0, true);
  if (lines) readChunk(lines, pass);
  tokenizer.dispose();
  return columnsOf(pass.paths.columns());
}

/**
 * The reading with all columns of the file. One that was null in the first lines, and turned out to be an array or an object, is none: its nulls are
 * those of the columns that stand for it.
 */
export function settle(reading: Reading, columns: ColumnsMet, facts: readonly StructuralFact[]): Reading {
  const hollow = new Set(facts.filter(isHollow).map(({ numbers }) => reading.header[numbers['column'] ?? -1]));
  const all = columnsOf(columns);
  const header = all.filter(name => !hollow.has(name) || !isCovered(name, all));
  const isSame = header.length === reading.header.length && header.every((name, i) => name === reading.header[i]);
  return isSame ? reading : { ...reading, header };
}

/** Whether nothing at a path is a value of its own column. */
const isHollow = ({ kind, numbers: { column, of, strings = 0, numbers = 0, booleans = 0 } }: StructuralFact): boolean =>
  kind === 'field' && column === of && strings + numbers + booleans === 0;
