import { told } from '../../../core/facts.ts';
import { count, matched, say } from '../../../core/message.ts';
import type { Message } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { brokenOff, groupsOf, outsideOfCutRows, placesOf } from '../../../core/structure.ts';
import type { FactGroup, StructuralFact } from '../../../core/structure.ts';

export default defineRule({
  id: 'ragged-row',
  scope: 'document',
  summary: 'A row has more or fewer cells than the header',
  severity: 'error',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts, records }) {
    // What a row that is too long to be read holds further on is not known.
    for (const group of groupsOf(outsideOfCutRows(withLast(facts)), 'ragged-row')) {
      const { cells = 0, expected = 0, delimiter = 0, hollow = 0 } = group.numbers;
      // Rows that another delimiter would cut right are a matter of their own.
      if (delimiter !== 0) continue;
      yield {
        ...placesOf(group),
        // Nothing moved into a wrong column: there is only an empty cell too many.
        ...(hollow === 1 && { severity: 'warning' }),
        message: group.total === records && records > 1 ? ofAllRows(group) : group.total === 1 ? ofOneRow(cells, expected) : ofManyRows(cells, expected),
        facts: told({ cells, expected, n: records }),
      };
    }
  },
});

/** A short last row without a line end is listed apart, since the file may break off in it; where it does not, it is one more row of an odd length. */
function withLast(facts: readonly StructuralFact[]): readonly StructuralFact[] {
  const last = facts.find(({ kind }) => kind === 'no-final-line-end');
  const { cells = 0, expected = 0 } = last?.numbers ?? {};
  if (!last || cells >= expected || brokenOff(facts)) return facts;
  const alike = facts.find(({ kind, numbers }) => kind === 'ragged-row' && numbers['cells'] === cells);
  return [...facts, { kind: 'ragged-row', place: last.place, numbers: alike?.numbers ?? { cells, expected, delimiter: 0, hollow: 0 } }];
}

function ofOneRow(cells: number, expected: number): Message {
  return cells < expected
    ? say`This row has ${count(cells, 'cell')}, ${expected - cells} fewer than the header`
    : say`This row has ${count(cells, 'cell')}, ${cells - expected} more than the header`;
}

function ofManyRows(cells: number, expected: number): Message {
  return cells < expected
    ? say`${matched('row')} have ${count(cells, 'cell')}, ${expected - cells} fewer than the header`
    : say`${matched('row')} have ${count(cells, 'cell')}, ${cells - expected} more than the header`;
}

/** What all rows share has one cause, and it is in the header or in the program that wrote the file. */
function ofAllRows({ numbers: { cells = 0, expected = 0, hollow = 0 } }: FactGroup): Message {
  if (hollow === 1) return say`All ${matched('row')} end with ${count(cells - expected, 'cell')} more than the header, which hold nothing: every row ends with a delimiter too many`;
  return cells < expected
    ? say`All ${matched('row')} have ${count(cells, 'cell')}, ${expected - cells} fewer than the header: the header names more columns than there are`
    : say`All ${matched('row')} have ${count(cells, 'cell')}, ${cells - expected} more than the header: the header lacks names`;
}
