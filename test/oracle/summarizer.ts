import type { Chunk } from '../../server/src/core/chunk.ts';
import { cellsOf } from '../../server/src/core/chunk.ts';
import type { CellFacts, Summarizer, SummarySpec } from '../../server/src/core/kernel.ts';
import { CELL_CLASSES } from '../../server/src/core/kernel.ts';
import { classify } from './classify.ts';
import { addCell, emptyColumn, settle } from './column.ts';
import type { Content } from './content.ts';
import { cellsOfColumn, contentOf } from './content.ts';
import type { TableState } from './exported.ts';
import { encode } from './exported.ts';
import { ABSENT, hashOf, rowHashOf } from './hash.ts';
import { mergeExported } from './merge.ts';
import { readTable } from './read.ts';

/** The definition of a table's summary. */
export function twinSummarizer(spec: SummarySpec): Summarizer {
  const table: TableState = { records: 0, columns: Array.from({ length: spec.columns }, () => emptyColumn(spec.nullTokens.length, spec.size)) };
  const all = Array.from({ length: spec.columns }, (_, column) => column);
  let rowHashes: Uint32Array = new Uint32Array(0);
  const settled = (): TableState => {
    for (const column of table.columns) settle(column, spec.size);
    return table;
  };
  return {
    dispose: () => undefined,
    add(chunk, hashes = false) {
      addChunk(spec, table, chunk);
      rowHashes = hashes ? hashRows(spec, chunk, all) : new Uint32Array(0);
    },
    get rowHashes() {
      return rowHashes;
    },
    hashRows: (chunk, columns) => hashRows(spec, chunk, columns),
    cells: (chunk, column) => cellFacts(spec, chunk, column),
    export: () => encode(spec, settled()),
    merge: (exported) => mergeExported(spec, settled(), exported),
    read: () => readTable(spec, settled()),
  };
}

/** Cells beyond the last column are ignored; a record that is too short simply has fewer cells. */
function addChunk(spec: SummarySpec, table: TableState, chunk: Chunk): void {
  for (let record = 0; record < chunk.records; record++) {
    if (isBlank(spec, chunk, record)) continue;
    table.records++;
    const [from, to] = cellsOf(chunk, record);
    for (let cell = from; cell < to; cell++) {
      const column = table.columns[chunk.columns?.[cell] ?? cell - from];
      const content = contentOf(chunk, cell);
      if (column) addCell(column, content, tokenOf(spec, content.bytes), chunk.firstRecord + record);
    }
  }
}

/** A blank line: one empty cell, without quotes, in a table of several columns that are listed in order; no cell where cells name their columns. It is no record. */
function isBlank(spec: SummarySpec, chunk: Chunk, record: number): boolean {
  const [from, to] = cellsOf(chunk, record);
  if (chunk.columns) return from === to;
  if (spec.columns < 2 || to - from !== 1) return false;
  const { bytes, quoted } = contentOf(chunk, from);
  return bytes.length === 0 && !quoted;
}

function tokenOf(spec: SummarySpec, content: Uint8Array): number {
  return spec.nullTokens.findIndex((token) => token.length === content.length && token.every((byte, i) => byte === content[i]));
}

function hashRows(spec: SummarySpec, chunk: Chunk, columns: readonly number[]): Uint32Array {
  const byColumn = columns.map((column) => cellsOfColumn(chunk, column).map((cell) => (cell < 0 ? ABSENT : hashOf(contentOf(chunk, cell).bytes))));
  const rowHash = (record: number): bigint => rowHashOf(byColumn.map((hashes) => hashes[record] ?? ABSENT));
  return words(Array.from({ length: chunk.records }, (_, record) => (isBlank(spec, chunk, record) ? 0n : rowHash(record))));
}

function words(hashes: readonly bigint[]): Uint32Array {
  return new Uint32Array(BigUint64Array.from(hashes).buffer);
}

function cellFacts(spec: SummarySpec, chunk: Chunk, column: number): CellFacts {
  const known = (cell: number, record: number): boolean => cell >= 0 && !isBlank(spec, chunk, record);
  const cells = cellsOfColumn(chunk, column).map((cell, record) => (known(cell, record) ? factsOf(spec, contentOf(chunk, cell)) : undefined));
  return {
    classes: Uint8Array.from(cells, (cell) => cell?.code ?? CELL_CLASSES.indexOf('absent')),
    starts: Uint32Array.from(cells, (cell) => cell?.content.start ?? 0),
    ends: Uint32Array.from(cells, (cell) => cell?.content.end ?? 0),
    flags: Uint8Array.from(cells, (cell) => Number(cell?.content.quoted ?? 0) + 2 * Number(cell?.content.escaped ?? 0)),
    hashes: words(cells.map((cell) => cell?.hash ?? ABSENT)),
    numbers: Float64Array.from(cells, (cell) => cell?.number ?? NaN),
  };
}

function factsOf(spec: SummarySpec, content: Content): { readonly content: Content; readonly code: number; readonly hash: bigint; readonly number: number } {
  const hash = hashOf(content.bytes);
  if (tokenOf(spec, content.bytes) >= 0) return { content, code: 0, hash, number: NaN };
  const kind = classify(content.bytes);
  return { content, code: CELL_CLASSES.indexOf(kind.class), hash, number: kind.number };
}
