// Single columns of a chunk: what their cells are, and row hashes over some of them.
import { ABSENT, finish, ROW, rowStep } from './content';
import { classOfContent, contentAt, contentLength, hash, hashContent, isQuoted, useScratch, wasEscaped } from './cell';
import { FLOAT, INTEGER, value } from './numbers';
import { ChunkView, openAt, Table } from './table';
import { Tokens, tokenOf } from './tokens';

const NO_CELL: u32 = 0xffffffff;
const MISSING: u32 = 0;
const ABSENT_CLASS: u32 = 8;

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
  const tokens = changetype<Tokens>(changetype<Table>(tableAt).tokens);
  const chunk = changetype<ChunkView>(chunkAt);
  const facts = changetype<CellFacts>(factsAt);
  useScratch(chunk.scratch);
  for (let record: u32 = 0; record < chunk.records; record++) {
    const cell = cellOf(chunk, record, column);
    let code = ABSENT_CLASS;
    let start: u32 = 0;
    let length: u32 = 0;
    let flags: u32 = 0;
    let cellHash = ABSENT;
    if (cell != NO_CELL) {
      openAt(chunk, cell);
      hashContent();
      code = tokenOf(tokens, hash, contentAt, contentLength) >= 0 ? MISSING : classOfContent();
      cellHash = hash;
      flags = u32(isQuoted) | (u32(wasEscaped) << 1);
      start = writtenStart(chunk, cell) + u32(isQuoted);
      length = wasEscaped ? writtenLength(chunk, cell, start) : contentLength;
    }
    const at = <usize>record;
    store<u8>(facts.classes + at, <u8>code);
    store<u8>(facts.flags + at, <u8>flags);
    store<u32>(facts.starts + 4 * at, start);
    store<u32>(facts.ends + 4 * at, start + length);
    store<u64>(facts.hashes + 8 * at, cellHash);
    store<f64>(facts.numbers + 8 * at, code == INTEGER || code == FLOAT ? value : NaN);
  }
}

/** One hash a record over `count` columns, in their order. */
export function hashRows(chunkAt: usize, columns: usize, count: u32, to: usize): void {
  const chunk = changetype<ChunkView>(chunkAt);
  useScratch(chunk.scratch);
  for (let record: u32 = 0; record < chunk.records; record++) {
    let row = ROW;
    for (let i: u32 = 0; i < count; i++) {
      const cell = cellOf(chunk, record, load<u32>(columns + 4 * <usize>i));
      if (cell == NO_CELL) {
        row = rowStep(row, ABSENT);
        continue;
      }
      openAt(chunk, cell);
      hashContent();
      row = rowStep(row, hash);
    }
    store<u64>(to + 8 * <usize>record, finish(row));
  }
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

function writtenStart(chunk: ChunkView, cell: u32): u32 {
  if (chunk.starts != 0) return load<u32>(chunk.starts + 4 * <usize>cell);
  return cell == 0 ? 0 : load<u32>(chunk.ends + 4 * <usize>cell - 4) + 1;
}

/** Length of the content as it is written, doubled quotes and all; `start` is behind the opening quote. */
function writtenLength(chunk: ChunkView, cell: u32, start: u32): u32 {
  let end = load<u32>(chunk.ends + 4 * <usize>cell);
  while (<u32>load<u8>(chunk.bytes + end - 1) != chunk.quote) end--;
  return end - 1 - start;
}
