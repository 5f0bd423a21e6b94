import type { SchemaTree } from 'hyparquet';
import type { RowWriter } from '../rows/writer.ts';
import { clockTime, timestamp } from './times.ts';

/** Writes a value of a column, which is there, as a cell. */
export type ColumnForm = (value: unknown, column: number, to: RowWriter) => void;

const decoder = new TextDecoder();
const strict = new TextDecoder('utf-8', { fatal: true });

/**
 * What the package makes of values beyond numbers: text that loses nothing. Dates of JavaScript would cut time stamps to milliseconds, and parsed JSON is
 * not what was written.
 */
export const PARSERS = {
  timestampFromMilliseconds: (millis: bigint): string => timestamp(BigInt(millis), 1000n),
  timestampFromMicroseconds: (micros: bigint): string => timestamp(BigInt(micros), 1_000_000n),
  timestampFromNanoseconds: (nanos: bigint): string => timestamp(BigInt(nanos), 1_000_000_000n),
  dateFromDays: (days: number): string => timestamp(BigInt(days) * 86400n, 1n).slice(0, -'T00:00:00'.length),
  stringFromBytes: (bytes: Uint8Array | undefined): string => (bytes ? decoder.decode(bytes) : ''),
  jsonFromBytes: (bytes: Uint8Array | undefined): string => (bytes ? decoder.decode(bytes) : ''),
};

/** How the values of a column are written, by what the schema says of it. */
export function formOf({ element, children }: SchemaTree): ColumnForm {
  const { type, converted_type: converted, logical_type: logical } = element;
  if (children.length > 0 || element.repetition_type === 'REPEATED') return plain(jsonOf);
  if (converted === 'DECIMAL' || logical?.type === 'DECIMAL') return plain(decimalOf(element.scale ?? 0));
  if (logical?.type === 'TIMESTAMP') return plain(value => `${String(value)}${logical.isAdjustedToUTC ? 'Z' : ''}`);
  // Without a logical type these are instants; INT96 was never said to be anything.
  if (converted === 'TIMESTAMP_MILLIS' || converted === 'TIMESTAMP_MICROS') return plain(value => `${String(value)}Z`);
  if (converted === 'TIME_MILLIS') return plain(timeOf(1000n));
  if (converted === 'TIME_MICROS') return plain(timeOf(1_000_000n));
  if (logical?.type === 'TIME') return plain(timeOf(logical.unit === 'NANOS' ? 1_000_000_000n : logical.unit === 'MICROS' ? 1_000_000n : 1000n));
  if (type === 'FLOAT') return plain(value => (typeof value === 'number' ? shortestFloat(value) : String(value)));
  if (converted === 'JSON' || converted === 'DATE' || type === 'INT96' || !isBytes(type) || logical?.type === 'FLOAT16') return WRITTEN;
  return (value, column, to) => to.text(textOf(value), column);
}

/** What values look like that are written as the language writes them. */
export const WRITTEN: ColumnForm = (value, column, to) => to.plain(String(value), column);

const isBytes = (type: string | undefined): boolean => type === 'BYTE_ARRAY' || type === 'FIXED_LEN_BYTE_ARRAY';

const plain = (text: (value: unknown) => string): ColumnForm => (value, column, to) => to.plain(text(value), column);

/** Text, or bytes that are text though the schema does not say so, as older writers left it; other bytes are counted. */
function textOf(value: unknown): string {
  if (!(value instanceof Uint8Array)) return String(value);
  try {
    if (!value.includes(0)) return strict.decode(value);
  } catch {
    // Bytes that are no UTF-8 are no text.
  }
  return `<${value.length} bytes>`;
}

/** Decimals come as binary numbers: their digits are those of the scale, without the zeros at the end. */
const decimalOf = (scale: number) => (value: unknown): string => {
  const text = typeof value === 'number' && Math.abs(value) < 1e21 ? value.toFixed(Math.min(100, Math.max(0, scale))) : String(value);
  return scale > 0 && text.includes('.') ? text.replace(/\.?0+$/, '') : text;
};

const timeOf = (perSecond: bigint) => (value: unknown): string =>
  typeof value === 'bigint' || Number.isInteger(value) ? clockTime(BigInt(Number(value)), perSecond) : String(value);

/** The shortest decimal that is the same number of 32 bits. */
function shortestFloat(value: number): string {
  if (!Number.isFinite(value) || Number.isInteger(value)) return String(value);
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(Number(value.toPrecision(9)));
}

/** JSON of a nested value. Whole numbers of any size keep their digits. */
function jsonOf(value: unknown): string {
  if (value === undefined || value === null) return 'null';
  if (typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null';
  if (value instanceof Uint8Array) return JSON.stringify(textOf(value));
  if (value instanceof Date) return JSON.stringify(value.toJSON());
  if (Array.isArray(value)) return `[${value.map(jsonOf).join(',')}]`;
  if (ArrayBuffer.isView(value) && 'length' in value) return `[${Array.from<unknown>(Object.values(value)).map(jsonOf).join(',')}]`;
  if (typeof value === 'object') return `{${Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${jsonOf(member)}`).join(',')}}`;
  return JSON.stringify(String(value));
}
