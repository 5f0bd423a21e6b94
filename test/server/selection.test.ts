import { test } from 'node:test';
import assert from 'node:assert/strict';
import type { Finding } from '../../server/src/core/finding.ts';
import { say } from '../../server/src/core/message.ts';
import type { Severity } from '../../server/src/core/problem.ts';
import { selectMarks } from '../../server/src/features/shared/selection.ts';

function finding(rule: string, severity: Severity, cells: number): Finding {
  const spot = (line: number) => ({
    uri: 'file:///a.csv', place: { at: 'row' as const, row: line }, range: { start: { line, character: 0 }, end: { line, character: 1 } },
  });
  const spots = Array.from({ length: cells }, (_, i) => spot(i + 1));
  return {
    rule, severity, message: say`x`, primary: spot(0), spots, count: cells, facts: {}, related: [], fix: undefined, column: -1,
    mirror: undefined,
  };
}

test('every finding is shown once before any is shown twice, worst first', () => {
  const findings = [finding('many', 'hint', 900), finding('few', 'error', 3), finding('some', 'warning', 600)];
  const marks = selectMarks(findings, 10);
  const turn = ['few', 'some', 'many'];
  assert.deepEqual(marks.map(({ finding: { rule } }) => rule), [...turn, ...turn, ...turn, 'few']);
  assert.equal(selectMarks(findings).length, 1000);
  assert.equal(selectMarks(findings).filter(({ finding: { rule } }) => rule === 'few').length, 4, 'nothing of the worst is lost');
});

test('a finding at its only cell is one squiggle', () => {
  const one = finding('one', 'warning', 1);
  assert.equal(selectMarks([{ ...one, primary: one.spots[0] ?? one.primary }]).length, 1);
  assert.deepEqual(selectMarks([]), []);
});
