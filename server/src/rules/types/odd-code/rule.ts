import { present } from '../../../core/column.ts';
import type { Column, NamedValue } from '../../../core/column.ts';
import { dataFact, told } from '../../../core/facts.ts';
import { list, matched, say, value } from '../../../core/message.ts';
import type { Message, Part } from '../../../core/message.ts';
import { all, isIn, not } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { dateColumn } from '../../../util/lexical/dateColumn.ts';
import { numberColumn } from '../../../util/lexical/numberColumn.ts';
import { patternOf, shapeOf } from '../../../util/lexical/shape.ts';
import { isDeclared, sawAll, weightIn } from '../../../util/lexical/share.ts';
import { placeholderOf } from '../../../util/placeholders.ts';
import { baseForm } from '../../../util/spellings.ts';

export default defineRule({
  id: 'odd-code',
  scope: 'column',
  summary: 'A few values of a column of codes are written in another form',
  severity: 'information',
  dimension: 'consistency',
  since: '0.1.0',
  givesWay: 'particular',
  needs: ['counts', 'values', 'detectors'],
  options: {
    most: { default: 0.03, description: 'Share of other values, from 0 to 1, up to which they count as strays.' },
    least: { default: 100, description: 'Columns with fewer values are not judged.' },
  },

  *check({ column, options }) {
    const n = present(column);
    const { text } = column.summary.classes;
    if (n < options.least || text < n * (1 - options.most) || isDeclared(column) || column.evidence.length > 0) return;
    const usual = usualShape(column, options.most);
    if (usual === undefined || numberColumn(column) || dateColumn(column)) return;
    const strays = column.values.filter(one => shapeOf(one.text) !== usual);
    const known = strays.filter(one => isKnown(one, column.values, usual));
    const found = strays.filter(one => !known.includes(one));
    const [example] = column.values.filter(one => shapeOf(one.text) === usual);
    if (!example || (found.length === 0 && !showsMore(column, usual))) return;
    const fine = value(example.text, column.index);
    yield {
      place: { at: 'header', column: column.index },
      cells: all(not({ is: 'pattern', source: patternOf(usual) }), not(isIn(known.map(({ hash }) => hash)))),
      between: [1, Math.max(1, Math.floor(n * options.most))],
      message: wordsOf(column, n, fine, /9/.test(usual), list(found.slice(0, SHOWN).map(one => value(one.text, column.index)))),
      facts: told({ n, threshold: options.most }, { shape: dataFact(usual, column.index) }),
    };
  },
});

/** Values a message quotes. */
const SHOWN = 3;

/** Few letters that are always as many may be words. */
function wordsOf(column: Column, n: number, fine: Part, codes: boolean, found: Part): Message {
  const none = found.kind === 'list' && found.parts.length === 0;
  if (!codes) {
    return none
      ? say`Values of ${column} look like ${fine}, but ${matched('cell')} of ${n} do not`
      : say`Values of ${column} look like ${fine}, but ${matched('cell')} of ${n} do not: ${found}`;
  }
  return none
    ? say`${column} holds codes such as ${fine}, but ${matched('cell')} of ${n} in another form`
    : say`${column} holds codes such as ${fine}, but ${matched('cell')} of ${n} in another form: ${found}`;
}
/** Of a sample of the values nearly all must have the shape, for the column to have it. */
const SAMPLED = 0.95;
/** A few answers with digits in them are categories, and each may be written in its own way. */
const MANY = 50;
/** Codes made of letters only are this long at most: longer ones are words. */
const LONGEST_LETTERS = 3;

/** The shape of nearly all values, where it is one of codes. */
function usualShape(column: Column, most: number): string | undefined {
  const [first] = column.values;
  if (!first) return undefined;
  const weight = weightIn(column);
  const votes = new Map<string, number>();
  for (const one of column.values) {
    const shape = shapeOf(one.text);
    votes.set(shape, (votes.get(shape) ?? 0) + weight(one));
  }
  const [best] = [...votes].sort(([, m], [, k]) => k - m);
  const total = [...votes.values()].reduce((sum, count) => sum + count, 0);
  const isUsual = best && best[1] >= total * (sawAll(column) ? 1 - most : SAMPLED) && isCode(best[0], column);
  return isUsual ? best[0] : undefined;
}

/** Many different ones with digits and letters or signs around them; or a few letters, always as many, where all values are known. */
function isCode(shape: string, column: Column): boolean {
  if (/\s/u.test(shape)) return false;
  if (shape.includes('9')) return shape.length > 1 && column.summary.distinct.count >= MANY;
  const lengths = new Set(column.values.filter(one => shapeOf(one.text) === shape).map(({ text }) => Array.from(text).length));
  return sawAll(column) && shape.length === 1 && /[Aa汉]/u.test(shape) && lengths.size === 1 && Math.max(...lengths) <= LONGEST_LETTERS;
}

/** Placeholders, and other spellings of a usual value in case and spaces, are matters of other rules. */
function isKnown({ text }: NamedValue, values: readonly NamedValue[], usual: string): boolean {
  const form = baseForm(text);
  return placeholderOf(text) !== undefined || values.some(one => one.text !== text && baseForm(one.text) === form && shapeOf(one.text) === usual);
}

/** Values that no text is at hand of: another class, or a length that none of the texts has in a column of one length. */
function showsMore(column: Column, usual: string): boolean {
  const { classes, length } = column.summary;
  const [first, ...others] = column.values.filter(one => shapeOf(one.text) === usual).map(({ text }) => new TextEncoder().encode(text).length);
  return !sawAll(column) && (classes.text < present(column) || (others.every(each => each === first) && (length.min !== first || length.max !== first)));
}
