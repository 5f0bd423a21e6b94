import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { allRules } from '../../server/src/engine/registry.ts';
import { renderMessage } from '../../server/src/words/render.ts';
import { comparable } from '../harness/check.ts';
import { checkDataset } from '../harness/dataset.ts';
import { KERNELS } from '../harness/kernels.ts';

const value = fc.constantFrom('1', '2.5', '"x"', '"NA"', '""', 'null', 'true', '"2024-01-02"', '"a@example.com"', '"\\u5317\\n"', '[1,"x"]', '{"k":1}', '{"k":null}', '{}', 'NaN', '9007199254740993', '"\\ud83d"', 'oops');
const line = fc.array(fc.tuple(fc.constantFrom('id', 'a', 'b', 'email', '年龄'), value), { maxLength: 5 }).map(pairs => `{${pairs.map(([key, text]) => `"${key}":${text}`).join(',')}}`);
const file = fc.array(fc.oneof({ weight: 9, arbitrary: line }, { weight: 1, arbitrary: fc.constantFrom('', '[1]', '{"a":1},', '{"a":1') }), { maxLength: 40 }).map(lines => lines.join('\n'));

for (const name of ['data.jsonl', 'data.json']) {
  test(`${name}: no rule fails, both kernels agree, and places lie within the text`, async () => {
    await fc.assert(fc.asyncProperty(file, async text => {
      const dataset = new Map([[name, { bytes: new TextEncoder().encode(text) }]]);
      const [first = [], ...others] = await Promise.all(Object.values(KERNELS).map(kernel => checkDataset(dataset, allRules, kernel)));
      for (const other of others) assert.deepEqual(comparable(other), comparable(first));
      const lines = text.split('\n');
      for (const { message, primary, spots } of first) {
        for (const locale of ['en', 'zh-cn']) assert.doesNotMatch(renderMessage(message, { locale }), /\{\d+\}|undefined/);
        for (const { range: { start, end } } of [primary, ...spots]) {
          assert.ok(start.line < end.line || (start.line === end.line && start.character <= end.character));
          assert.ok(end.line < lines.length && start.character <= (lines[start.line]?.length ?? 0));
        }
      }
    }), { numRuns: 100 });
  });
}
