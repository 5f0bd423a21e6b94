import type { AsyncBuffer, FileMetaData } from 'hyparquet';
import { parquetMetadataAsync, parquetRead, parquetSchema } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { Source } from '../../core/format.ts';
import { TABLE_FAULTS } from '../../core/structure.ts';
import type { StructuralFact, TableFault } from '../../core/structure.ts';
import { readInto } from '../../util/readInto.ts';
import type { Rows, Slice } from '../rows/reader.ts';
import { formOf, PARSERS } from './values.ts';
import type { ColumnForm } from './values.ts';

/** A Parquet file whose footer was read. */
export interface ParquetFile {
  readonly columns: readonly ParquetColumn[];
  readonly rows: number;
  readonly groups: readonly Group[];
  readonly metadata: FileMetaData;
  readonly buffer: AsyncBuffer;
}

export interface ParquetColumn {
  readonly name: string;
  readonly form: ColumnForm;
}

interface Group {
  readonly first: number;
  readonly rows: number;
  /** Bytes of its pages before compression. */
  readonly bytes: number;
  /** Rows that are decoded at a time. */
  readonly step: number;
}

/** Why nothing of a file can be read, as an index of `TABLE_FAULTS`. */
interface Unopened {
  readonly fault: number;
}

/** Every pass, and every look at a single row, begins with the footer: it is read once. */
const opened = new WeakMap<Source, Promise<ParquetFile | Unopened>>();
const decoded = new WeakMap<Source, Promise<Rows>>();

/** Reads the footer of a Parquet file, or says what is wrong with it. */
export function openParquet(source: Source): Promise<ParquetFile | Unopened> {
  const known = opened.get(source) ?? readFooter(source);
  opened.set(source, known);
  return known;
}

/** The rows of a file; none where it cannot be opened. One slice is kept until another one is asked for. */
export function rowsOf(source: Source): Promise<Rows> {
  const known = decoded.get(source) ?? openParquet(source).then(file => ('fault' in file ? NO_ROWS : new ParquetRows(file)));
  decoded.set(source, known);
  return known;
}

const NO_ROWS: Rows = { slice: () => Promise.resolve(undefined), facts: () => [] };

const unopened = (fault: TableFault): Unopened => ({ fault: TABLE_FAULTS.indexOf(fault) });

async function readFooter(source: Source): Promise<ParquetFile | Unopened> {
  const buffer = bufferOf(source);
  const end = buffer.byteLength >= 12 ? String.fromCharCode(...new Uint8Array(await buffer.slice(buffer.byteLength - 4))) : '';
  if (end === 'PARE') return unopened('encrypted');
  if (end !== 'PAR1') return unopened('cut-short');
  try {
    return fileOf(await parquetMetadataAsync(buffer, { parsers: PARSERS, geoparquet: false }), buffer);
  } catch {
    // The package throws whatever it stumbles over: a footer that is not to be read is damaged.
    return unopened('directory');
  }
}

/** Types the package refuses to convert; their bytes can be counted all the same. */
const UNCONVERTED: ReadonlySet<string | undefined> = new Set(['BSON', 'INTERVAL']);

function fileOf(metadata: FileMetaData, buffer: AsyncBuffer): ParquetFile {
  for (const element of metadata.schema) if (UNCONVERTED.has(element.converted_type)) delete element.converted_type;
  const columns = parquetSchema(metadata).children.map((tree): ParquetColumn => ({ name: nameFrom(tree.element.name), form: formOf(tree) }));
  const groups: Group[] = [];
  let rows = 0;
  for (const group of metadata.row_groups) {
    const [count, bytes] = [Number(group.num_rows), Number(group.total_byte_size)];
    // A column has a value, or a null, for every row at least.
    const most = group.columns.reduce((least, { meta_data: chunk }) => Math.min(least, Number(chunk?.num_values)), group.columns.length > 0 ? Infinity : bytes);
    if (!(count >= 0 && count <= most)) throw new Error('a row group counts rows that are not there');
    groups.push({ first: rows, rows: count, bytes, step: stepOf(count, group.columns.length, bytes) });
    rows += count;
  }
  return { columns, rows, groups, metadata, buffer };
}

/** A damaged footer may lack what the package promises. */
function nameFrom(name: unknown): string {
  if (typeof name !== 'string') throw new Error('a column has no name');
  return name;
}

/** Cells and bytes that are decoded at a time, as far as a group is not cut more often than `MOST_STEPS`: pages before a slice are passed over each time. */
const CELLS = 1024 * 1024;
const BYTES = 64 * 1024 * 1024;
const MOST_STEPS = 16;

function stepOf(rows: number, columns: number, bytes: number): number {
  const steps = Math.min(MOST_STEPS, Math.max(1, Math.ceil((rows * columns) / CELLS), Math.ceil(bytes / BYTES)));
  return Math.max(1, Math.ceil(rows / steps));
}

class ParquetRows implements Rows {
  readonly #file: ParquetFile;
  #last: { readonly first: number; readonly slice: Promise<Slice> } | undefined;
  /** Rows that could not be read, by column. A slice may be read again, and counts once. */
  readonly #lost = new Map<number, Map<number, number>>();

  constructor(file: ParquetFile) {
    this.#file = file;
  }

  async slice(row: number): Promise<Slice | undefined> {
    const group = this.#file.groups.find(({ first, rows }) => row < first + rows);
    if (!group) return undefined;
    const first = group.first + Math.floor((row - group.first) / group.step) * group.step;
    if (this.#last?.first !== first) this.#last = { first, slice: this.#read(first, Math.min(first + group.step, group.first + group.rows)) };
    return this.#last.slice;
  }

  facts(): readonly StructuralFact[] {
    return [...this.#lost].map(([column, slices]): StructuralFact => {
      const rows = [...slices.values()].reduce((sum, count) => sum + count, 0);
      return { kind: 'damaged-table', place: { at: 'header', column }, numbers: { code: TABLE_FAULTS.indexOf('pages'), column, rows } };
    });
  }

  async #read(first: number, end: number): Promise<Slice> {
    const { columns } = this.#file;
    const values = await readColumns(this.#file, columns.map(({ name }) => name), first, end).catch(() => this.#readOneByOne(first, end));
    return {
      first, end,
      write(row, to) {
        for (let column = 0; column < columns.length; column++) {
          const value = values[column]?.[row - first];
          if (value === undefined || value === null) to.empty(column);
          else columns[column]?.form(value, column, to);
        }
      },
    };
  }

  /** A damaged column costs its own cells only; they are left empty. */
  async #readOneByOne(first: number, end: number): Promise<readonly Values[]> {
    const all: Values[] = [];
    for (const [column, { name }] of this.#file.columns.entries()) {
      const [values] = await readColumns(this.#file, [name], first, end).catch(() => []);
      if (!values) this.#lost.set(column, (this.#lost.get(column) ?? new Map<number, number>()).set(first, end - first));
      all.push(values ?? []);
    }
    return all;
  }
}

type Values = ArrayLike<unknown>;

/** The values of some columns in rows `[first, end)`; throws where a page cannot be read. */
async function readColumns({ metadata, buffer: file }: ParquetFile, columns: readonly string[], first: number, end: number): Promise<readonly Values[]> {
  const values = new Map(columns.map(name => [name, new Array<unknown>(end - first)]));
  const filled = new Map<string, number>();
  await parquetRead({
    file, metadata, columns: [...columns], rowStart: first, rowEnd: end, compressors, parsers: PARSERS, utf8: false, geoparquet: false, useOffsetIndex: true,
    onChunk({ columnName, columnData, rowStart, rowEnd }) {
      const target = values.get(columnName);
      const [from, to] = [Math.max(first, rowStart), Math.min(end, rowEnd)];
      for (let row = from; target && row < to; row++) target[row - first] = columnData[row - rowStart];
      filled.set(columnName, (filled.get(columnName) ?? 0) + Math.max(0, to - from));
    },
  });
  return columns.map(name => {
    if (filled.get(name) !== end - first) throw new Error('pages are missing');
    return values.get(name) ?? [];
  });
}

/** A file as the package reads it; reading beyond its end is an error. */
function bufferOf(source: Source): AsyncBuffer {
  const byteLength = source.size ?? 0;
  async function load(start: number, end: number): Promise<ArrayBuffer> {
    if (!(start >= 0 && end >= start && end <= byteLength)) throw new Error('the file is too short');
    const bytes = new Uint8Array(end - start);
    if (await readInto(source, bytes, start) < bytes.length) throw new Error('the file is too short');
    return bytes.buffer;
  }
  return {
    byteLength,
    slice(start, end = byteLength) {
      const bytes = load(start, end);
      // The package asks for several parts at once and lets go of the others where one fails.
      bytes.catch(() => undefined);
      return bytes;
    },
  };
}
