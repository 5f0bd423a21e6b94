// Chunks whose cells do not touch or name their columns, as those of JSON do. Their cells are gathered column by column first, so that they are added in
// the same short loops as those of a table whose records are all alike.
import { addColumn } from './block';
import { BLOCK, hashes } from './blockCells';
import { ABSENT, finish, ROW, rowStep } from './content';
import { allocate, release } from './memory';
import { ChunkView, columnAt, isBlank, lengthOf, startOf, Table } from './table';
import { Tokens } from './tokens';

/** Bytes a column takes in `gathered`: of each record the offset before its cell and the one after it, and one bit that says whether there is a cell. */
const STRIDE: usize = 8 * <usize>BLOCK + 16;
const BITS: usize = 8 * <usize>BLOCK;
/** Room for the cells of a block, made larger when a table has more columns than any before it. */
let gathered: usize = 0;
let gatheredBytes: usize = 0;
/** Which records of the block are blank lines, a bit each, and the hashes of a column that some of them lack. */
const blanks: usize = memory.data(16, 16);
const sparse: usize = memory.data(8 * 128, 16);

/** Adds all records of any chunk. Writes row hashes where `rows` is not 0. */
export function addNamed(at: usize, chunkAt: usize, rows: usize): void {
  const table = changetype<Table>(at);
  const chunk = changetype<ChunkView>(chunkAt);
  reserve(table.columns);
  for (let first: u32 = 0; first < chunk.records; first += BLOCK) {
    const records = min<u32>(BLOCK, chunk.records - first);
    gather(table, chunk, first, records);
    addGathered(table, chunk, first, records, rows == 0 ? 0 : rows + 8 * <usize>first);
    table.records += records - <u32>(popcnt(load<u64>(blanks)) + popcnt(load<u64>(blanks, 8)));
  }
}

function reserve(columns: u32): void {
  const bytes = STRIDE * <usize>max<u32>(columns, 1);
  if (bytes <= gatheredBytes) return;
  release(gathered, gatheredBytes);
  gathered = allocate(bytes);
  gatheredBytes = bytes;
}

/** Notes where the cells of each column lie. Of two cells of one column in a record the first is added at once. */
function gather(table: Table, chunk: ChunkView, first: u32, records: u32): void {
  store<u64>(blanks, 0);
  store<u64>(blanks, 0, 8);
  for (let index: u32 = 0; index < table.columns; index++) memory.fill(gathered + STRIDE * <usize>index + BITS, 0, 16);
  let cell: u32 = first == 0 ? 0 : load<u32>(chunk.recordEnds + 4 * <usize>first - 4);
  for (let i: u32 = 0; i < records; i++) {
    const from = cell;
    const to = load<u32>(chunk.recordEnds + 4 * <usize>(first + i));
    const bit = <u64>1 << (i & 63);
    const word = <usize>(i >>> 6) << 3;
    if (isBlank(chunk, first + i, table.columns)) store<u64>(blanks + word, load<u64>(blanks + word) | bit);
    else {
      for (; cell < to; cell++) {
        const index = chunk.columnOf != 0 ? load<u32>(chunk.columnOf + 4 * <usize>cell) : cell - from;
        if (index >= table.columns) continue;
        const base = gathered + STRIDE * <usize>index;
        const bits = load<u64>(base + BITS + word);
        const pair = base + 8 * <usize>i;
        if ((bits & bit) != 0) addRun(table, chunk, index, pair, 1, first + i);
        store<u64>(base + BITS + word, bits | bit);
        const start = startOf(chunk, cell);
        store<u32>(pair, start - 1);
        store<u32>(pair, start + lengthOf(chunk, cell, start), 4);
      }
    }
    cell = to;
  }
}

/** Adds the gathered cells of all columns, and the row hashes of their records. */
function addGathered(table: Table, chunk: ChunkView, first: u32, records: u32, rows: usize): void {
  if (rows != 0) for (let i: usize = 0; i < <usize>records; i++) store<u64>(rows + 8 * i, ROW);
  for (let index: u32 = 0; index < table.columns; index++) {
    const base = gathered + STRIDE * <usize>index;
    const cells = <u32>(popcnt(load<u64>(base + BITS)) + popcnt(load<u64>(base + BITS, 8)));
    let from = hashes;
    if (cells == records) addRun(table, chunk, index, base, records, first);
    else {
      addRuns(table, chunk, index, base, records, first);
      from = sparse;
    }
    if (rows == 0) continue;
    for (let i: usize = 0; i < <usize>records; i++) store<u64>(rows + 8 * i, rowStep(load<u64>(rows + 8 * i), load<u64>(from + 8 * i)));
  }
  if (rows == 0) return;
  for (let i: usize = 0; i < <usize>records; i++) {
    const isEmpty = ((load<u64>(blanks + ((i >>> 6) << 3)) >> <u64>(i & 63)) & 1) != 0;
    store<u64>(rows + 8 * i, isEmpty ? 0 : finish(load<u64>(rows + 8 * i)));
  }
}

/** Adds the cells of a column that some records of the block lack, run by run, and leaves all hashes in `sparse`. */
function addRuns(table: Table, chunk: ChunkView, index: u32, base: usize, records: u32, first: u32): void {
  for (let i: u32 = 0; i < records; ) {
    let to = i;
    while (to < records && hasCell(base, to)) to++;
    if (to == i) {
      store<u64>(sparse + 8 * <usize>i, ABSENT);
      i++;
      continue;
    }
    addRun(table, chunk, index, base + 8 * <usize>i, to - i, first + i);
    memory.copy(sparse + 8 * <usize>i, hashes, 8 * <usize>(to - i));
    i = to;
  }
}

// @ts-ignore: decorator
@inline
function hasCell(base: usize, i: u32): bool {
  return ((load<u64>(base + BITS + (<usize>(i >>> 6) << 3)) >> <u64>(i & 63)) & 1) != 0;
}

/** Adds the cells of consecutive records that lie where the pairs from `pair` on say, the first of them in record `record` of the chunk. */
// @ts-ignore: decorator
@inline
function addRun(table: Table, chunk: ChunkView, index: u32, pair: usize, records: u32, record: u32): void {
  addColumn(changetype<Tokens>(table.tokens), columnAt(table, index), chunk, pair + 4, 8, false, records, <u64>chunk.firstRecord + record);
}
