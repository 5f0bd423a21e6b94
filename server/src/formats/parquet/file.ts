import type { AsyncBuffer, ColumnMetaData, FileMetaData, RowGroup, SchemaTree } from 'hyparquet';
import { parquetMetadataAsync, parquetSchema } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { DEFAULT_PARSERS } from 'hyparquet/src/convert.js';
import type { Source } from '../../core/format.ts';
import { TABLE_FAULTS } from '../../core/structure.ts';
import type { TableFault } from '../../core/structure.ts';
import { readInto } from '../../util/readInto.ts';
import type { Decoder, FlatColumn } from './page.ts';
import { typeName } from './types.ts';
import { formOf, PARSERS } from './values.ts';
import type { ColumnForm } from './values.ts';

/** A Parquet file whose footer was read. */
export interface ParquetFile {
  readonly columns: readonly ParquetColumn[];
  readonly rows: number;
  readonly groups: readonly Group[];
  readonly metadata: FileMetaData;
  readonly buffer: AsyncBuffer;
  readonly unpackers: Compressors;
}

/** By the names that the package has for codecs. */
type Compressors = typeof compressors;

export interface ParquetColumn {
  readonly name: string;
  /** How it is stored, see `typeName`. */
  readonly type: string;
  readonly form: ColumnForm;
  /** How its pages are read; left out where values are nested. */
  readonly flat: FlatColumn | undefined;
}

export interface Group {
  readonly first: number;
  readonly rows: number;
  /** Bytes of its pages before compression. */
  readonly bytes: number;
  /** Where the pages of each column lie, for columns that are not nested. */
  readonly chunks: ReadonlyMap<string, ColumnMetaData>;
}

/** Why nothing of a file can be read, as an index of `TABLE_FAULTS`. */
interface Unopened {
  readonly fault: number;
}

/** Every pass, and every look at a single row, begins with the footer: it is read once. */
const opened = new WeakMap<Source, Promise<ParquetFile | Unopened>>();

/** Reads the footer of a Parquet file, or says what is wrong with it. */
export function openParquet(source: Source): Promise<ParquetFile | Unopened> {
  const known = opened.get(source) ?? readFooter(source);
  opened.set(source, known);
  return known;
}

const unopened = (fault: TableFault): Unopened => ({ fault: TABLE_FAULTS.indexOf(fault) });

async function readFooter(source: Source): Promise<ParquetFile | Unopened> {
  const buffer = bufferOf(source);
  const end = buffer.byteLength >= 12 ? String.fromCharCode(...new Uint8Array(await buffer.slice(buffer.byteLength - 4))) : '';
  if (end === 'PARE') return unopened('encrypted');
  if (end !== 'PAR1') return unopened('cut-short');
  try {
    const unpackers = source.unzstd ? { ...compressors, ZSTD: source.unzstd } : compressors;
    return fileOf(await parquetMetadataAsync(buffer, { parsers: PARSERS, geoparquet: false }), buffer, unpackers);
  } catch {
    // The package throws whatever it stumbles over: a footer that is not to be read is damaged.
    return unopened('directory');
  }
}

/** Types the package refuses to convert; their bytes can be counted all the same. */
const UNCONVERTED: ReadonlySet<string | undefined> = new Set(['BSON', 'INTERVAL']);

function fileOf(metadata: FileMetaData, buffer: AsyncBuffer, unpackers: Compressors): ParquetFile {
  for (const element of metadata.schema) if (UNCONVERTED.has(element.converted_type)) delete element.converted_type;
  const schema = parquetSchema(metadata);
  const columns = schema.children.map((tree): ParquetColumn => ({
    name: nameFrom(tree.element.name), type: typeName(tree), form: formOf(tree), flat: flatOf(schema, tree, unpackers),
  }));
  const groups: Group[] = [];
  let rows = 0;
  for (const group of metadata.row_groups) {
    const [count, bytes] = [Number(group.num_rows), Number(group.total_byte_size)];
    // A column has a value, or a null, for every row at least.
    const most = group.columns.reduce((least, { meta_data: chunk }) => Math.min(least, Number(chunk?.num_values)), group.columns.length > 0 ? Infinity : bytes);
    if (!(count >= 0 && count <= most)) throw new Error('a row group counts rows that are not there');
    groups.push({ first: rows, rows: count, bytes, chunks: chunksOf(group) });
    rows += count;
  }
  return { columns, rows, groups, metadata, buffer, unpackers };
}

/** How the values of a column are read that has one or none in each row. */
function flatOf(schema: SchemaTree, tree: SchemaTree, unpackers: Compressors): FlatColumn | undefined {
  const { element } = tree;
  const { type } = element;
  if (tree.children.length > 0 || element.repetition_type === 'REPEATED' || type === undefined) return undefined;
  // The codec is that of the chunk, which is set when one is read.
  const decoder: Decoder = {
    pathInSchema: tree.path, type, element, schemaPath: [schema, tree], codec: 'UNCOMPRESSED', compressors: unpackers, utf8: false, parsers: { ...DEFAULT_PARSERS, ...PARSERS },
  };
  return { decoder, form: formOf(tree), optional: element.repetition_type === 'OPTIONAL' };
}

/** Where the pages of columns lie that have a name of one part. Pages in another file are not read. */
function chunksOf({ columns }: RowGroup): ReadonlyMap<string, ColumnMetaData> {
  const chunks = new Map<string, ColumnMetaData>();
  for (const { meta_data: chunk, file_path: elsewhere } of columns) {
    const [name, ...others] = chunk?.path_in_schema ?? [];
    if (chunk && name !== undefined && others.length === 0 && elsewhere === undefined) chunks.set(name, chunk);
  }
  return chunks;
}

/** A damaged footer may lack what the package promises. */
function nameFrom(name: unknown): string {
  if (typeof name !== 'string') throw new Error('a column has no name');
  return name;
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
