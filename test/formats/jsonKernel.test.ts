import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Kernel } from '../../server/src/core/kernel.ts';
import jsonl from '../../server/src/formats/jsonl/format.ts';
import { createKernel } from '../../server/src/kernel/kernel.ts';
import type { Cut } from '../harness/check.ts';
import { sourceOf } from '../harness/check.ts';

const helped = createKernel();
/** The same kernel without the help that reads lines which hold nothing new: every line is taken apart by the format itself. */
const { jsonLines: _, ...alone } = helped;

/** Everything that a pass brings: cells as written and as meant, records, columns and facts, and the summary with its row hashes. */
async function everything(kernel: Kernel, bytes: Uint8Array, cut: Cut): Promise<unknown> {
  const detected = jsonl.detect(kernel, bytes.subarray(0, 200), 'data.jsonl', {});
  if (!('reading' in detected) || detected.reading.container !== 'lines') return detected;
  const { reading } = detected;
  const reader = jsonl.reader(kernel, sourceOf(bytes, cut), reading);
  const summarizer = kernel.summarizer({ columns: reading.header.length, nullTokens: [new Uint8Array(0), Buffer.from('null')], size: { values: 8, buckets: 8, registerBits: 5 } });
  const cells: unknown[] = [];
  for (let chunk = await reader.next(); chunk; chunk = await reader.next()) {
    summarizer.add(chunk, true);
    const locator = jsonl.locator(chunk, 0);
    const ranges = Array.from({ length: chunk.ends.length }, (__, i) => [locator.cell(i), locator.cell(i, 'raw')]);
    const records = Array.from({ length: chunk.records }, (__, i) => locator.record(i));
    cells.push([[...chunk.starts ?? []], [...chunk.ends], [...chunk.columns ?? []], [...chunk.recordEnds], chunk.bytes.slice(), chunk.incidents, ranges, records, summarizer.rowHashes.slice()]);
  }
  reader.dispose();
  const summary = summarizer.export();
  summarizer.dispose();
  return { cells, summary, columns: reader.columns?.(), facts: reader.facts() };
}

const same = async (text: string | Uint8Array, cut: Cut = 'whole'): Promise<void> => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  assert.deepEqual(await everything(helped, bytes, cut), await everything(alone, bytes, cut));
};

const key = fc.constantFrom('a', 'b', 'name', 'a key of some length', 'seven77', 'eight888', 'nine99999', '键', 'x.y', 'x', 'q"q', '');
const text = fc.string({ maxLength: 40, unit: fc.constantFrom('a', 'B', ' ', '"', '\\', '/', '\n', '\t', '\u2028', '\u0007', 'é', '北', '🙂', '\ud83d', '{', ',') });
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0, -0, 1e21, 123456789012345, 1234567890123456, 9007199254740993, 1e-7, 1e300));
const scalar = fc.oneof(text, number, fc.boolean(), fc.constant(null));
const { value: anyValue } = fc.letrec<{ readonly value: unknown }>(tie => ({
  value: fc.oneof({ depthSize: 'small' }, { weight: 5, arbitrary: scalar }, fc.array(tie('value'), { maxLength: 4 }), fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true })),
}));

/** Records of a few shapes, each with other values: keys come in the same order, some are left out. */
const records = fc.tuple(fc.array(fc.uniqueArray(key, { maxLength: 6 }), { minLength: 1, maxLength: 3 }), fc.array(fc.tuple(fc.nat(2), fc.array(anyValue, { minLength: 6, maxLength: 6 })), { maxLength: 30 }))
  .map(([shapes, rows]) => rows.map(([shape, values]) => Object.fromEntries((shapes[shape % shapes.length] ?? []).map((name, i) => [name, values[i]]))));

/** As other programs write them, and as nobody should. */
const styles: readonly ((line: string) => string)[] = [
  line => line, line => line, line => line,
  line => line.replace(/[\u0080-\uffff]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  line => line.replaceAll('":', '": ').replaceAll(',"', ', "'), line => ` \t${line} \t`, line => `${line},`, line => line.slice(0, -1), line => line.replaceAll('":', '"'),
  line => line.replaceAll(',', ' ,\t'), line => line.replace('1', '01'), line => line.replace('null', 'NaN'), line => line.replaceAll('"a"', '"b"'), line => line.replace('}', ',}'), line => `${line}{}`,
  line => line.replace('"a"', '"\\u0061"'), () => '', () => '[1]', () => '"x"', line => line.replaceAll('[', '[,'), line => line.replace(',', '\r'), line => line.replace('a', '\u0001'),
];
const lines = fc.tuple(records, fc.array(fc.nat(styles.length - 1), { minLength: 1, maxLength: 12 }), fc.constantFrom('\n', '\n', '\r\n', '\r'), fc.boolean())
  .map(([rows, chosen, end, last]) => rows.map((row, i) => (styles[chosen[i % chosen.length] ?? 0] ?? String)(JSON.stringify(row))).join(end) + (last ? end : ''));

test('lines that hold nothing new read the same as if each were taken apart by itself', async () => {
  await fc.assert(fc.asyncProperty(lines, fc.constantFrom<Cut>('whole', 7, 64, 301), same), { numRuns: 3000 });
});

test('bytes that are no text, and lines that are broken anywhere', async () => {
  await fc.assert(fc.asyncProperty(lines, fc.nat(), fc.nat(255), async (whole, at, byte) => {
    const bytes = new TextEncoder().encode(whole);
    if (bytes.length > 0) bytes[at % bytes.length] = byte;
    await same(bytes);
  }), { numRuns: 3000 });
});

const repeated = (line: string, count = 3): string => `${line}\n`.repeat(count);

test('at the edges of what is read quickly', async () => {
  const deep = (levels: number, open = '[', close = ']'): string => `{"a":${open.repeat(levels)}1${close.repeat(levels)}}`;
  const wide = (count: number): string => JSON.stringify(Object.fromEntries(Array.from({ length: count }, (__, i) => [`k${i}`, i])));
  for (const levels of [1, 15, 16, 17, 63, 64, 65, 128, 129, 5000]) {
    await same(repeated(deep(levels)));
    await same(repeated(deep(levels, '{"a":', '}')));
  }
  for (const count of [255, 999, 1000, 1001, 2100, 4095, 4097]) {
    await same(repeated(wide(count)));
    await same(repeated(`{"a":[${wide(count)}]}`));
  }
  for (const number of ['999999999999999', '9999999999999999', '-999999999999999', '1e99', '1e999', '1e+99', '1E-400', '0.5', '00', '-', '-0', '1.', '.1', '1e', '0x1', '1'.repeat(500), `0.${'1'.repeat(70)}`]) {
    await same(repeated('{"a":1,"b":"x"}') + repeated(`{"a":${number},"b":"x"}`) + repeated(`{"b":[${number}],"a":2}`) + repeated(`{"b":[${number}],"a":2}`));
  }
});

test('one key after the other turns up, in objects that lack some', async () => {
  const rows = Array.from({ length: 200 }, (__, i) => JSON.stringify(Object.fromEntries(Array.from({ length: 40 }, (___, k) => [`key ${k}`, i * k] as const).filter(([, v]) => v % 7 !== 3 && v < i * i))));
  await same(rows.join('\n'));
});
