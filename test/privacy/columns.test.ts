import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_CONFIGURATION } from '../../server/src/config/configuration.ts';
import { checkTable } from '../../server/src/engine/check.ts';
import csv from '../../server/src/formats/csv/format.ts';
import { createKernel } from '../../server/src/kernel/kernel.ts';
import secretInData from '../../server/src/rules/privacy/secret-in-data/rule.ts';
import rule from '../../server/src/rules/privacy/unannotated-personal-data/rule.ts';
import { LOOK_ALIKES, PERSONAL } from './syntheticColumns.ts';
import { sourceOf } from '../harness/check.ts';

const kernel = createKernel();

/** The detector that labels a column, alone in a file of forty rows; `undefined` where none does. */
async function labelOf(name: string, values: readonly string[]): Promise<string | undefined> {
  const bytes = new TextEncoder().encode(`row,${name}\n${values.map((value, i) => `r${i},"${value.replaceAll('"', '""')}"`).join('\n')}\n`);
  const declared = { delimiter: ',', quote: '"', header: true };
  const checked = await checkTable({ uri: 'file:///x.csv', format: csv, source: sourceOf(bytes), declared, rules: [rule, secretInData], configuration: DEFAULT_CONFIGURATION, kernel });
  const label = checked?.findings[0]?.facts?.['detector'];
  return label === undefined ? undefined : String(label);
}

test('synthetic columns are labelled, and columns that look like them are not', async t => {
  const wrong: string[] = [];
  let [right, labelled] = [0, 0];
  for (const { name, expected, values } of [...PERSONAL, ...LOOK_ALIKES.map(column => ({ ...column, expected: undefined }))]) {
    const found = await labelOf(name, values);
    if (found !== undefined) labelled++;
    if (found !== undefined && found === expected) right++;
    if (found !== expected) wrong.push(`${name}: ${found ?? 'nothing'} instead of ${expected ?? 'nothing'}`);
  }
  const [precision, recall] = [right / labelled, right / PERSONAL.length];
  t.diagnostic(`${PERSONAL.length} personal columns, ${LOOK_ALIKES.length} look-alikes: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
  assert.ok(PERSONAL.length >= 30 && LOOK_ALIKES.length >= 30);
  assert.ok(precision >= 0.98 && recall >= 0.98, wrong.join('\n'));
});
