import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../server/src/core/finding.ts';
import { name, say } from '../../server/src/core/message.ts';
import type { Message } from '../../server/src/core/message.ts';
import type { Place } from '../../server/src/core/place.ts';
import { replaceWith } from '../../server/src/core/problem.ts';
import { NO_RANGE } from '../../server/src/engine/findings.ts';
import { foldFindings, WIDE } from '../../server/src/engine/fold.ts';

const columns = (many: number) => Array.from({ length: many }, (_, i) => ({ name: `c${i}` }));

function finding(column: number, message: Message, places: readonly Place[] = [{ at: 'header', column }], more: Partial<Finding> = {}): Finding {
  const spotAt = (place: Place) => ({ uri: 'file:///x.csv', place, range: NO_RANGE });
  return {
    rule: 'odd', severity: 'information', message, primary: spotAt({ at: 'header', column }), spots: places.map(spotAt), count: places.length,
    facts: {}, related: [], fix: undefined, column, mirror: undefined, ...more,
  };
}
const empty = (column: number): Finding => finding(column, say`${name(`c${column}`)} is odd`);

test('what holds for two columns is said twice, for three once, at each of their headers', () => {
  assert.equal(foldFindings([empty(0), empty(1)], columns(9)).length, 2);
  const [folded, ...others] = foldFindings([empty(0), empty(1), empty(4)], columns(9));
  assert.equal(others.length, 0);
  assert.deepEqual(folded?.spots.map(({ place }) => place), [0, 1, 4].map(column => ({ at: 'header', column })));
  assert.equal(folded?.count, 3);
  assert.equal(folded?.facts['columns'], 3);
});

test('other words, other severities and single cells stay apart', () => {
  const cell: readonly Place[] = [{ at: 'cell', row: 3, column: 1 }];
  const findings = [
    empty(0), empty(1), finding(2, say`it is odder`), finding(3, say`it is odder`), finding(4, say`it is odder`, undefined, { severity: 'hint' }),
    ...[5, 6, 7, 8].map(column => finding(column, say`cells`, cell)),
  ];
  assert.deepEqual(foldFindings(findings, columns(9)), findings);
});

test('in wide tables all a rule says of columns is one finding, that of rows is not', () => {
  const cells = (column: number): readonly Place[] => [{ at: 'cell', row: 0, column }, { at: 'cell', row: 1, column }];
  const rows = [0, 1, 2].map(row => finding(-1, say`row`, [{ at: 'row', row }], { primary: { uri: '', place: { at: 'row', row }, range: NO_RANGE } }));
  const folded = foldFindings([empty(0), finding(7, say`cells`, cells(7)), ...rows], columns(WIDE + 1));
  assert.equal(folded.length, 4);
  assert.equal(folded[0]?.count, 3);
  assert.deepEqual(folded[0]?.spots.map(({ place }) => ('column' in place ? place.column : -1)), [0, 7, 7]);
});

test('a fix stays where it is the same for all columns', () => {
  const fix = { title: say`Trim`, safety: 'safe', change: replaceWith('x'), spots: [], complete: true } as const;
  const trimmed = (column: number, change: Finding['fix']) => finding(column, say`spaces`, undefined, { fix: change });
  assert.equal(foldFindings([trimmed(0, fix), trimmed(1, fix)], columns(WIDE + 1))[0]?.fix?.complete, true);
  assert.equal(foldFindings([trimmed(0, fix), trimmed(1, { ...fix, safety: 'unsafe' })], columns(WIDE + 1))[0]?.fix, undefined);
});
