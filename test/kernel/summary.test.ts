import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Chunk } from '../../server/src/core/chunk.ts';
import { CELL_CLASSES } from '../../server/src/core/kernel.ts';
import type { Summarizer, SummarySpec } from '../../server/src/core/kernel.ts';
import type { TableSummary } from '../../server/src/core/summary.ts';
import { createKernel } from '../../server/src/kernel/kernel.ts';
import { twin } from '../oracle/kernel.ts';
import { chunksOf, contents, EDGES, files, shuffled, spec, thinned } from './tables.ts';

const kernel = createKernel();
const encoder = new TextEncoder();
const sizes = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 6 });

function summarize(make: (spec: SummarySpec) => Summarizer, of: SummarySpec, chunks: readonly Chunk[]): Summarizer {
  const summarizer = make(of);
  for (const chunk of chunks) summarizer.add(chunk);
  return summarizer;
}

/** Everything a summary says, its quantiles asked at some points. */
function spoken(table: TableSummary): unknown {
  return {
    records: table.records,
    columns: table.columns.map(({ numbers, ...rest }) => ({
      ...rest,
      numbers: numbers && { ...numbers, quantile: [0, 0.1, 0.25, 0.5, 0.75, 0.99, 1].map((p) => numbers.quantile(p)) },
    })),
  };
}

test('kernel and twin export the same bytes and say the same', () => {
  fc.assert(
    fc.property(files, sizes, fc.constantFrom(spec(4), spec(1), spec(6, 3, 2, 4), spec(5, 256, 512, 11)), (bytes, cuts, of) => {
      const expected = summarize(twin.summarizer, of, chunksOf(bytes, [bytes.length]));
      const found = summarize(kernel.summarizer, of, chunksOf(bytes, cuts));
      assert.deepEqual(found.export(), expected.export());
      assert.deepEqual(spoken(found.read()), spoken(expected.read()));
    }),
    { numRuns: 1000 },
  );
});

test('every content at the edge of a grammar has the same class, number and hash in both', () => {
  const check = (texts: readonly string[]): void => {
    const bytes = encoder.encode(texts.map((text) => `"${text.replaceAll('"', '""')}"\n`).join(''));
    const [chunk] = chunksOf(bytes, [bytes.length]);
    assert.ok(chunk);
    assert.deepEqual(kernel.summarizer(spec(1)).cells(chunk, 0), twin.summarizer(spec(1)).cells(chunk, 0));
  };
  check(EDGES);
  fc.assert(fc.property(fc.array(contents, { minLength: 1, maxLength: 20 }), check), { numRuns: 2000 });
});

test('classes and numbers are what JavaScript thinks they are', () => {
  fc.assert(
    fc.property(fc.oneof(fc.integer(), fc.integer({ min: -99999, max: 99999 }).map((x) => x / 1000)), (x) => {
      const [chunk] = chunksOf(encoder.encode(`${x}\n`), [100]);
      assert.ok(chunk);
      const { classes, numbers } = kernel.summarizer(spec(1)).cells(chunk, 0);
      assert.equal(classes[0], Number.isInteger(x) ? 1 : 2);
      assert.equal(numbers[0], x === 0 ? 0 : x);
    }),
  );
});

test('cells and row hashes agree, for cells that touch and cells that do not', () => {
  fc.assert(
    fc.property(files, sizes, (bytes, cuts) => {
      for (const touching of chunksOf(bytes, cuts)) {
        for (const chunk of [touching, shuffled(touching), thinned(touching)]) {
          const [found, expected] = [kernel.summarizer(spec(4)), twin.summarizer(spec(4))];
          for (const column of [0, 2, 5]) assert.deepEqual(found.cells(chunk, column), expected.cells(chunk, column));
          assert.deepEqual(found.hashRows(chunk, [2, 0]), expected.hashRows(chunk, [2, 0]));
          found.add(chunk, true);
          expected.add(chunk, true);
          assert.deepEqual(found.rowHashes, expected.rowHashes);
          assert.deepEqual(found.rowHashes.slice(), found.hashRows(chunk, [0, 1, 2, 3]));
          assert.deepEqual(found.export(), expected.export());
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('merging is commutative and associative, and the same as adding, in both and across them', () => {
  fc.assert(
    fc.property(files, sizes, fc.constantFrom(spec(4), spec(3, 40, 30, 6)), (bytes, cuts, of) => {
      const chunks = chunksOf(bytes, cuts);
      const whole = summarize(kernel.summarizer, of, chunks).export();
      const parts = chunks.map((chunk, i) => summarize(i % 2 === 0 ? kernel.summarizer : twin.summarizer, of, [chunk]).export());
      for (const make of [kernel.summarizer, twin.summarizer]) {
        const merge = (exported: readonly Uint8Array[]): Uint8Array => {
          const into = make(of);
          for (const part of exported) into.merge(part);
          return into.export();
        };
        assert.deepEqual(merge(parts), whole);
        assert.deepEqual(merge([...parts].reverse()), whole);
        const half = parts.length >> 1;
        assert.deepEqual(merge([merge(parts.slice(half)), merge(parts.slice(0, half))]), whole);
      }
    }),
    { numRuns: 300 },
  );
});

test('chunks may be added after a merge and after an export', () => {
  fc.assert(
    fc.property(files, sizes, (bytes, cuts) => {
      const of = spec(4);
      const chunks = chunksOf(bytes, cuts);
      const mixed = kernel.summarizer(of);
      chunks.forEach((chunk, i) => {
        if (i % 3 === 0) mixed.merge(summarize(kernel.summarizer, of, [chunk]).export());
        else mixed.add(chunk);
        if (i % 2 === 0) mixed.export();
      });
      assert.deepEqual(mixed.export(), summarize(twin.summarizer, of, chunks).export());
    }),
    { numRuns: 300 },
  );
});

test('facets do not depend on where chunks end, at any byte', () => {
  const bytes = encoder.encode('1,NA,"a ""b"""\r\n2.5,,x@y\r\n"3\n4",2020-01-01,无\n007,1e3,true\n');
  const of = spec(3);
  const whole = summarize(twin.summarizer, of, chunksOf(bytes, [bytes.length])).export();
  for (let at = 1; at < bytes.length; at++) assert.deepEqual(summarize(kernel.summarizer, of, chunksOf(bytes, [at, 7])).export(), whole);
});

test('many cells: thinning, coarsening, estimates', () => {
  const rows = Array.from({ length: 20000 }, (_, i) => `${i},${(i * 7919) % 1000},${((i * 31) % 977) / 7 - 50},v${i % 9}\n`);
  const of = { columns: 4, nullTokens: [], size: { values: 256, buckets: 512, registerBits: 11 } };
  const chunks = chunksOf(encoder.encode(rows.join('')), [65536]);
  const found = summarize(kernel.summarizer, of, chunks);
  assert.deepEqual(found.export(), summarize(twin.summarizer, of, chunks).export());
  const [ids, cycle, floats, labels] = found.read().columns;
  assert.ok(ids && cycle && floats && labels);
  assert.ok(Math.abs(ids.distinct.count - 20000) < 3 * 20000 * ids.distinct.relativeError);
  assert.ok(Math.abs(cycle.distinct.count - 1000) < 3 * 1000 * cycle.distinct.relativeError);
  assert.deepEqual(labels.distinct, { count: 9, exact: true, relativeError: 0 });
  assert.ok(ids.values.every((value) => value.count === 1) && cycle.values.every((value) => value.count === 20));
  assert.equal(ids.numbers?.mean, 9999.5);
  assert.equal(ids.numbers?.variance, 33335000);
  for (const p of [0.01, 0.5, 0.9]) {
    const truth = Math.max(1, Math.ceil(p * 20000)) - 1;
    assert.ok(Math.abs((ids.numbers?.quantile(p) ?? 0) - truth) <= truth * (ids.numbers?.relativeError ?? 0));
  }
});

test('a summary of another spec is refused and changes nothing', () => {
  const summarizer = kernel.summarizer(spec(2));
  const before = summarizer.export();
  assert.throws(() => summarizer.merge(kernel.summarizer(spec(3)).export()), /same spec/);
  assert.deepEqual(summarizer.export(), before);
});

test('memory is given back once, however often that is asked', () => {
  const summarizer = kernel.summarizer(spec(2));
  summarizer.dispose();
  summarizer.dispose();
  const [a, b] = [kernel.summarizer(spec(2)), kernel.summarizer(spec(2))];
  const [chunk] = chunksOf(encoder.encode('1,x\n2.5,y\n'), [100]);
  assert.ok(chunk);
  a.add(chunk);
  assert.deepEqual(b.export(), twin.summarizer(spec(2)).export());
});

test('a blank line is no record: it enters no count, repeats nothing and has no cells', () => {
  for (const one of [kernel, twin]) {
    const tokenizer = one.tokenizer({ delimiter: 44, quote: 34, lineEnd: 'lf' });
    const bytes = new TextEncoder().encode('1,x\n\n2,y\r\n\r\n""\n');
    tokenizer.input(bytes.length).set(bytes);
    const chunk = tokenizer.advance(bytes.length, true);
    assert.ok(chunk);
    const summarizer = one.summarizer(spec(2));
    summarizer.add(chunk, true);
    assert.deepEqual([...new BigUint64Array(summarizer.rowHashes.slice().buffer)].map(hash => hash === 0n), [false, true, false, true, false]);
    assert.deepEqual([...new BigUint64Array(summarizer.hashRows(chunk, [1]).slice().buffer)].map(hash => hash === 0n), [false, true, false, true, false]);
    assert.equal(summarizer.read().records, 3);
    assert.equal(summarizer.read().columns[0]?.cells, 3);
    assert.deepEqual([...summarizer.cells(chunk, 0).classes].map(code => CELL_CLASSES[code]), ['integer', 'absent', 'integer', 'absent', 'missing']);
    summarizer.dispose();
    tokenizer.dispose();
  }
});

test('where cells name their columns, a record without a cell is no record, and one with a cell of no column is', () => {
  for (const one of [kernel, twin]) {
    const tokenizer = one.tokenizer({ delimiter: 44, quote: 34, lineEnd: 'lf' });
    const bytes = new TextEncoder().encode('1,"x"\n');
    tokenizer.input(bytes.length).set(bytes);
    const touching = tokenizer.advance(bytes.length, true);
    assert.ok(touching);
    const chunk = {
      ...touching, bytes, records: 4, recordEnds: Uint32Array.of(1, 1, 2, 4), starts: Uint32Array.of(2, 0, 0, 2), ends: Uint32Array.of(5, 0, 1, 5), columns: Uint32Array.of(1, 0xffffffff, 0, 1),
    };
    const summarizer = one.summarizer(spec(2));
    summarizer.add(chunk, true);
    assert.deepEqual([...new BigUint64Array(summarizer.rowHashes.slice().buffer)].map(hash => hash === 0n), [false, true, false, false]);
    assert.deepEqual([summarizer.read().records, ...summarizer.read().columns.map(({ cells }) => cells)], [3, 1, 2]);
    assert.deepEqual([...summarizer.cells(chunk, 1).classes].map(code => CELL_CLASSES[code]), ['text', 'absent', 'absent', 'text']);
    assert.deepEqual([...summarizer.cells(chunk, 1).flags], [1, 0, 0, 1]);
    summarizer.dispose();
    tokenizer.dispose();
  }
});
