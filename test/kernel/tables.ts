import fc from 'fast-check';
import type { Chunk } from '../../server/src/core/chunk.ts';
import type { SummarySpec } from '../../server/src/core/kernel.ts';
import { twinTokenizer } from '../oracle/tokenizer.ts';
import { feed } from './feeding.ts';

const encoder = new TextEncoder();

export const NULLS = ['', 'NA', 'N/A', 'null', '-', '无', 'not available, sorry'].map((text) => encoder.encode(text));

/** Small sizes, so that everything that is limited overflows. */
export function spec(columns: number, values = 6, buckets = 5, registerBits = 5): SummarySpec {
  return { columns, nullTokens: NULLS, size: { values, buckets, registerBits } };
}

/** Contents that sit at the edges of the classes' grammars. */
export const EDGES = [
  '', 'NA', 'N/A', 'null', '-', '无', 'na', 'not available, sorry', 'not available, sorrY', '+', '.', '-.', '+.5', '.5', '5.', '-5.', '0', '-0', '+0', '00', '007', '-007', '0.0', '-0.0', '00.5', '0e5', '00e5',
  '1e5', '1E+5', '1e', '1e+', 'e5', '1e400', '-1e400', '1e-400', '1.5e-323', '123456789012345678901234567890', '0.00000000000000000000000000000000000001', '9007199254740993',
  '2147483647', '2147483648', '-2147483648', '4294967296', '18446744073709551615', '18446744073709551616', '99999999999999999999', '1234567890123456', '-123456789012345', '12345678901234567',
  '0.1', '0.3', '-0.30', '1.7976931348623157e308', '1.7976931348623159e308', '4.9e-324', '2.2250738585072014e-308', '0'.repeat(40), `1${'0'.repeat(400)}`, `0.${'0'.repeat(330)}1`,
  `0.${'0'.repeat(400)}1e401`, '1e99999999999', '0e99999999999', '1e-99999999999', '1.2.3', '1,5', '1_000', '0x10', 'NaN', 'Infinity', ' 1', '1 ',
  'true', 'True', 'TRUE', 'tRUE', 'false', 'False', 'FALSE', 'FALSe', 'falsy', 'truly',
  '2020-01-01', '2020/12/31', '2020-1-01', '2020-01/01', '2019-02-29', '2020-02-29', '1900-02-29', '2000-02-29', '0000-01-01', '0001-01-01', '9999-12-31', '2020-13-01', '2020-00-10', '2020-04-31', '2020-06-30', '20200101', '2020-01-0x',
  '2020-01-01T10:20', '2020-01-01 10:20:30', '2020-01-01T10:20:30.5', '2020-01-01T10:20:30.', '2020-01-01T24:00', '2020-01-01T10:60', '2020-01-01T10:20Z', '2020-01-01T10:20:30+01:00', '2020-01-01T10:20:30-0130',
  '2020-01-01T10:20:30.123456Z', '2020-01-01T10:20+1', '2020-01-01T10:20+24:00', '2020-01-01T10', '2020-01-01x10:20', '2020/01/01 23:59:59', '2020-01-01T10:20:61', '2020-02-30T10:20', '2020-01-01T10:20:30.12x',
  'a@b', '@', 'someone.with.a.long.name@example.org', 'text', 'exactly16 bytes!', 'seventeen bytes!!', '北京', 'é'.repeat(20), 'x'.repeat(31) + 'é', '3 apples', '-a', '+49 30 1234567',
];

const digit = fc.constantFrom(...'0123456789');
const numberish = fc
  .tuple(fc.constantFrom('', '', '-', '+'), fc.array(digit, { maxLength: 25 }), fc.constantFrom('', '.'), fc.array(digit, { maxLength: 25 }), fc.constantFrom('', '', '', 'e5', 'E-12', 'e+300', 'e-310', 'e'))
  .map(([sign, whole, point, fraction, power]) => sign + whole.join('') + point + (point ? fraction.join('') : '') + power);

export const contents: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...EDGES) },
  { weight: 2, arbitrary: numberish },
  { weight: 2, arbitrary: fc.integer({ min: -50, max: 3000 }).map(String) },
  { weight: 2, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }).map(String) },
  { weight: 1, arbitrary: fc.double({ min: -1000, max: 1000, noNaN: true }).map((x) => x.toFixed(3)) },
  { weight: 1, arbitrary: fc.string({ maxLength: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom('a"b', '"', '""', 'x"y"z'.repeat(5), 'line\nbreak', 'a,b', '"quoted"') },
);

/** Tables as CSV with any quoting, ragged here and there. */
export const files: fc.Arbitrary<Uint8Array> = fc
  .array(fc.tuple(fc.array(fc.tuple(contents, fc.boolean()), { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', '\n', '\r\n')), { maxLength: 60 })
  .map((records) => encoder.encode(records.map(([cells, end]) => cells.map(([text, quoted]) => (quoted ? `"${text.replaceAll('"', '""')}"` : text)).join(',') + end).join('')));

export function chunksOf(bytes: Uint8Array, sizes: readonly number[]): Chunk[] {
  return feed(twinTokenizer({ delimiter: 44, quote: 34, lineEnd: 'lf' }), bytes, sizes);
}

/** The same cells with their starts and columns written out, each record's columns reversed. */
export function shuffled(chunk: Chunk): Chunk {
  const starts = chunk.ends.map((_, i) => (i === 0 ? 0 : (chunk.ends[i - 1] ?? 0) + 1));
  const ends = chunk.ends.map((end, i) => (chunk.bytes[end] === 10 && chunk.bytes[end - 1] === 13 && end > (starts[i] ?? 0) ? end - 1 : end));
  const columns = new Uint32Array(chunk.ends.length);
  const order: number[] = [];
  chunk.recordEnds.forEach((to, record) => {
    const from = record === 0 ? 0 : (chunk.recordEnds[record - 1] ?? 0);
    for (let cell = to - 1; cell >= from; cell--) {
      columns[order.length] = cell - from;
      order.push(cell);
    }
  });
  return { ...chunk, columns, starts: Uint32Array.from(order, (cell) => starts[cell] ?? 0), ends: Uint32Array.from(order, (cell) => ends[cell] ?? 0) };
}

/** The same with some cells left out, some in a column that their record has already, and so many records that they fill more than one block. */
export function thinned(chunk: Chunk): Chunk {
  const whole = shuffled(chunk);
  const kept: number[] = [];
  const recordEnds: number[] = [];
  for (let repeat = 0; repeat < 5; repeat++) {
    whole.recordEnds.forEach((to, record) => {
      for (let cell = record === 0 ? 0 : (whole.recordEnds[record - 1] ?? 0); cell < to; cell++) if ((cell + repeat) % 5 !== 2) kept.push(cell);
      recordEnds.push(kept.length);
    });
  }
  return {
    ...whole, records: recordEnds.length, recordEnds: Uint32Array.from(recordEnds),
    starts: Uint32Array.from(kept, cell => whole.starts?.[cell] ?? 0), ends: Uint32Array.from(kept, cell => whole.ends[cell] ?? 0),
    columns: Uint32Array.from(kept, (cell, i) => (i % 7 === 3 ? 0 : (whole.columns?.[cell] ?? 0))),
  };
}
