import { knowsAllValues, present } from '../../../core/column.ts';
import type { Column, NamedValue } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { list, matched, say, value } from '../../../core/message.ts';
import type { Problem } from '../../../core/problem.ts';
import { replaceWith } from '../../../core/problem.ts';
import { isIn } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { placeholderOf } from '../../../util/placeholders.ts';
import { evenSpaces, groupByForm } from '../../../util/spellings.ts';

export default defineRule({
  id: 'inconsistent-spacing',
  scope: 'column',
  summary: 'A value is written with different spaces inside',
  severity: 'warning',
  dimension: 'consistency',
  since: '0.1.0',
  needs: ['distinct', 'values'],
  options: { least: { default: 20, description: 'Columns with fewer values are not judged.' } },

  *check({ column, options }) {
    if (present(column) < options.least || !isVocabulary(column)) return;
    for (const variants of groupByForm(column.values.filter(({ text }) => !placeholderOf(text)), evenSpaces).values()) {
      const [usual, ...others] = variants;
      const strays = usual ? others.filter(({ text }) => text.trim() !== usual.text.trim()) : [];
      if (usual && usual.count > 1 && strays.length > 0) yield problem(column, usual, strays);
    }
  },
});

/** Variants a message quotes. */
const SHOWN = 3;
/** Cells a value has on average where a column is a vocabulary and not made of keys. */
const REPEATS = 2;

/** Few words over and over. Spaces around a value are the matter of outer-whitespace. */
function isVocabulary(column: Column): boolean {
  const { summary, field } = column;
  const words = summary.classes.text > present(column) / 2;
  return words && knowsAllValues(summary) && present(column) >= summary.distinct.count * REPEATS && field?.constraints.enum === undefined;
}

function problem(column: Column, usual: NamedValue, strays: readonly NamedValue[]): Problem {
  const shown = list(strays.slice(0, SHOWN).map(({ text }) => value(text, column.index)));
  const [first] = [...strays].sort((a, b) => a.firstRecord - b.firstRecord);
  return {
    place: { at: 'cell', row: first?.firstRecord ?? 0, column: column.index },
    cells: isIn(strays.map(({ hash }) => hash)),
    message: say`${column} has ${shown} in ${matched('cell')} and ${value(usual.text, column.index)} in ${usual.count}, which differ in spaces only`,
    facts: told({ usualCount: usual.count, variants: strays.length + 1 }),
    related: [{ place: { at: 'cell', row: usual.firstRecord, column: column.index }, message: say`The first ${value(usual.text, column.index)}` }],
    fix: { title: say`Replace with ${value(usual.text, column.index)}`, safety: 'unsafe', change: replaceWith(usual.text) },
  };
}
