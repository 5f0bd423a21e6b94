import type { Chunk } from '../../core/chunk.ts';
import { cellsOf, cellStart } from '../../core/chunk.ts';

/**
 * Some records of a chunk as a chunk of their own, in memory of its own. Row numbers in it mean nothing any more: whoever summarises it knows values by
 * their hashes alone.
 */
export function subchunk(chunk: Chunk, records: readonly number[], lineEnd: number): Chunk {
  const cells = records.reduce((sum, record) => sum + width(chunk, record), 0);
  const built: Building = { ends: new Uint32Array(cells), recordEnds: new Uint32Array(records.length), cell: 0 };
  const touching = !chunk.starts && !chunk.columns;
  const rest = touching ? copyTouching(chunk, records, built, lineEnd) : pickCells(chunk, records, built);
  const { firstRecord, offset, quote, incidents } = chunk;
  return {
    firstRecord, offset, quote, records: records.length, lineBreaks: 0, ends: built.ends, recordEnds: built.recordEnds, ...rest,
    incidents: { ...incidents, list: [], total: 0, controls: 0, carriageReturns: 0 },
  };
}

interface Building {
  readonly ends: Uint32Array;
  readonly recordEnds: Uint32Array;
  cell: number;
}

const width = (chunk: Chunk, record: number): number => {
  const [from, to] = cellsOf(chunk, record);
  return to - from;
};

/** Cells that touch go on touching: the records are put behind one another, each with a line end. */
function copyTouching(chunk: Chunk, records: readonly number[], built: Building, lineEnd: number): Pick<Chunk, 'bytes'> {
  const extents = records.map(record => {
    const [from, to] = cellsOf(chunk, record);
    return [cellStart(chunk, from), chunk.ends[to - 1] ?? 0] as const;
  });
  const bytes = new Uint8Array(extents.reduce((sum, [start, end]) => sum + end - start + 1, 0));
  let at = 0;
  extents.forEach(([start, end], i) => {
    const [from, to] = cellsOf(chunk, records[i] ?? 0);
    bytes.set(chunk.bytes.subarray(start, end), at);
    bytes[at + end - start] = lineEnd;
    for (let cell = from; cell < to; cell++) built.ends[built.cell++] = (chunk.ends[cell] ?? 0) - start + at;
    built.recordEnds[i] = built.cell;
    at += end - start + 1;
  });
  return { bytes };
}

/** Cells that lie apart stay where they are; only the list of them is shorter. */
function pickCells(chunk: Chunk, records: readonly number[], built: Building): Pick<Chunk, 'bytes' | 'starts' | 'columns'> {
  const starts = new Uint32Array(built.ends.length);
  const columns = chunk.columns && new Uint32Array(built.ends.length);
  records.forEach((record, i) => {
    const [from, to] = cellsOf(chunk, record);
    for (let cell = from; cell < to; cell++) {
      starts[built.cell] = cellStart(chunk, cell);
      if (columns) columns[built.cell] = chunk.columns?.[cell] ?? 0;
      built.ends[built.cell++] = chunk.ends[cell] ?? 0;
    }
    built.recordEnds[i] = built.cell;
  });
  return { bytes: chunk.bytes, starts, ...(columns && { columns }) };
}
