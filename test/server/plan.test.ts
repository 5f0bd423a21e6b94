import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv';
import type { CompletionItem, Hover } from 'vscode-languageserver';
import type { Json } from '../../server/src/core/problem.ts';
import { isWrongPlan, planOf } from '../../server/src/engine/deidentify/readPlan.ts';
import { allTransforms } from '../../server/src/engine/registry.ts';
import { TestClient } from './harness/client.ts';
import { makeFolder } from './harness/folder.ts';

test('a plan for de-identification is completed and explained, in the language of the reader', async () => {
  const folder = makeFolder();
  const client = await TestClient.start(folder.uri, { locale: 'zh-cn' });
  const uri = folder.at('deidentify.yaml');
  client.open(uri, 'columns:\n  mail: \n  zip:\n    us\nkAnonymity:\n  \nothers: \n');
  const labels = async (line: number, character: number): Promise<readonly string[]> =>
    (await client.request<readonly CompletionItem[]>('textDocument/completion', { textDocument: { uri }, position: { line, character } })).map(({ label }) => label);
  assert.deepEqual([...await labels(1, 8)].sort(), ['keep', ...allTransforms.map(({ id }) => id)].sort());
  const settings = await labels(3, 6);
  assert.equal(new Set(settings).size, settings.length);
  for (const wanted of ['use', 'digits', 'hierarchy']) assert.ok(settings.includes(wanted), wanted);
  assert.deepEqual(await labels(5, 2), ['k', 'quasiIdentifiers', 'algorithm', 'suppression', 'unit', 'lDiversity', 'tCloseness']);
  assert.deepEqual(await labels(6, 8), ['keep', 'drop']);
  const hover = await client.request<Hover | null>('textDocument/hover', { textDocument: { uri }, position: { line: 4, character: 3 } });
  assert.match(JSON.stringify(hover?.contents), /[\u4e00-\u9fff]/);
  await client.stop();
});

const isValid = new Ajv({ allErrors: true, strictTypes: false }).compile(JSON.parse(readFileSync('out/deidentify.schema.json', 'utf8')));

/** Plans, and whether they can be followed. */
const PLANS: readonly (readonly [plan: Json, isRight: boolean])[] = [
  [{}, true], [{ columns: { a: 'drop', b: { use: 'mask' } }, others: 'drop' }, true], [{ columns: { a: 'dropp' } }, false], [{ columns: { a: { use: 'mask', nothing: 1 } } }, false],
  [{ columns: { a: 7 } }, false], [{ others: 'hide' }, false], [{ colums: {} }, false], [{ seed: 3 }, true], [{ seed: 'x' }, false],
  [{ leaveOut: [{ column: 'age', above: 89 }, { column: 'sex', is: ['x', 1] }, { column: 'zip', missing: true }] }, true], [{ leaveOut: [{ above: 3 }] }, false],
  [{ kAnonymity: { k: 5, quasiIdentifiers: ['age'], algorithm: 'full-domain' } }, true], [{ kAnonymity: { k: 5 } }, false], [{ kAnonymity: { k: '5', quasiIdentifiers: ['age'] } }, false],
  [{ hierarchies: { city: { levels: { Berlin: ['Germany'] } }, job: { path: 'jobs.csv' } } }, true], [{ hierarchies: { city: { level: {} } } }, false],
];

for (const [plan, isRight] of PLANS) {
  test(`the schema of plans and what reads them agree: ${JSON.stringify(plan)}`, () => {
    assert.equal(!isWrongPlan(planOf(plan)), isRight);
    assert.equal(isValid(plan), isRight);
  });
}
