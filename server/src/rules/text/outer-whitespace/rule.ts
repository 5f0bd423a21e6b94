import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { matched, say } from '../../../core/message.ts';
import type { Problem } from '../../../core/problem.ts';
import { defineRule } from '../../../core/rule.ts';
import { holds } from '../../../util/characters.ts';

export default defineRule({
  id: 'outer-whitespace',
  scope: 'table',
  summary: 'Values begin or end with spaces',
  severity: 'warning',
  dimension: 'consistency',
  since: '0.1.0',
  needs: ['values'],
  options: {},

  *check({ table }) {
    const spaced = table.columns.filter(({ values }) => values.some(({ text }) => holds('outer-space', text)));
    const behindDelimiter = spaced.filter(beginsWithSpaces);
    const second = behindDelimiter[0];
    // `a, b, c`: one habit of the program that wrote the file, and not a fault of each column.
    const habit = behindDelimiter.length >= 2 && behindDelimiter.length >= table.columns.filter(({ index, values }) => index > 0 && values.length > 0).length;
    if (habit && second) {
      yield {
        place: { at: 'header', column: second.index },
        message: say`Cells begin with a space behind every delimiter; readers that do not skip it take it for part of the value`,
        facts: told({ columns: behindDelimiter.length }),
      };
    }
    for (const column of spaced) if (!habit || !behindDelimiter.includes(column)) yield problem(column);
  },
});

/** Each of a few values, with a plain space in front and none behind; where there is no value, the space alone. */
const beginsWithSpaces = ({ index, values }: Column): boolean =>
  index > 0 && values.length > 0 && values.every(({ text }) => text === ' ' || text.startsWith(' ') && text.trimEnd() === text);

function problem(column: Column): Problem {
  return {
    place: { at: 'header', column: column.index },
    cells: { is: 'characters', of: 'outer-space' },
    message: say`${column} has spaces at the start or the end of ${matched('cell')}; to a program such a value is another one than without`,
    fix: { title: say`Remove the outer spaces`, safety: 'unsafe', change: { do: 'rewrite', how: 'trimmed' } },
  };
}
