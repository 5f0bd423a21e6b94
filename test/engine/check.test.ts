import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_CONFIGURATION } from '../../server/src/config/configuration.ts';
import { told } from '../../server/src/core/facts.ts';
import type { Source } from '../../server/src/core/format.ts';
import { say } from '../../server/src/core/message.ts';
import { defineRule } from '../../server/src/core/rule.ts';
import type { Rule } from '../../server/src/core/rule.ts';
import { hasClass, isDuplicate } from '../../server/src/core/query.ts';
import { checkTable } from '../../server/src/engine/check.ts';
import csv from '../../server/src/formats/csv/format.ts';
import { createKernel } from '../../server/src/kernel/kernel.ts';
import { twin } from '../oracle/kernel.ts';

const sourceOf = (text: string): Source => {
  const bytes = new TextEncoder().encode(text);
  return {
    size: bytes.length,
    read(target, position) {
      const part = bytes.subarray(position, position + target.length);
      target.set(part);
      return Promise.resolve(part.length);
    },
  };
};
const check = (text: string, rules: readonly Rule[]) =>
  checkTable({ uri: 'file:///data/x.csv', format: csv, source: sourceOf(text), rules, configuration: DEFAULT_CONFIGURATION, kernel: twin });

const texts = defineRule({
  id: 'texts', scope: 'column', summary: 'Texts', severity: 'hint', dimension: 'validity', since: 'next', needs: ['counts'], options: {},
  *check({ column }) {
    yield { place: { at: 'header', column: column.index }, cells: hasClass('text'), message: say`${{ kind: 'matched', noun: 'cell' }} of text` };
  },
});

test('a query counts all matches, locates them, and is silent where there is none', async () => {
  const checked = await check('id,name\n1,Ann\n2,"Bo ""B"" Li"\n3,李四\n', [texts]);
  assert.equal(checked?.findings.length, 1);
  const [finding] = checked?.findings ?? [];
  assert.equal(finding?.count, 3);
  assert.deepEqual(finding?.spots.map(({ range }) => [range.start.line, range.start.character, range.end.character]), [[1, 2, 5], [2, 3, 14], [3, 2, 4]]);
  assert.deepEqual(finding?.primary.range, { start: { line: 0, character: 3 }, end: { line: 0, character: 7 } });
});

test('duplicates are the later rows', async () => {
  const rule = defineRule({
    id: 'again', scope: 'table', summary: 'Again', severity: 'warning', dimension: 'validity', since: 'next', needs: ['row-hashes'], options: {},
    *check({ table }) {
      if ((table.duplicates?.count ?? 0) > 0) yield { place: { at: 'file' }, cells: isDuplicate(), message: say`again` };
    },
  });
  const checked = await check('a,b\n1,x\n2,y\n1,"x"\n1,x\n', [rule]);
  assert.deepEqual(checked?.findings[0]?.spots.map(({ place }) => place), [{ at: 'row', row: 2 }, { at: 'row', row: 3 }]);
});

test('a rule that asks is told the exact count', async () => {
  const rule = defineRule({
    id: 'asks', scope: 'column', summary: 'Asks', severity: 'hint', dimension: 'validity', since: 'next', needs: ['counts'], options: {},
    ask: () => hasClass('integer'),
    *check({ column, answer }) {
      yield { place: { at: 'header', column: column.index }, message: say`${answer?.matches ?? -1}`, facts: told({ matches: answer?.matches ?? -1 }) };
    },
  });
  const checked = await check('a,b\n1,x\n2,3\n', [rule]);
  assert.deepEqual(checked?.findings.map(({ facts }) => facts['matches']), [2, 1]);
});

test('a rule that throws costs its own findings only', async () => {
  const broken = defineRule({
    id: 'broken', scope: 'column', summary: 'Broken', severity: 'hint', dimension: 'validity', since: 'next', needs: [], options: {},
    check() {
      throw new Error('bug');
    },
  });
  const checked = await check('a\nx\n', [broken, texts]);
  assert.deepEqual(checked?.findings.map(({ rule }) => rule), ['texts']);
  assert.equal(checked?.notices.length, 1);
});

test('a check that is cancelled has no result', async () => {
  const cancelled = await checkTable({
    uri: 'file:///x.csv', format: csv, source: sourceOf('a\n1\n'), rules: [texts], configuration: DEFAULT_CONFIGURATION, kernel: twin, cancellation: { cancelled: true },
  });
  assert.equal(cancelled, undefined);
});

test('places after a record that was cut are on their own lines', async () => {
  const rule = defineRule({
    id: 'numbers', scope: 'column', summary: 'Numbers', severity: 'hint', dimension: 'validity', since: 'next', needs: ['counts'], options: {},
    *check({ column, records }) {
      yield { place: { at: 'header', column: column.index }, cells: hasClass('integer'), message: say`some` };
      yield { place: { at: 'row', row: records - 1 }, message: say`the last row` };
    },
  });
  const checked = await checkTable({
    uri: 'file:///x.csv', format: csv, source: sourceOf(`a\n${'x'.repeat(9 * 1024 * 1024)}\ny\n3\nz\n`), rules: [rule], configuration: DEFAULT_CONFIGURATION,
    kernel: createKernel(),
  });
  assert.deepEqual(checked?.findings.map(({ spots }) => spots.map(({ range }) => range.start.line)), [[3], [4]]);
});
