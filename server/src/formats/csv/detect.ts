import { cellsOf } from '../../core/chunk.ts';
import type { Chunk } from '../../core/chunk.ts';
import type { Declared, Detected } from '../../core/format.ts';
import type { Kernel } from '../../core/kernel.ts';
import type { Provenance, Reading, ReadingPart, Trim } from '../../core/reading.ts';
import { DEFAULT_NULL_TOKENS } from '../../core/reading.ts';
import type { StructuralFact } from '../../core/structure.ts';
import { LINE_ENDS, SIGNATURES } from '../../core/structure.ts';
import { commonest, detectDialect } from './dialect.ts';
import { findFrame } from './frame.ts';
import type { Frame } from './frame.ts';
import { looksLikeHeader } from './header.ts';
import { usualLineEnd } from './lineEnds.ts';
import { recordStart, sampleOf, tokenise } from './sample.ts';
import type { Sample } from './sample.ts';
import { separatorLine } from './separatorLine.ts';
import { delimiterFacts } from './suspects.ts';
import { isBlank } from './values.ts';

/** A head shorter than this is the whole file, for readers are given at least as much. */
const LEAST_HEAD = 64 * 1024;

/** Fixes how a file is read: what is declared wins, the rest is found in the sample. */
export function detect(kernel: Kernel, head: Uint8Array, fileName: string, declared: Declared): Detected {
  const unreadable = findUnreadable(head);
  if (unreadable) return { unreadable };
  const bomLength = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  const all = head.subarray(bomLength);
  const separator = separatorLine(all);
  const body = all.subarray(separator?.bytes ?? 0);
  const dialect = detectDialect(kernel, body, fileName, { ...(separator && { delimiter: separator.delimiter }), ...declared }, head.length >= LEAST_HEAD);
  const chunk = tokenise(kernel, dialect, body);
  const lines = separator ? 1 : 0;
  const base = {
    dialect, bomLength, encoding: 'utf-8', lineEnd: LINE_ENDS.indexOf(usualLineEnd(body, dialect.lineEnd)),
    nullTokens: declared.nullTokens ?? DEFAULT_NULL_TOKENS, provenance: provenanceOf(declared),
  } as const;
  const start = bomLength + (separator?.bytes ?? 0);
  if (!chunk || isNothing(chunk)) return { reading: { ...base, hasHeader: declared.header ?? true, header: [], bodyOffset: start } };
  const sample = sampleOf(chunk, head.length < LEAST_HEAD);
  const frame = findFrame(sample, lines, declared);
  const suspects = delimiterFacts(kernel, body, fileName, dialect, sample, declared);
  const { reading, facts } = readTable(base, sample, frame, { start, lines, bomLength }, declared);
  return { reading, facts: [...(separator ? [separator.fact] : []), ...suspects, ...frame.facts, ...facts] };
}

interface Above {
  /** Offset of the sample in the file. */
  readonly start: number;
  /** Lines above the sample. */
  readonly lines: number;
  readonly bomLength: number;
}

type Base = Pick<Reading, 'dialect' | 'encoding' | 'bomLength' | 'nullTokens' | 'provenance'> & { readonly lineEnd: number };

function readTable(base: Base, sample: Sample, frame: Frame, above: Above, declared: Declared): { readonly reading: Reading; readonly facts: readonly StructuralFact[] } {
  const { chunk } = sample;
  const rows = sample.rows.slice(frame.top);
  const hasHeader = declared.header ?? looksLikeHeader(rows.filter((_, i) => i === 0 || i > frame.furtherHeaders));
  const [first = [], ...below] = rows.map(row => row.map(cell => trimmed(cell, base.dialect.trim)));
  const further = hasHeader && declared.headerRows !== undefined ? below.slice(0, frame.furtherHeaders) : [];
  const unnamed = hasHeader && lacksFirstName(rows);
  const tableStart = recordStart(chunk, frame.top);
  const preamble = { bytes: above.start - above.bomLength + tableStart, lines: above.lines + linesBefore(chunk, tableStart) };
  const body = hasHeader ? recordStart(chunk, Math.min(chunk.records, frame.top + 1 + frame.furtherHeaders)) : tableStart;
  const reading: Reading = {
    ...base,
    hasHeader,
    ...(preamble.bytes > 0 && { preamble }),
    bodyOffset: above.start + body,
    ...(frame.end !== undefined && { bodyEnd: above.start + recordStart(chunk, frame.end) }),
    ...(further.length > 0 && { alsoCalled: first.map((_, i) => further.flatMap(row => row[i] ?? [])) }),
    header: hasHeader ? [...(unnamed ? ['column 1'] : []), ...first] : first.map((_, i) => `column ${i + 1}`),
  };
  const facts: StructuralFact[] = [];
  if (!hasHeader && declared.header === undefined) facts.push({ kind: 'no-header', place: { at: 'row', row: 0 }, numbers: {} });
  if (unnamed) facts.push({ kind: 'short-header', place: { at: 'header', column: 0 }, numbers: {} });
  return { reading, facts };
}

function trimmed(name: string, side: Trim | undefined): string {
  switch (side) {
    case undefined: return name;
    case 'start': return name.trimStart();
    case 'end': return name.trimEnd();
    case 'both': return name.trim();
  }
}

/** Rows that all have one cell more than the header, as R writes a table with row names: the first cell is the one without a name. */
function lacksFirstName([header = [], ...rows]: readonly (readonly string[])[]): boolean {
  const body = rows.filter(row => !row.every(isBlank));
  const { width, count } = commonest(body.map(row => row.length));
  if (body.length < 3 || header.length < 2 || width !== header.length + 1 || count < body.length * 0.95) return false;
  return body.filter(row => row.length === width && !isBlank(row.at(-1) ?? '')).length > body.length / 2;
}

/** Lines as editors count them: a line ends at LF, CR LF or a lone CR. */
function linesBefore({ bytes }: Chunk, offset: number): number {
  let lines = 0;
  for (let i = 0; i < offset; i++) if (bytes[i] === 10 || (bytes[i] === 13 && bytes[i + 1] !== 10)) lines++;
  return lines;
}

/** Lines, and nothing on any of them. The whole head must be so: a file may begin with many blank lines. */
function isNothing(chunk: Chunk): boolean {
  for (let r = 0; r < chunk.records; r++) {
    const [from, to] = cellsOf(chunk, r);
    const start = recordStart(chunk, r);
    if (to - from > 1 || !chunk.bytes.subarray(start, chunk.ends[to - 1]).every(byte => byte === 13)) return false;
  }
  return true;
}

/** Formats this reader does not take, told by the first bytes. */
function findUnreadable(head: Uint8Array): StructuralFact | undefined {
  const start = String.fromCharCode(...head.subarray(0, 512)).replace(/^(?:\xef\xbb\xbf)?\s+/, '');
  const signature = SIGNATURES.findIndex(({ bytes, also }) => start.toLowerCase().startsWith(bytes.toLowerCase()) || also?.test(start));
  return signature === -1 ? undefined : { kind: 'not-this-format', place: { at: 'file' }, numbers: { signature } };
}

function provenanceOf(declared: Declared): Readonly<Partial<Record<ReadingPart, Provenance>>> {
  const from = (value: unknown): Provenance => (value === undefined ? 'detection' : 'description');
  return { delimiter: from(declared.delimiter), quote: from(declared.quote), header: from(declared.header), nullTokens: from(declared.nullTokens), encoding: 'detection' };
}
