import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_CONFIGURATION } from '../../server/src/config/configuration.ts';
import type { Finding } from '../../server/src/core/finding.ts';
import { earlyFindings } from '../../server/src/engine/early.ts';
import { allRules, formatOf } from '../../server/src/engine/registry.ts';
import { createKernel } from '../../server/src/kernel/kernel.ts';
import { checkBytes, comparable, sourceOf } from '../harness/check.ts';
import { memoryHost, uriOf } from '../harness/memoryHost.ts';

const kernel = createKernel();
const { log } = memoryHost(new Map());

function early(name: string, text: string, bytes: number, control = {}): Promise<readonly Finding[] | undefined> {
  const format = formatOf(name);
  assert.ok(format);
  const source = sourceOf(new TextEncoder().encode(text));
  return earlyFindings({ uri: uriOf(name), format, source, kernel, declared: undefined, configuration: DEFAULT_CONFIGURATION, log, bytes }, control);
}

const clean = Array.from({ length: 60_000 }, (_, i) => `${i},name ${i % 97},${i}.5\n`).join('');
const SPOILT = `id,name,value\n0,first\n1,in"side,2\n${clean}too,many,cells,here\n${clean}no,end`;

test('early findings are those about the structure of the start, at the places that the whole check gives them', async () => {
  const structural = new Set(allRules.filter(({ scope }) => scope === 'document').map(({ id }) => id));
  const whole = (await checkBytes('a.csv', new TextEncoder().encode(SPOILT), allRules, kernel)).findings.filter(({ rule }) => structural.has(rule));
  const start = await early('a.csv', SPOILT, 1);
  assert.deepEqual(start?.map(({ rule, count, primary }) => [rule, count, primary.range.start.line]), [['ragged-row', 1, 1], ['stray-quote', 1, 2]]);
  const stray = (findings: readonly Finding[]): readonly object[] => comparable(findings.filter(({ rule }) => rule === 'stray-quote'));
  assert.deepEqual(stray(start ?? []), stray(whole));
  const all = await early('a.csv', SPOILT, 1e9);
  const places = (findings: readonly Finding[]): readonly string[] => findings.map(finding => JSON.stringify(comparable([finding]))).sort();
  assert.deepEqual(places(all ?? []), places(whole));
});

test('files that are packed, of formats that learn their columns on the way, or cancelled have none', async () => {
  assert.equal(await early('a.jsonl', '{"a":1}\n', 1), undefined);
  assert.equal(await early('a.csv', SPOILT, 1e9, { cancellation: { cancelled: true } }), undefined);
});
