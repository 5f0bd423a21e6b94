import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_CONFIGURATION } from '../../server/src/config/configuration.ts';
import { matched, say } from '../../server/src/core/message.ts';
import type { Place } from '../../server/src/core/place.ts';
import type { Severity } from '../../server/src/core/problem.ts';
import { isOutside } from '../../server/src/core/query.ts';
import { defineRule } from '../../server/src/core/rule.ts';
import type { GivesWay, Rule } from '../../server/src/core/rule.ts';
import { checkTable } from '../../server/src/engine/check.ts';
import csv from '../../server/src/formats/csv/format.ts';
import { twin } from '../oracle/kernel.ts';

const rule = (id: string, high: number, severity: Severity, givesWay?: GivesWay): Rule => defineRule({
  id, scope: 'column', summary: id, severity, dimension: 'validity', since: 'next', needs: ['counts'], options: {}, ...(givesWay && { givesWay }),
  *check({ column }) {
    yield { place: { at: 'header', column: column.index }, cells: isOutside(-Infinity, high), message: say`${matched('cell')} above ${high}` };
  },
});

async function found(...rules: readonly Rule[]): Promise<readonly (readonly [rule: string, rows: readonly number[], count: number])[]> {
  const bytes = new TextEncoder().encode('n\n1\n2\n3\n40\n500\n');
  const source = { size: bytes.length, read: (target: Uint8Array, position: number) => {
    const part = bytes.subarray(position, position + target.length);
    target.set(part);
    return Promise.resolve(part.length);
  } };
  const checked = await checkTable({ uri: 'file:///x.csv', format: csv, source, rules, configuration: DEFAULT_CONFIGURATION, kernel: twin });
  return (checked?.findings ?? []).map(({ rule: id, spots, count }) => [id, spots.flatMap(({ place }) => ('row' in place ? [place.row] : [])), count] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

test('a cell that a particular rule names is left to it, the others stay and are counted', async () => {
  assert.deepEqual(await found(rule('general', 10, 'warning', 'particular'), rule('particular', 100, 'warning')), [['general', [3], 1], ['particular', [4], 1]]);
});

test('nothing is left where all cells are taken', async () => {
  assert.deepEqual(await found(rule('general', 100, 'warning', 'particular'), rule('particular', 10, 'warning')), [['particular', [3, 4], 2]]);
});

test('what weighs more does not give way', async () => {
  assert.deepEqual(await found(rule('general', 100, 'warning', 'particular'), rule('particular', 10, 'hint')), [['general', [4], 1], ['particular', [3, 4], 2]]);
});

test('two that give way: the one that gives way to any is silent', async () => {
  assert.deepEqual(await found(rule('any', 10, 'warning', 'any'), rule('some', 100, 'warning', 'particular')), [['any', [3], 1], ['some', [4], 1]]);
  assert.deepEqual(await found(rule('one', 10, 'warning', 'particular'), rule('other', 100, 'warning', 'particular')), [['one', [3, 4], 2], ['other', [4], 1]]);
});

test('to the structure gives way what the text explains, a row at a time, and nothing else', async () => {
  const row = defineRule({
    id: 'text', scope: 'document', summary: 'text', severity: 'warning', dimension: 'validity', since: 'next', needs: [], options: {},
    *check() {
      yield { place: { at: 'row', row: 4 }, message: say`This row is cut` };
    },
  });
  assert.deepEqual(await found(rule('general', 10, 'warning', 'structure'), rule('particular', 10, 'warning'), row), [['general', [3], 1], ['particular', [3, 4], 2], ['text', [4], 1]]);
});

/** Names one place by itself, with no query. */
const single = (id: string, place: Place, givesWay?: GivesWay): Rule => defineRule({
  id, scope: 'table', summary: id, severity: 'warning', dimension: 'validity', since: 'next', needs: ['counts'], options: {}, ...(givesWay && { givesWay }),
  *check() {
    yield { place, message: say`here` };
  },
});
const span = (start: number, end: number): Place => ({ at: 'span', row: 4, column: 0, start, end });

test('a cell that is named by itself is taken as well', async () => {
  assert.deepEqual(await found(rule('general', 10, 'warning', 'particular'), single('one', { at: 'cell', row: 4, column: 0 })), [['general', [3], 1], ['one', [4], 1]]);
  assert.deepEqual(await found(single('general', { at: 'cell', row: 4, column: 0 }, 'particular'), rule('particular', 100, 'warning')), [['particular', [4], 1]]);
  assert.deepEqual(await found(rule('general', 10, 'warning', 'particular'), single('whole', { at: 'row', row: 4 })), [['general', [3], 1], ['whole', [4], 1]]);
});

test('parts of a cell give way to parts that they overlap, and to the cell as a whole', async () => {
  assert.deepEqual(await found(single('general', span(0, 2), 'particular'), single('particular', span(1, 3))), [['particular', [4], 1]]);
  assert.deepEqual(await found(single('general', span(0, 1), 'particular'), single('particular', span(1, 3))), [['general', [4], 1], ['particular', [4], 1]]);
  assert.deepEqual(await found(single('general', span(0, 1), 'particular'), rule('particular', 100, 'warning')), [['particular', [4], 1]]);
});
