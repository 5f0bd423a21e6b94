import { knowsAllValues, present } from '../../../core/column.ts';
import type { Column, NamedValue } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, say, value } from '../../../core/message.ts';
import type { Problem } from '../../../core/problem.ts';
import { replaceWith } from '../../../core/problem.ts';
import { isIn } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { isNamed } from '../../../util/columnWords.ts';
import { truthOf } from '../../../util/lexical/booleans.ts';
import { isLookalikeSlipOf } from '../../../util/lookalikes.ts';
import { isBeginningOf, isSlipOf, isStraySlipOf } from '../../../util/misspelling.ts';
import { placeholderOf } from '../../../util/placeholders.ts';
import { editDistance } from '../../../util/similar.ts';
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
    const families = [...groupByForm(column.values.filter(one => one.class === 'text' || one.class === 'boolean'), baseForm).values()];
    const sized = families.map((values): Family => ({ values, count: values.reduce((sum, one) => sum + one.count, 0) }));
    const usual = sized.filter(({ count }) => count >= options.times);
    const isClosed = usual.reduce((sum, { count }) => sum + count, 0) >= present(column) * CLOSED;
    const most = isClosed ? Math.max(options.most, present(column) * STRAYS) : options.most;
    for (const family of sized.filter(({ count }) => count <= most)) {
      const likely = usual.filter(({ count }) => count >= family.count * options.times);
      const slip = (family.count <= options.most ? slipOf(family, likely) : undefined) ?? (isClosed ? strayOf(family, likely, options.most) : undefined);
      if (slip) yield* family.values.map(one => problem(column, one, slip));
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
/** Where its frequent words make up so much of a column, there are hardly others. */
const CLOSED = 0.93;
/** In such a column the same value may be cut off again and again, in this share of the cells. */
const STRAYS = 0.02;
/** A slip that came more than once is one where the word that was meant is so many times as frequent. */
const FAR_RARER = 100;
/** Given names and surnames have neighbours that are right: Sara and Sarah, Andersen and Anderson. */
const PERSONS = [
  'first name', 'last name', 'given name', 'given names', 'forename', 'surname', 'family name', 'middle name', 'firstname', 'lastname',
  'fname', 'lname', 'vorname', 'nachname', 'prenom', 'prénom',
  'nom', 'nombre', 'apellido', 'cognome', 'gene', 'symbol', 'ticker', 'username', 'user name',
];

/** Whether most cells hold one of few words: neither names, nor codes of one length, nor a long tail. */
function isVocabulary({ name, summary, values, field }: Column): boolean {
  const { min, max } = summary.length;
  if (!knowsAllValues(summary) || summary.classes.text === 0 || (min === max && !HAN.test(values[0]?.text ?? '')) || field?.constraints.enum || isNamed(name, PERSONS)) return false;
  const repeated = values.reduce((sum, one) => sum + (one.count >= REPEATED ? one.count : 0), 0);
  return repeated >= (summary.cells - summary.missing) * COVERED;
}

/** Chinese words are of one length by nature, and codes hardly ever Chinese. */
const HAN = /\p{Script=Han}/u;

interface Slip {
  readonly meant: NamedValue;
  readonly kind: 'slip' | 'beginning';
}

/** What was meant by a value spelled almost like it; nothing where two are as likely. */
function slipOf(family: Family, usual: readonly Family[]): Slip | undefined {
  const meant = meantBy(family, usual, (rare, often) => isSlipOf(rare, often) || isLookalikeSlipOf(rare, often));
  return meant && { meant, kind: 'slip' };
}

/** The same in a closed vocabulary, where less tells. A value that is cut off is often an abbreviation. */
function strayOf(family: Family, usual: readonly Family[], most: number): Slip | undefined {
  const truths = usual.every(({ values: [first] }) => first && truthOf(first.text) !== undefined);
  const often = usual.filter(({ count }) => family.count <= most || count >= family.count * FAR_RARER);
  const slip = truths || often.length > 0 ? meantBy(family, truths ? usual : often, truths ? isOneLetterOff : isStraySlipOf) : undefined;
  if (slip) return { meant: slip, kind: 'slip' };
  const isWords = usual.every(({ values: [first] }) => first && LONG.test(first.text));
  const whole = isWords ? meantBy(family, usual, isBeginningOf) : undefined;
  return whole && { meant: whole, kind: 'beginning' };
}

/** A word of three letters at least. */
const LONG = /\p{L}{3}/u;

/** Beside yes and no, two letters are enough: no third answer is one letter away. */
const isOneLetterOff = (rare: string, usual: string): boolean => {
  const [a, b] = [baseForm(rare), baseForm(usual)];
  return a.length === b.length && a.length > 1 && truthOf(a) === undefined && editDistance(a, b, 1) === 1;
};

/** The one value that was meant; none where two are as likely. */
function meantBy({ values: [rare] }: Family, usual: readonly Family[], isMeant: (rare: string, usual: string) => boolean): NamedValue | undefined {
  if (!rare || placeholderOf(rare.text)) return undefined;
  const close = usual.flatMap(({ values: [first] }) => (first && isMeant(rare.text, first.text) ? [first] : []));
  return close.length === 1 ? close[0] : undefined;
}

function problem({ index, name }: Column, rare: NamedValue, { meant, kind }: Slip): Problem {
  const usual = value(meant.text, index);
  const [odd, often] = [value(rare.text, index), count(rare.count, 'cell')];
  return {
    place: { at: 'cell', row: rare.firstRecord, column: index },
    cells: isIn([rare.hash]),
    ...(kind === 'beginning' && { severity: 'information' as const }),
    message: kind === 'slip'
      ? say`${odd} occurs in ${often} of ${{ name }}; ${usual}, which is spelled almost like it, in ${meant.count}`
      : say`${odd} occurs in ${often} of ${{ name }}; ${usual}, of which it is the beginning, in ${meant.count}`,
    facts: told({ count: rare.count, usualCount: meant.count }),
    related: [{ place: { at: 'cell', row: meant.firstRecord, column: index }, message: say`The first ${usual}` }],
    fix: { title: say`Replace with ${usual}`, safety: 'unsafe', change: replaceWith(meant.text) },
  };
}
