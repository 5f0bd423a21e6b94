import { cellsOf, cellStart, copyChunk } from '../../core/chunk.ts';
import type { Chunk, Incident } from '../../core/chunk.ts';
import { FactList } from '../../core/factList.ts';
import type { Reader, Resume, Source } from '../../core/format.ts';
import type { Kernel } from '../../core/kernel.ts';
import type { Place } from '../../core/place.ts';
import type { Reading } from '../../core/reading.ts';
import type { StructuralFact } from '../../core/structure.ts';
import { firstAbove } from '../../util/search.ts';

/** Bytes asked of the source at a time. */
const FEED = 256 * 1024;

/** Reads a source once, from the start of its body or from where an earlier chunk began. */
export function readCsv(kernel: Kernel, source: Source, reading: Reading, from?: Resume): Reader {
  const facts = new FactList();
  const columns = reading.header.length;
  const start: Resume = from ?? { offset: reading.bodyOffset, record: 0, length: Infinity };
  const tokenizer = kernel.tokenizer(reading.dialect, start);
  const end = start.offset + start.length;
  let position = start.offset;
  let ended = false;
  let records = start.record;

  /** Reads on until there is a whole record. A chunk may be all skipped bytes of an oversized record: it has no records, but lines. */
  async function next(): Promise<Chunk | undefined> {
    while (!ended) {
      const wanted = Math.min(FEED, end - position);
      const count = await readInto(source, tokenizer.input(FEED).subarray(0, wanted), position);
      position += count;
      ended = count < wanted || position >= end;
      const chunk = tokenizer.advance(count, ended);
      if (!chunk) continue;
      noteFacts(chunk, columns, facts);
      records = chunk.firstRecord + chunk.records;
      return chunk;
    }
    return undefined;
  }

  async function header(): Promise<Chunk | undefined> {
    if (!reading.hasHeader) return undefined;
    const bytes = new Uint8Array(reading.bodyOffset - reading.bomLength);
    await readInto(source, bytes, reading.bomLength);
    const own = kernel.tokenizer(reading.dialect, { offset: reading.bomLength, record: 0 });
    own.input(bytes.length).set(bytes);
    const whole = own.advance(bytes.length, true);
    const chunk = whole && copyChunk(whole);
    own.dispose();
    if (chunk) noteHeaderFacts(chunk, facts);
    return chunk;
  }

  return {
    header,
    next,
    dispose: () => tokenizer.dispose(),
    facts() {
      if (!ended || from || (records > 0 && columns > 0)) return facts.list();
      return [{ kind: columns === 0 ? 'empty-file' : 'no-rows', place: { at: 'file' }, numbers: {} }, ...facts.list()];
    },
  };
}

/** Fills `target` as far as the source goes, which may give less than it is asked for. So chunks do not depend on how the bytes come. */
async function readInto(source: Source, target: Uint8Array, position: number): Promise<number> {
  let filled = 0;
  for (let came = -1; came !== 0 && filled < target.length; filled += came) came = await source.read(target.subarray(filled), position + filled);
  return filled;
}

function noteHeaderFacts(chunk: Chunk, facts: FactList): void {
  for (const { kind, cell } of chunk.incidents.list) {
    facts.add({ kind, place: { at: 'header', column: cell }, numbers: numbersOf(chunk, kind, 0, cell) });
  }
  if (chunk.incidents.invalidUtf8 >= 0) facts.add({ kind: 'invalid-utf8', place: { at: 'header', column: 0 }, numbers: {} });
}

function noteFacts(chunk: Chunk, columns: number, facts: FactList): void {
  noteShapes(chunk, columns, facts);
  for (const { kind, record, cell, offset } of chunk.incidents.list) {
    const place = placeOfByte(chunk, record, cell, offset, columns);
    facts.add({ kind, place, numbers: numbersOf(chunk, kind, record, cell) });
  }
  const { invalidUtf8, controls } = chunk.incidents;
  if (invalidUtf8 >= 0) facts.add({ kind: 'invalid-utf8', place: placeOfOffset(chunk, invalidUtf8), numbers: { byte: chunk.bytes[invalidUtf8] ?? 0 } });
  if (controls > 0) noteControls(chunk, facts);
}

/** Rows with too few or too many cells, and blank lines. A row that is too long is shown at its first cell beyond the header. */
function noteShapes(chunk: Chunk, columns: number, facts: FactList): void {
  const { recordEnds } = chunk;
  for (let r = 0, from = 0; r < chunk.records; r++) {
    const to = recordEnds[r] ?? 0;
    if (to - from !== columns && columns > 0) facts.add(shapeOf(chunk, r, from, to - from, columns));
    from = to;
  }
}

function shapeOf(chunk: Chunk, record: number, from: number, cells: number, columns: number): StructuralFact {
  const row = chunk.firstRecord + record;
  if (columns > 1 && cells === 1 && isEmpty(chunk, from)) return { kind: 'blank-row', place: { at: 'row', row }, numbers: {} };
  const place: Place = cells > columns ? { at: 'cell', row, column: columns } : { at: 'row', row };
  return { kind: 'ragged-row', place, numbers: { cells, expected: columns } };
}

function isEmpty(chunk: Chunk, cell: number): boolean {
  const start = cellStart(chunk, cell);
  const length = (chunk.ends[cell] ?? 0) - start;
  return length === 0 || (length === 1 && chunk.bytes[start] === 13);
}

/** Where each control byte is; the kernel has only counted them. */
function noteControls(chunk: Chunk, facts: FactList): void {
  const { bytes } = chunk;
  for (let i = 0; i < bytes.length; i++) {
    const code = bytes[i] ?? 32;
    if (code < 32 && code !== 9 && code !== 10 && code !== 13) facts.add({ kind: 'control-character', place: placeOfOffset(chunk, i), numbers: { code } });
  }
}

/** The cell that holds a byte, as a span of that one byte. */
function placeOfOffset(chunk: Chunk, offset: number): Place {
  const cell = firstAbove(chunk.ends, offset - 1);
  const record = firstAbove(chunk.recordEnds, cell);
  const [from] = cellsOf(chunk, record);
  return span(chunk, record, cell - from, cell, offset);
}

function placeOfByte(chunk: Chunk, record: number, cell: number, offset: number, columns: number): Place {
  const [from, to] = cellsOf(chunk, record);
  return cell < Math.max(columns, to - from) ? span(chunk, record, cell, from + cell, offset) : { at: 'row', row: chunk.firstRecord + record };
}

function span(chunk: Chunk, record: number, column: number, index: number, offset: number): Place {
  const start = offset - cellStart(chunk, index);
  return { at: 'span', row: chunk.firstRecord + record, column, start, end: start + 1 };
}

/** What a rule must know of an incident besides its place. */
function numbersOf(chunk: Chunk, kind: Incident['kind'], record: number, cell: number): StructuralFact['numbers'] {
  if (kind !== 'stray-quote') return {};
  return { opened: Number(chunk.bytes[cellStart(chunk, cellsOf(chunk, record)[0] + cell)] === chunk.quote) };
}
