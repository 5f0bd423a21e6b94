import { knowsAllValues, present } from '../../../core/column.ts';
import type { Column, NamedValue } from '../../../core/column.ts';
import { count, say, value } from '../../../core/message.ts';
import type { Problem } from '../../../core/problem.ts';
import { replaceWith } from '../../../core/problem.ts';
import { isIn } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { isNamed } from '../../../util/columnWords.ts';
import { isSlipOf } from '../../../util/misspelling.ts';
import { placeholderOf } from '../../../util/placeholders.ts';
import { baseForm, groupByForm } from '../../../util/spellings.ts';

export default defineRule({
  id: 'misspelt-category',
  scope: 'column',
  summary: 'A rare value is spelled almost like a frequent one',
  severity: 'warning',
  dimension: 'consistency',
  since: '0.1.0',
  needs: ['distinct', 'values'],
  options: {
    most: { default: 2, description: 'How often a value may occur that counts as a slip.' },
    times: { default: 10, description: 'How many times as frequent the value must be that was meant.' },
    least: { default: 20, description: 'Columns with fewer values are not judged.' },
  },

  *check({ column, options }) {
    if (present(column) < options.least || !isVocabulary(column)) return;
    const families = [...groupByForm(column.values.filter(one => one.class === 'text'), baseForm).values()];
    const sized = families.map((values): Family => ({ values, count: values.reduce((sum, one) => sum + one.count, 0) }));
    const usual = sized.filter(({ count }) => count >= options.times);
    for (const family of sized.filter(({ count }) => count <= options.most)) {
      const meant = meantBy(family, usual.filter(({ count }) => count >= family.count * options.times));
      if (meant) yield* family.values.map(one => problem(column, one, meant));
    }
  },
});

/** Values that differ in case and spaces only, most frequent first. */
interface Family {
  readonly values: readonly NamedValue[];
  readonly count: number;
}

/** Values that occur so often are words of the column; they must make up so much of it. */
const REPEATED = 5;
const COVERED = 0.7;
/** Given names and surnames have neighbours that are right: Sara and Sarah, Andersen and Anderson. */
const PERSONS = [
  'first name', 'last name', 'given name', 'given names', 'forename', 'surname', 'family name', 'middle name', 'firstname', 'lastname',
  'fname', 'lname', 'vorname', 'nachname', 'prenom', 'prénom',
  'nom', 'nombre', 'apellido', 'cognome', 'gene', 'symbol', 'ticker', 'username', 'user name',
];

/** Whether most cells hold one of few words: neither names, nor codes of one length, nor a long tail. */
function isVocabulary({ name, summary, values, field }: Column): boolean {
  const { min, max } = summary.length;
  if (!knowsAllValues(summary) || summary.classes.text === 0 || min === max || field?.constraints.enum || isNamed(name, PERSONS)) return false;
  const repeated = values.reduce((sum, one) => sum + (one.count >= REPEATED ? one.count : 0), 0);
  return repeated >= (summary.cells - summary.missing) * COVERED;
}

/** The one family that was meant; none where two are as likely. */
function meantBy({ values: [rare] }: Family, usual: readonly Family[]): NamedValue | undefined {
  if (!rare || placeholderOf(rare.text)) return undefined;
  const close = usual.flatMap(({ values: [first] }) => (first && isSlipOf(rare.text, first.text) ? [first] : []));
  return close.length === 1 ? close[0] : undefined;
}

function problem({ index, name }: Column, rare: NamedValue, meant: NamedValue): Problem {
  const usual = value(meant.text, index);
  return {
    place: { at: 'cell', row: rare.firstRecord, column: index },
    cells: isIn([rare.hash]),
    message: say`${value(rare.text, index)} occurs in ${count(rare.count, 'cell')} of ${{ name }}; ${usual}, which is spelled almost like it, in ${meant.count}`,
    facts: { count: rare.count, usual: meant.count },
    related: [{ place: { at: 'cell', row: meant.firstRecord, column: index }, message: say`The first ${usual}` }],
    fix: { title: say`Replace with ${usual}`, safety: 'unsafe', change: replaceWith(meant.text) },
  };
}
