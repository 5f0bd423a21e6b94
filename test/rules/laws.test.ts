import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Finding } from '../../server/src/core/finding.ts';
import { allRules } from '../../server/src/engine/registry.ts';
import { renderMessage } from '../../server/src/words/render.ts';
import { comparable } from '../harness/check.ts';
import { checkDataset, fixDataset } from '../harness/dataset.ts';
import type { Dataset } from '../harness/dataset.ts';
import { KERNELS } from '../harness/kernels.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const datasetOf = (bytes: Uint8Array): Dataset => new Map([['data.csv', { bytes }]]);

/** Tables that repeat themselves, so that rules have something to say. */
const cell = fc.constantFrom('1', '2', '3.5', 'NA', '', 'null', 'x', 'yes', '2024-01-02', 'a@example.com', '4111111111111111', '007', '"q, r"', '"say ""hi"""', '北京', '-');
const NAMES = ['a', 'A', ' a', 'b', '', 'email', '年龄'];
const tableOf = (names: readonly string[]): fc.Arbitrary<string> => fc.tuple(
  fc.array(fc.constantFrom(...names), { minLength: 2, maxLength: 5 }),
  fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 30 }),
  fc.constantFrom('\n', '\r\n'),
).map(([header, rows, end]) => [header, ...rows.map(row => header.map((_, i) => row[i % row.length] ?? ''))].map(row => row.join(',') + end).join(''));
const table = tableOf([...NAMES, '"x,y"']);
const bytes = fc.oneof(
  table.map(encode),
  fc.array(fc.constantFrom(...'ab,",;\t\n\r\0'.split(''), '北', '\ud83d\ude42'), { maxLength: 200 }).map(parts => encode(parts.join(''))),
  fc.uint8Array({ maxLength: 200 }),
);

test('whatever the bytes, no rule fails, and both kernels give the same findings', async () => {
  await fc.assert(fc.asyncProperty(bytes, async content => {
    const [first, ...others] = await Promise.all(Object.values(KERNELS).map(kernel => checkDataset(datasetOf(content), allRules, kernel)));
    for (const other of others) assert.deepEqual(comparable(other), comparable(first ?? []));
  }), { numRuns: 150 });
});

test('every message is whole, in every language', async () => {
  await fc.assert(fc.asyncProperty(bytes, async content => {
    const findings = await checkDataset(datasetOf(content), allRules, KERNELS.kernel);
    for (const message of findings.flatMap(({ message, fix, related }) => [message, ...(fix ? [fix.title] : []), ...related.map(one => one.message)])) {
      for (const locale of ['en', 'zh-cn']) assert.doesNotMatch(renderMessage(message, { locale }), /(?<!\\u)\{\d+\}|undefined|NaN/);
    }
  }), { numRuns: 100 });
});

test('findings lie within the text and in its order', async () => {
  await fc.assert(fc.asyncProperty(table, async text => {
    const lines = text.split(/\r\n|\n/);
    for (const { spots, primary } of await checkDataset(datasetOf(encode(text)), allRules, KERNELS.kernel)) {
      for (const { range: { start, end } } of [primary, ...spots]) {
        assert.ok(start.line < end.line || (start.line === end.line && start.character <= end.character));
        assert.ok(end.line < lines.length && start.character <= (lines[start.line]?.length ?? 0));
      }
    }
  }), { numRuns: 100 });
});

test('no rule that is on by default and light has every table sampled', () => {
  assert.deepEqual(allRules.filter(({ enabled, heavy, needs }) => enabled && !heavy && needs.includes('sample')).map(({ id }) => id), []);
});

for (const rule of allRules.filter(({ id }) => ['duplicate-header', 'blank-header', 'mixed-null-tokens', 'duplicate-row'].includes(id))) {
  test(`after its fix ${rule.id} has nothing to say, and the fix nothing to do`, async () => {
    await fc.assert(fc.asyncProperty(tableOf(NAMES), async text => {
      const dataset = datasetOf(encode(text));
      const findings = await checkDataset(dataset, [rule], KERNELS.kernel);
      const fixed = await fixDataset(dataset, findings, KERNELS.kernel);
      const left = await checkDataset(fixed, [rule], KERNELS.kernel);
      // Columns of nothing cannot be mended by a name.
      assert.deepEqual(left.filter(({ fix }) => fix !== undefined).map(describe), [], Buffer.from(fixed.get('data.csv')?.bytes ?? []).toString());
    }), { numRuns: 150 });
  });
}

const describe = ({ message }: Finding): string => renderMessage(message, { locale: 'en' });
