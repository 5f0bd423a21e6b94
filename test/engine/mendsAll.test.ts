import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_CONFIGURATION } from '../../server/src/config/configuration.ts';
import { say } from '../../server/src/core/message.ts';
import { defineRule } from '../../server/src/core/rule.ts';
import { checkTable } from '../../server/src/engine/check.ts';
import csv from '../../server/src/formats/csv/format.ts';
import { sourceOf } from '../harness/check.ts';
import { twin } from '../oracle/kernel.ts';

const addresses = defineRule({
  id: 'addresses', scope: 'column', summary: 'Addresses', severity: 'hint', dimension: 'validity', since: 'next', needs: ['counts'], options: {},
  *check({ column }) {
    yield {
      place: { at: 'header', column: column.index }, cells: { is: 'personal', of: 'email' }, message: say`addresses`, examples: 2,
      fix: { title: say`Redact`, safety: 'unsafe', change: { do: 'rewrite', how: 'redacted' } },
    };
  },
});

const places = async (fixLimit?: number): Promise<number | undefined> => {
  const bytes = new TextEncoder().encode(`id,note\n${Array.from({ length: 30 }, (_, i) => `${i},write to user${i}@mail.example now\n`).join('')}`);
  const checked = await checkTable({
    uri: 'file:///x.csv', format: csv, source: sourceOf(bytes), rules: [addresses], configuration: DEFAULT_CONFIGURATION, kernel: twin, ...(fixLimit !== undefined && { fixLimit }),
  });
  return checked?.findings.find(({ rule }) => rule === 'addresses')?.fix?.spots.length;
};

test('a finding that only shows examples looks no further for its fix', async () => {
  assert.equal(await places(), 2);
});

test('whoever mends a file mends every place, whatever is shown', async () => {
  assert.equal(await places(1000), 30);
});
