import { test } from 'node:test';
import assert from 'node:assert/strict';
import type { Finding } from '../../server/src/core/finding.ts';
import { say } from '../../server/src/core/message.ts';
import { FindingStore } from '../../server/src/engine/store.ts';
import { shiftRange } from '../../server/src/engine/shift.ts';

const DATA = 'file:///w/data.csv';
const DESCRIPTION = 'file:///w/datapackage.json';

const range = (line: number, from: number, to: number) => ({ start: { line, character: from }, end: { line, character: to } });

function finding(line: number, uri = DATA, rule = 'some-rule'): Finding {
  const primary = { uri, place: { at: 'file' as const }, range: range(line, 2, 5) };
  return {
    rule, severity: 'warning', message: say`Something`, primary, spots: [primary], count: 1, facts: {}, related: [], fix: undefined,
    column: -1, mirror: undefined,
  };
}

test('a description keeps what each of its data documents says about it', () => {
  const store = new FindingStore();
  const other = 'file:///w/other.csv';
  for (const origin of [DATA, other, DESCRIPTION]) {
    store.replace(origin, [{ uri: DESCRIPTION, findings: [finding(1, DESCRIPTION, origin)], settled: true }], 1);
  }
  store.replace(DATA, [{ uri: DATA, findings: [finding(3)], settled: true }], 7);
  assert.deepEqual(store.get(DESCRIPTION)?.findings.map(each => each.rule), [DESCRIPTION, other]);
  assert.equal(store.get(DATA)?.version, 7);
  store.forget(other);
  store.forget(DESCRIPTION);
  assert.equal(store.get(DESCRIPTION), undefined);
});

test('the result id changes when the findings do, and only then', () => {
  const store = new FindingStore();
  const put = (line: number, settled: boolean): string | undefined => {
    store.replace(DATA, [{ uri: DATA, findings: [finding(line)], settled }], 1);
    return store.get(DATA)?.resultId;
  };
  const [provisional, settled, again, moved] = [put(1, false), put(1, true), put(1, true), put(2, true)];
  assert.notEqual(provisional, settled);
  assert.equal(settled, again);
  assert.notEqual(again, moved);
});

test('early findings that look as those told last are not told again, and keep their name', () => {
  const store = new FindingStore();
  const told: string[] = [];
  store.onChange(uri => told.push(uri));
  const fixed: Finding = { ...finding(4), fix: { title: say`Mend it`, safety: 'safe', change: { do: 'delete-row' }, spots: [], complete: true } };
  store.replace(DATA, [{ uri: DATA, findings: [finding(0), fixed], settled: true }], 1);
  const name = store.get(DATA)?.resultId;
  store.shift(DATA, [{ range: range(9, 0, 0), newEnd: { line: 9, character: 1 } }], 2);
  store.amend(DATA, [finding(0), finding(4)], 2);
  assert.deepEqual([told.length, store.get(DATA)?.resultId, store.get(DATA)?.version], [1, name, 2]);
  store.amend(DATA, [finding(0), finding(5)], 3);
  assert.equal(told.length, 2, 'one moved');
  assert.notEqual(store.get(DATA)?.resultId, name);
  store.amend(DATA, [finding(0)], 4);
  store.amend(DATA, [], 5);
  store.amend(DATA, [], 6);
  assert.equal(told.length, 4);
  store.replace(DATA, [{ uri: DATA, findings: [], settled: true }], 6);
  assert.equal(told.length, 5, 'the end of a whole check is always told');
});

test('findings of an old version move with the text; those the edit touched go', () => {
  const store = new FindingStore();
  store.replace(DATA, [{ uri: DATA, findings: [finding(0), finding(4), finding(9)], settled: true }], 1);
  store.shift(DATA, [{ range: range(4, 3, 4), newEnd: { line: 6, character: 0 } }], 2);
  const set = store.get(DATA);
  assert.deepEqual(set?.findings.map(each => each.primary.range.start.line), [0, 11]);
  assert.equal(set?.settled, false);
  assert.equal(set?.version, 2);
});

test('ranges beside an edit move or stay, ranges it touches are gone', () => {
  const insertion = { range: range(2, 5, 5), newEnd: { line: 2, character: 8 } };
  assert.deepEqual(shiftRange(range(2, 0, 4), insertion), range(2, 0, 4));
  assert.deepEqual(shiftRange(range(2, 6, 9), insertion), range(2, 9, 12));
  assert.equal(shiftRange(range(2, 3, 5), insertion), undefined, 'typing at the end of a cell changes the cell');
  assert.deepEqual(shiftRange(range(2, 3, 5), { range: range(2, 5, 6), newEnd: { line: 2, character: 5 } }), range(2, 3, 5));
});
