import type { DataPageHeader, PageHeader } from 'hyparquet';
import { convert } from 'hyparquet/src/convert.js';
import { decompressPage } from 'hyparquet/src/datapage.js';
import { deltaBinaryUnpack, deltaByteArray, deltaLengthByteArray } from 'hyparquet/src/delta.js';
import { byteStreamSplit } from 'hyparquet/src/encoding.js';
import { readPlain } from 'hyparquet/src/plain.js';
import { readRuns } from './runs.ts';
import { textsOf, textsOfStrings } from './texts.ts';
import type { Texts } from './texts.ts';
import type { ColumnForm } from './values.ts';

/** How the package names what it needs to know of a column. */
export type Decoder = Parameters<typeof convert>[1];

/** A column of plain values, one or none in each row. */
export interface FlatColumn {
  readonly decoder: Decoder;
  readonly form: ColumnForm;
  readonly optional: boolean;
}

/** In place of the index of a value: there is none. */
export const NONE = 0xffffffff;

/** The values of some rows. */
export interface PageValues {
  /** Of each row the index of its text, or `NONE`; left out where each row has its own. */
  readonly codes: Uint32Array | undefined;
  readonly texts: Texts;
}

/** The part of a page with its values: of the two versions there are, all that differs. */
interface Body {
  readonly bytes: Uint8Array;
  /** Where the values begin. */
  readonly from: number;
  readonly encoding: DataPageHeader['encoding'];
  /** Of each row 1 where it has a value; left out where all have one. */
  readonly levels: Uint32Array | undefined;
  /** How many values there are. */
  readonly present: number;
}

/** A count or a size of a header. In one that is damaged anything may stand in its place, whatever the package says; then it throws. */
export function wholeNumber(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new Error('a header counts what cannot be counted');
  return value;
}

/** The values of a dictionary; throws where it is damaged. */
export function readDictionary(header: PageHeader, compressed: Uint8Array, { decoder, form }: FlatColumn): Texts {
  const count = wholeNumber(header.dictionary_page_header?.num_values);
  const page = decompressPage(compressed, header.uncompressed_page_size, decoder.codec, decoder.compressors);
  return isText(decoder) ? textsOfStrings(page, 0, count) : textsOf(plain(page, 0, count, decoder), form);
}

/** The values of a data page; throws where it is damaged or in an encoding nobody knows. */
export function readValues(header: PageHeader, compressed: Uint8Array, column: FlatColumn, dictionary: Texts | undefined): PageValues {
  const body = header.data_page_header_v2 ? secondBody(header, compressed, column) : firstBody(header, compressed, column);
  if (body.encoding === 'PLAIN_DICTIONARY' || body.encoding === 'RLE_DICTIONARY') return fromDictionary(body, dictionary);
  const { type } = column.decoder;
  if (type === 'BOOLEAN') return { codes: spread(booleans(body), body.levels), texts: textsOf([false, true], column.form) };
  return { codes: body.levels && spread(undefined, body.levels), texts: decode(body, column) };
}

/** Pages of version 1 are compressed as a whole; levels stand after their length. */
function firstBody(header: PageHeader, compressed: Uint8Array, { decoder, optional }: FlatColumn): Body {
  const data = header.data_page_header;
  if (!data) throw new Error('a page says nothing of itself');
  const bytes = decompressPage(compressed, header.uncompressed_page_size, decoder.codec, decoder.compressors);
  const { num_values: rows, encoding } = data;
  if (!optional) return { bytes, from: 0, encoding, levels: undefined, present: rows };
  if (data.definition_level_encoding !== 'RLE' || bytes.length < 4) throw new Error('levels in an encoding that is no longer used');
  const from = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  return { bytes, from, encoding, ...levelsOf(bytes, 4, from, rows) };
}

/** Pages of version 2 have their levels before the part that is compressed. */
function secondBody(header: PageHeader, compressed: Uint8Array, { decoder, optional }: FlatColumn): Body {
  const data = header.data_page_header_v2;
  if (!data) throw new Error('a page says nothing of itself');
  const { num_values: rows, encoding } = data;
  const [before, bytesOfLevels] = [wholeNumber(data.repetition_levels_byte_length), wholeNumber(data.definition_levels_byte_length)];
  const levels = optional ? levelsOf(compressed, before, before + bytesOfLevels, rows) : { levels: undefined, present: rows };
  const rest = compressed.subarray(before + bytesOfLevels);
  const size = wholeNumber(header.uncompressed_page_size - before - bytesOfLevels);
  const bytes = data.is_compressed === false || size === 0 ? rest : decompressPage(rest, size, decoder.codec, decoder.compressors);
  return { bytes, from: 0, encoding, ...levels };
}

function levelsOf(bytes: Uint8Array, from: number, stop: number, rows: number): { readonly levels: Uint32Array | undefined; readonly present: number } {
  if (stop > bytes.length) throw new Error('levels are cut short');
  const levels = new Uint32Array(rows);
  readRuns(bytes, from, stop, 1, levels);
  let present = 0;
  for (let i = 0; i < rows; i++) present += levels[i] ?? 0;
  return { levels: present === rows ? undefined : levels, present };
}

function fromDictionary({ bytes, from, present, levels }: Body, dictionary: Texts | undefined): PageValues {
  if (!dictionary) throw new Error('a dictionary is missing');
  const indices = new Uint32Array(present);
  if (present > 0) readRuns(bytes, from + 1, bytes.length, bytes[from] ?? 0, indices);
  const { length } = dictionary.starts;
  for (let i = 0; i < present; i++) if ((indices[i] ?? 0) >= length) throw new Error('a value is not in the dictionary');
  return { codes: levels ? spread(indices, levels) : indices, texts: dictionary };
}

/** Puts the indices of the values that are there into the rows that have one. Without indices values are numbered. */
function spread(indices: Uint32Array | undefined, levels: Uint32Array | undefined): Uint32Array {
  if (!levels) return indices ?? new Uint32Array(0);
  const codes = new Uint32Array(levels.length).fill(NONE);
  for (let i = 0, next = 0; i < levels.length; i++) {
    if (levels[i] !== 1) continue;
    codes[i] = indices?.[next] ?? next;
    next++;
  }
  return codes;
}

/** Booleans are packed bits, or runs after their length. */
function booleans({ bytes, from, encoding, present }: Body): Uint32Array {
  const values = new Uint32Array(present);
  if (encoding === 'RLE') readRuns(bytes, from + 4, bytes.length, 1, values);
  else if (encoding !== 'PLAIN' || from + present / 8 > bytes.length) throw new Error('booleans that cannot be read');
  else for (let i = 0; i < present; i++) values[i] = ((bytes[from + (i >> 3)] ?? 0) >> (i & 7)) & 1;
  return values;
}

function decode({ bytes, from, encoding, present }: Body, { decoder, form }: FlatColumn): Texts {
  if (encoding === 'PLAIN') return isText(decoder) ? textsOfStrings(bytes, from, present) : textsOf(plain(bytes, from, present, decoder), form);
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: from };
  return textsOf(convert(unpacked(reader, encoding, present, decoder), decoder), form);
}

/** What the package reads values from, and what it makes of them before they are converted. */
type ValueReader = Parameters<typeof readPlain>[0];
type Decoded = Parameters<typeof convert>[0];

function unpacked(reader: ValueReader, encoding: Body['encoding'], count: number, { type, element }: Decoder): Decoded {
  if (encoding === 'BYTE_STREAM_SPLIT') return byteStreamSplit(reader, count, type, element.type_length);
  if (encoding === 'DELTA_BINARY_PACKED') {
    const values = type === 'INT32' ? new Int32Array(count) : new BigInt64Array(count);
    if (count > 0) deltaBinaryUnpack(reader, count, values);
    return values;
  }
  const texts: Uint8Array[] = [];
  if (encoding === 'DELTA_LENGTH_BYTE_ARRAY') deltaLengthByteArray(reader, count, texts);
  else if (encoding === 'DELTA_BYTE_ARRAY') deltaByteArray(reader, count, texts);
  else throw new Error('an encoding nobody knows');
  return texts;
}

/** Values one after the other, as the package makes them. */
function plain(bytes: Uint8Array, from: number, count: number, decoder: Decoder): ArrayLike<unknown> {
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: from };
  const values = readPlain(reader, decoder.type, count, decoder.element.type_length);
  if (reader.offset > bytes.length) throw new Error('values are cut short');
  return convert(values, decoder);
}

/** Whether the schema says that the values are UTF-8. */
function isText({ type, element, schemaPath }: Decoder): boolean {
  const { converted_type: converted, logical_type: logical } = element;
  const isString = converted === 'UTF8' || (converted === undefined && logical?.type === 'STRING');
  return type === 'BYTE_ARRAY' && isString && schemaPath.every(({ element: above }) => above.logical_type?.type !== 'VARIANT');
}
