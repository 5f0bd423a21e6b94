// Single columns of a chunk: what their cells are, and row hashes over some of them.
import { ABSENT, finish, ROW, rowStep } from './content';
import { classOfContent, hashContent, openQuoted, quotedAt, quotedLength, useScratch, wasEscaped } from './cell';
import { FLOAT, INTEGER, value } from './numbers';
import { ChunkView, isBlank, lengthOf, quoteOf, startOf, Table } from './table';
import { Tokens, tokenOf } from './tokens';

const NO_CELL: u32 = 0xffffffff;
const MISSING: u32 = 0;
const ABSENT_CLASS: u32 = 8;
const QUOTED: u32 = 1;
const ESCAPED: u32 = 2;

/** Where the facts of each record go. */
@unmanaged
export class CellFacts {
  classes: usize = 0;
  starts: usize = 0;
  ends: usize = 0;
  flags: usize = 0;
  hashes: usize = 0;
  numbers: usize = 0;
}

export function cellFacts(tableAt: usize, chunkAt: usize, column: u32, factsAt: usize): void {
  const table = changetype<Table>(tableAt);
  const tokens = changetype<Tokens>(table.tokens);
  const chunk = changetype<ChunkView>(chunkAt);
  const facts = changetype<CellFacts>(factsAt);
  useScratch(chunk.scratch);
  for (let record: u32 = 0; record < chunk.records; record++) {
    const cell = isBlank(chunk, record, table.columns) ? NO_CELL : cellOf(chunk, record, column);
    let code = ABSENT_CLASS;
    let start: u32 = 0;
    let length: u32 = 0;
    let flags: u32 = 0;
    let hash = ABSENT;
    if (cell != NO_CELL) {
      start = startOf(chunk, cell);
      length = lengthOf(chunk, cell, start);
      flags = open(chunk, start, length);
      hash = hashContent(at, size);
      code = tokenOf(tokens, hash, at, size) >= 0 ? MISSING : classOfContent(at, size);
      start += flags & QUOTED;
      length -= 2 * (flags & QUOTED);
    }
    const index = <usize>record;
    store<u8>(facts.classes + index, <u8>code);
    store<u8>(facts.flags + index, <u8>flags);
    store<u32>(facts.starts + 4 * index, start);
    store<u32>(facts.ends + 4 * index, start + length);
    store<u64>(facts.hashes + 8 * index, hash);
    store<f64>(facts.numbers + 8 * index, code == INTEGER || code == FLOAT ? value : NaN);
  }
}

/** One hash a record over `count` columns, in their order; 0 for a blank line of a table that is `width` columns wide. */
export function hashRows(chunkAt: usize, columns: usize, count: u32, width: u32, to: usize): void {
  const chunk = changetype<ChunkView>(chunkAt);
  useScratch(chunk.scratch);
  for (let record: u32 = 0; record < chunk.records; record++) {
    let row = ROW;
    for (let i: u32 = 0; i < count; i++) {
      const cell = cellOf(chunk, record, load<u32>(columns + 4 * <usize>i));
      row = rowStep(row, cell == NO_CELL ? ABSENT : hashOfCell(chunk, cell));
    }
    store<u64>(to + 8 * <usize>record, isBlank(chunk, record, width) ? 0 : finish(row));
  }
}

/** The content opened last. */
let at: usize = 0;
let size: u32 = 0;

/** Opens the content of the cell of `length` bytes at `start`, and returns its flags. */
function open(chunk: ChunkView, start: u32, length: u32): u32 {
  const quote = quoteOf(chunk);
  at = chunk.bytes + start;
  size = length;
  if (<u32>load<u8>(at) != quote || !openQuoted(at, length, quote)) return 0;
  at = quotedAt;
  size = quotedLength;
  return wasEscaped ? QUOTED | ESCAPED : QUOTED;
}

function hashOfCell(chunk: ChunkView, cell: u32): u64 {
  const start = startOf(chunk, cell);
  open(chunk, start, lengthOf(chunk, cell, start));
  return hashContent(at, size);
}

/** The cell of a record in a column; the last one where the record names the column twice. */
function cellOf(chunk: ChunkView, record: u32, column: u32): u32 {
  const from: u32 = record == 0 ? 0 : load<u32>(chunk.recordEnds + 4 * <usize>record - 4);
  const to = load<u32>(chunk.recordEnds + 4 * <usize>record);
  if (chunk.columnOf == 0) return column < to - from ? from + column : NO_CELL;
  for (let cell: u32 = to; cell > from; ) {
    cell--;
    if (load<u32>(chunk.columnOf + 4 * <usize>cell) == column) return cell;
  }
  return NO_CELL;
}
