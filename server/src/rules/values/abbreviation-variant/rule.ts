import { knowsAllValues, present } from '../../../core/column.ts';
import type { Column, NamedValue } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { list, matched, say, value } from '../../../core/message.ts';
import type { Problem } from '../../../core/problem.ts';
import { replaceWith } from '../../../core/problem.ts';
import { isIn } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { meaningsAmong } from '../../../util/abbreviations.ts';
import { placeholderOf } from '../../../util/placeholders.ts';
import { baseForm, groupByForm } from '../../../util/spellings.ts';

export default defineRule({
  id: 'abbreviation-variant',
  scope: 'column',
  summary: 'A value is written in full and abbreviated, or with other punctuation',
  severity: 'hint',
  dimension: 'consistency',
  since: '0.1.0',
  givesWay: 'any',
  needs: ['distinct', 'values'],
  options: { least: { default: 20, description: 'Columns with fewer values are not judged.' } },

  *check({ column, options }) {
    if (present(column) < options.least || !isVocabulary(column)) return;
    const values = column.values.filter(one => one.class === 'text' && !placeholderOf(one.text));
    for (const variants of groupByForm(values, meaningsAmong(values.map(({ text }) => text))).values()) {
      const [usual, ...others] = variants;
      const strays = usual ? others.filter(({ text }) => baseForm(text) !== baseForm(usual.text)) : [];
      if (usual && usual.count > 1 && strays.length > 0) yield problem(column, usual, strays);
    }
  },
});

/** Variants a message quotes. */
const SHOWN = 3;
/** Cells a value has on average where a column is a vocabulary and not made of keys. */
const REPEATS = 2;

function isVocabulary(column: Column): boolean {
  const { summary, field } = column;
  const words = summary.classes.text > present(column) / 2;
  return words && knowsAllValues(summary) && present(column) >= summary.distinct.count * REPEATS && field?.constraints.enum === undefined;
}

function problem({ index, name }: Column, usual: NamedValue, strays: readonly NamedValue[]): Problem {
  const shown = list(strays.slice(0, SHOWN).map(({ text }) => value(text, index)));
  const [first] = [...strays].sort((a, b) => a.firstRecord - b.firstRecord);
  return {
    place: { at: 'cell', row: first?.firstRecord ?? 0, column: index },
    cells: isIn(strays.map(({ hash }) => hash)),
    message: say`${{ name }} has ${shown} in ${matched('cell')} and ${value(usual.text, index)} in ${usual.count}, which probably mean the same`,
    facts: told({ usualCount: usual.count, variants: strays.length + 1 }),
    related: [{ place: { at: 'cell', row: usual.firstRecord, column: index }, message: say`The first ${value(usual.text, index)}` }],
    fix: { title: say`Replace with ${value(usual.text, index)}`, safety: 'unsafe', change: replaceWith(usual.text) },
  };
}
