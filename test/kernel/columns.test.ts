import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createKernel } from '../../server/src/kernel/kernel.ts';
import { twin } from '../oracle/kernel.ts';
import { chunksOf, EDGES, spec } from './tables.ts';

const kernel = createKernel();
const encoder = new TextEncoder();
const RECORDS = 700;

const two = (n: number): string => String(n).padStart(2, '0');
const day = fc.tuple(fc.nat({ max: 9999 }), fc.nat({ max: 13 }), fc.nat({ max: 32 }), fc.constantFrom('-', '-', '-', '/'));
const date = day.map(([year, month, of, mark]) => [String(year).padStart(4, '0'), two(month), two(of)].join(mark));
const time = fc.tuple(fc.constantFrom('T', ' ', 'x'), fc.nat({ max: 24 }), fc.nat({ max: 60 }), fc.nat({ max: 60 }), fc.constantFrom('', 'Z', 'z', '.5', '+01:00'));
const KINDS: readonly fc.Arbitrary<string>[] = [
  fc.integer({ min: -3000000000, max: 3000000000 }).map(String),
  fc.integer().map((x) => (x / 1000).toFixed(3)),
  fc.tuple(fc.constantFrom('', '-', '+', '--'), fc.integer({ min: 0, max: 2 ** 40 }), fc.nat({ max: 9 })).map(([sign, x, places]) => sign + (x / 10 ** places).toFixed(places)),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  date,
  fc.tuple(date, time).map(([of, [mark, hour, minute, second, zone]]) => `${of}${mark}${two(hour)}:${two(minute)}:${two(second)}${zone}`),
  fc.uuid(),
  fc.emailAddress(),
  fc.string({ minLength: 10, maxLength: 70 }),
  fc.array(fc.constantFrom('北京', 'said ""', 'two\nlines', ', ', 'word ', '"', '@'), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.constantFrom('a', 'bb', '12', '3.5', '', 'NA', '2020-02-29', 'longer than sixteen bytes'),
];

/** Three columns, each of one kind, with what does not belong there here and there; many more records than are added at a time. */
const tables = fc.tuple(...[0, 1, 2].map(() => fc.constantFrom(...KINDS))).chain((kinds) =>
  fc.array(fc.tuple(...kinds.map((kind) => fc.oneof({ weight: 12, arbitrary: kind }, { weight: 1, arbitrary: fc.constantFrom(...EDGES) }))), {
    minLength: RECORDS, maxLength: RECORDS,
  }),
);

function write(cells: readonly string[], record: number): string {
  const quoted = cells.map((text, column) => (/[",\r\n]/.test(text) || (record + column) % 5 === 0 ? `"${text.replaceAll('"', '""')}"` : text));
  return quoted.join(',') + (record % 7 === 0 ? '\r\n' : '\n');
}

test('columns of one kind are the same in kernel and twin, over many blocks and chunks', () => {
  fc.assert(
    fc.property(tables, fc.integer({ min: 3000, max: 30000 }), fc.constantFrom(spec(3), spec(3, 64, 128, 9)), (rows, size, of) => {
      const chunks = chunksOf(encoder.encode(rows.map(write).join('')), [size]);
      const [found, expected] = [kernel.summarizer(of), twin.summarizer(of)];
      for (const chunk of chunks) {
        found.add(chunk, true);
        expected.add(chunk, true);
        assert.deepEqual(found.rowHashes.slice(), expected.rowHashes);
      }
      assert.deepEqual(found.export(), expected.export());
      found.dispose();
    }),
    { numRuns: 60 },
  );
});
