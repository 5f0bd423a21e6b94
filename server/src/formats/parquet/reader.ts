import type { Chunk } from '../../core/chunk.ts';
import type { Reader, Resume, Source } from '../../core/format.ts';
import type { StructuralFact } from '../../core/structure.ts';
import { TABLE_FAULTS } from '../../core/structure.ts';
import { CellGrid } from './cells.ts';
import { openParquet } from './file.ts';
import type { Group, ParquetFile } from './file.ts';
import { NestedPages } from './nested.ts';
import { ColumnPages } from './pages.ts';
import type { Page, Pages } from './pages.ts';

/** Cells and bytes of a chunk, and rows at most. */
const CELLS = 128 * 1024;
const BYTES = 512 * 1024;
const ROWS = 8192;

/** Bytes that are read ahead for all columns together. */
const AHEAD = 16 * 1024 * 1024;
const MOST_AHEAD = 256 * 1024;
const LEAST_AHEAD = 8 * 1024;

/** Every pass begins with the footer, and single rows are looked at again and again: what was read is kept as long as the file is open. */
const tables = new WeakMap<Source, Promise<ParquetTable | undefined>>();

/** Reads a Parquet file in chunks, which begin where they do whatever is read before; none where it cannot be opened. */
export function readParquet(source: Source, from?: Resume): Reader {
  let table: ParquetTable | undefined;
  let row = from?.record ?? 0;
  let offset = from?.offset ?? 0;

  async function next(): Promise<Chunk | undefined> {
    table ??= await tableOf(source);
    const chunk = await table?.chunk(row, offset, from?.rows);
    row += chunk?.records ?? 0;
    offset += chunk?.bytes.length ?? 0;
    return chunk;
  }

  return { header: () => Promise.resolve(undefined), next, facts: () => table?.facts() ?? [], dispose: () => undefined };
}

function tableOf(source: Source): Promise<ParquetTable | undefined> {
  const known = tables.get(source) ?? openParquet(source).then(file => ('fault' in file ? undefined : new ParquetTable(file)));
  tables.set(source, known);
  return known;
}

class ParquetTable {
  readonly #file: ParquetFile;
  /** The columns of the group that was read last, so that no more than one is in memory. */
  #open: { readonly group: Group; readonly columns: readonly Pages[] } | undefined;
  /** Rows that could not be read, by column and by the first row of their page: each counts once. */
  readonly #lost = new Map<number, Map<number, number>>();

  constructor(file: ParquetFile) {
    this.#file = file;
  }

  /** The chunk that begins with a row; `wanted`: the rows that have cells. `undefined` after the last row. */
  async chunk(row: number, offset: number, wanted?: ReadonlySet<number>): Promise<Chunk | undefined> {
    const group = this.#file.groups.find(({ first, rows }) => row < first + rows);
    if (!group) return undefined;
    const records = Math.min(this.#rowsOf(group), group.first + group.rows - row);
    const columns = this.#columnsOf(group);
    const kept = wanted ? wantedOf(wanted, row, records) : numbersTo(records);
    const grid = new CellGrid(kept, columns.length);
    for (const [column, pages] of columns.entries()) {
      for (let i = 0; i < kept.length;) {
        const page = await pages.at(row - group.first + (kept[i] ?? 0));
        if (page.values === 'lost') this.#noteLost(column, group, page);
        i = grid.fill(column, i, page, row - group.first);
      }
    }
    return grid.chunk(records, row, offset);
  }

  facts(): readonly StructuralFact[] {
    return [...this.#lost].sort(([a], [b]) => a - b).map(([column, pages]): StructuralFact => {
      const rows = [...pages.values()].reduce((sum, count) => sum + count, 0);
      return { kind: 'damaged-table', place: { at: 'header', column }, numbers: { code: TABLE_FAULTS.indexOf('pages'), column, rows } };
    });
  }

  /** Rows of a chunk, a function of the group alone. */
  #rowsOf({ rows, bytes }: Group): number {
    const perRow = Math.max(1, bytes / Math.max(1, rows));
    return Math.max(1, Math.min(ROWS, Math.floor(CELLS / Math.max(1, this.#file.columns.length)), Math.floor(BYTES / perRow)));
  }

  #columnsOf(group: Group): readonly Pages[] {
    if (this.#open?.group !== group) this.#open = { group, columns: this.#file.columns.map((_, column) => this.#pagesOf(group, column)) };
    return this.#open.columns;
  }

  #pagesOf(group: Group, index: number): Pages {
    const { columns, buffer } = this.#file;
    const column = columns[index];
    const chunk = group.chunks.get(column?.name ?? '');
    if (!column) throw new Error('a column that is not there');
    if (!column.flat || !chunk) return new NestedPages(this.#file, group, column, group.bytes / columns.length);
    const ahead = Math.max(LEAST_AHEAD, Math.min(MOST_AHEAD, Math.floor(AHEAD / columns.length)));
    const flat = { ...column.flat, decoder: { ...column.flat.decoder, codec: chunk.codec, pathInSchema: chunk.path_in_schema } };
    return new ColumnPages(buffer, flat, chunk, group.rows, ahead);
  }

  #noteLost(column: number, group: Group, { first, end }: Page): void {
    const pages = this.#lost.get(column) ?? new Map<number, number>();
    this.#lost.set(column, pages.set(group.first + first, end - first));
  }
}

/** The rows of a chunk that have cells, counted from its first one. */
function wantedOf(wanted: ReadonlySet<number>, first: number, records: number): Uint32Array {
  return Uint32Array.from([...wanted].filter(row => row >= first && row < first + records), row => row - first).sort();
}

function numbersTo(count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  for (let i = 0; i < count; i++) numbers[i] = i;
  return numbers;
}
