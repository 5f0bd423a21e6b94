import type { Column } from '../../../core/column.ts';
import { count, list, name, percent, say } from '../../../core/message.ts';
import type { Reading } from '../../../core/reading.ts';
import type { Problem } from '../../../core/problem.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'missing-rate',
  scope: 'table',
  summary: 'Much of a column is missing',
  severity: 'information',
  dimension: 'completeness',
  since: '0.1.0',
  needs: ['counts'],
  options: {
    most: { default: 0.3, description: 'Share of missing cells, from 0 to 1, above which a column is reported.' },
    least: { default: 20, description: 'Columns of fewer rows are not judged.' },
    each: { default: 8, description: 'So many columns of a table are reported one by one, more of them in one finding.' },
  },

  *check({ table: { columns, reading }, options }) {
    const sparse = columns.filter(column => {
      const { cells, missing } = column.summary;
      return cells >= options.least && missing > cells * options.most && missing < cells && !isAnswer(column, reading);
    });
    if (sparse.length <= options.each) yield* sparse.map(column => alone(column, options.most));
    else yield together(sparse, columns.length, options.most);
  },
});

function alone(column: Column, threshold: number): Problem {
  const { cells, missing } = column.summary;
  const share = missing / cells;
  return {
    place: { at: 'header', column: column.index },
    message: say`${column} is missing in ${missing} of ${count(cells, 'row')} (${percent(share)})`,
    facts: { missing, n: cells, share, threshold },
  };
}

/** In a sparse table that is one thing to know, not one a column. */
function together(sparse: readonly Column[], all: number, threshold: number): Problem {
  const shown = list(sparse.slice(0, SHOWN).map(column => name(column.name)));
  return {
    place: { at: 'header', column: sparse[0]?.index ?? 0 },
    message: say`${count(sparse.length, 'column')} of ${all} are missing in more than ${percent(threshold)} of the rows, such as ${shown}`,
    facts: { columns: sparse.length, n: all, threshold },
  };
}

/** Columns a message names. */
const SHOWN = 3;

/** `None` beside other words is an answer as often as it is a gap. Only a description can tell; numbers and dates have no such answer. */
function isAnswer({ summary, nullSpellings }: Column, reading: Reading): boolean {
  const { text, boolean } = summary.classes;
  const onlyWords = nullSpellings.every(({ text: spelling }) => /^[\p{L}]{3,}$/u.test(spelling));
  return onlyWords && text > 0 && text + boolean === summary.cells - summary.missing && reading.provenance.nullTokens !== 'description';
}
