import { knowsAllValues, present } from '../../../core/column.ts';
import type { Column, NamedValue } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import type { FixedForm } from '../../../core/form.ts';
import { list, matched, say, value } from '../../../core/message.ts';
import type { Message } from '../../../core/message.ts';
import type { Problem } from '../../../core/problem.ts';
import { all, any, hasClass, hasForm, isIn, not } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import type { PresentClass } from '../../../core/summary.ts';
import { isNamed } from '../../../util/columnWords.ts';
import { truthOf } from '../../../util/lexical/booleans.ts';
import { dateColumn } from '../../../util/lexical/dateColumn.ts';
import { formTest } from '../../../util/lexical/forms.ts';
import { numberColumn } from '../../../util/lexical/numberColumn.ts';
import { hasOwnForm, isDeclared } from '../../../util/lexical/share.ts';
import { placeholderOf } from '../../../util/placeholders.ts';

export default defineRule({
  id: 'mixed-types',
  scope: 'column',
  summary: 'A few cells of a column are of another type than the rest',
  severity: 'warning',
  dimension: 'consistency',
  since: '0.1.0',
  givesWay: 'particular',
  needs: ['counts', 'values', 'detectors'],
  options: {
    most: { default: 0.1, description: 'Share of cells of other types, from 0 to 1, up to which they count as strays.' },
    least: { default: 20, description: 'Columns with fewer values are not judged.' },
  },

  *check({ column, reading, options }) {
    const n = present(column);
    if (n < options.least || hasKnownForm(column)) return;
    const plain = FAMILIES.find(({ classes }) => countOf(column, classes) >= n * (1 - options.most));
    const strangers = strangeToTruths(column);
    if (strangers.length > 0) return yield truthsProblem(column, strangers, options.most);
    const usual = plain ?? writtenFamily(column) ?? (isVocabulary(column) ? WORDS : undefined);
    if (!usual) return;
    // Strings of digits are no numbers where the text tells the two apart.
    if (reading.container && usual.classes.includes('integer') && column.summary.quoted > 0) return;
    const strange = CLASSES.filter(one => !usual.classes.includes(one) && column.summary.classes[one] > 0);
    if (strange.length === 0) return;
    const claimed = usual.elsewhere.map(formTest);
    const known = column.values.filter(one => isKnown(one, usual, column));
    const found = column.values.filter(one => strange.includes(one.class) && !known.includes(one) && !claimed.some(isClaimed => isClaimed(one.text)));
    if (usual.classes.includes('integer') && areNumbered(column, found, n)) return;
    if (usual.classes.includes('integer') && found.length > 0 && found.every(({ text }) => CODE_IN_DIGITS.test(text))) return;
    if (!plain && usual !== WORDS && found.length > column.values.length * options.most) return;
    const strays = found.slice(0, SHOWN).map(({ text }) => value(text, column.index));
    yield {
      place: { at: 'header', column: column.index },
      cells: all(hasClass(...strange), not(any(...usual.elsewhere.map(hasForm), isIn(known.map(({ hash }) => hash))))),
      message: strays.length === 0
        ? say`${column} holds ${usual.noun} but in ${matched('cell')} of ${n}`
        : say`${column} holds ${usual.noun} but in ${matched('cell')} of ${n}, such as ${list(strays)}`,
      facts: told({ n, usualClass: usual.classes.join(' '), threshold: options.most }),
    };
  },
});

/** The values of a column of truth values that are none, a few cells in all; nothing where there is none, or another answer is meant. */
function strangeToTruths(column: Column): readonly NamedValue[] {
  const { summary, values } = column;
  if (!knowsAllValues(summary) || summary.distinct.count > MOST_ANSWERS || summary.classes.text + summary.classes.boolean === 0) return [];
  const usual = values.filter(({ text, count }) => count >= REPEATED && truthOf(text) !== undefined);
  if (new Set(usual.map(({ text }) => truthOf(text))).size < 2 || usual.every(({ class: kind }) => kind === 'integer')) return [];
  const others = values.filter(({ text }) => truthOf(text) === undefined && placeholderOf(text) === undefined);
  const cells = others.reduce((sum, { count }) => sum + count, 0);
  return cells <= present(column) * STRAYS && others.every(({ text, count }) => count < REPEATED && text.length > 1) ? others : [];
}
/** Spellings of yes and no and slips beside them; so many cells at most are slips. */
const MOST_ANSWERS = 40;
const STRAYS = 0.03;

function truthsProblem(column: Column, strays: readonly NamedValue[], threshold: number): Problem {
  const n = present(column);
  const shown = strays.slice(0, SHOWN).map(({ text }) => value(text, column.index));
  return {
    place: { at: 'header', column: column.index },
    cells: isIn(strays.map(({ hash }) => hash)),
    message: say`${column} holds ${say`truth values`} but in ${matched('cell')} of ${n}, such as ${list(shown)}`,
    facts: told({ n, usualClass: 'boolean', threshold }),
  };
}

/** Things that are numbered, some of them with a letter: room 207a, track c168. */
const NUMBERED = [
  'id', 'code', 'no', 'nr', 'number', 'room', 'house', 'cabin', 'seat', 'ticket', 'flight', 'track', 'route', 'line', 'plot',
  'unit', 'apartment', 'section', 'chapter', 'item', 'sample', 'subject', 'participant', 'station', 'stop', 'issue', 'volume', 'figure', '编号', '代码', '房号', '门牌号',
];
const LETTERED = /^(?:[A-Za-z]\d+|\d+[A-Za-z])$/;
/** Codes that happen to be digits alone nearly always, and issues that are two in one: `GLOR77`, `1-2`. One or two of them may be a slip. */
const CODED = /^(?=.*\d)[A-Za-z\d]+(?:[-/][A-Za-z\d]+)?$/;
const ENOUGH = 5;

function areNumbered({ name }: Column, found: readonly NamedValue[], n: number): boolean {
  if (found.length === 0 || !isNamed(name, NUMBERED)) return false;
  const cells = found.reduce((sum, { count }) => sum + count, 0);
  return found.every(({ text }) => LETTERED.test(text)) || cells >= ENOUGH && cells >= n / 100 && found.every(({ text }) => CODED.test(text));
}

/** Codes in parts, or with a space before them, that begin with a zero (`01.25`), and ZIP+4: as good as the numbers among which they are. */
const CODE_IN_DIGITS = /^\s*(?:0\d*(?:[.-]\d+)*|\d{5}-\d{4})\s*$/;

/** How many of the strange values a message quotes. */
const SHOWN = 3;

/**
 * Types a column can have as a whole. Text is none of them: a few numbers among texts are titles, codes or free answers. Digits with a leading zero
 * go with the whole numbers, since postal codes and the like are a mixture of both.
 */
const FAMILIES: readonly Family[] = [
  { classes: ['integer', 'float', 'digits'], noun: say`numbers`, elsewhere: ['not-finite', 'number', 'number:comma', 'spreadsheet-error'] },
  { classes: ['date', 'datetime'], noun: say`dates`, elsewhere: ['date', 'impossible-date', 'spreadsheet-error'] },
  { classes: ['boolean'], noun: say`truth values`, elsewhere: [], truths: true },
];

/** Numbers and dates in a notation that makes them text. The texts at hand tell such a column; all its cells are read for other rules as well. */
const writtenFamily = (column: Column): Family | undefined => (numberColumn(column) ? FAMILIES[0] : dateColumn(column) ? FAMILIES[1] : undefined);

/** Numbers among texts are titles, codes or free answers, but not where a column says the same few words all the time. */
const WORDS: Family = { classes: ['text', 'boolean'], noun: say`words`, elsewhere: [], truths: true };
/** A word of a column occurs so often; words make up so much of it. */
const REPEATED = 5;
const COVERED = 0.95;
/** Words with digits, such as `1st` and `2nd`, where there are few of them and hardly anything else. */
const FEW_CODES = 8;
const ALL_BUT_FEW = 0.97;

function isVocabulary(column: Column): boolean {
  const { summary, values } = column;
  if (!knowsAllValues(summary) || summary.classes.text === 0) return false;
  const usual = values.filter(({ count }) => count >= REPEATED);
  const cells = usual.reduce((sum, { count }) => sum + count, 0);
  const hasDigits = usual.some(({ text }) => /\d/u.test(text));
  return usual.length > 1 && cells >= present(column) * COVERED && usual.every(({ text, class: kind }) => kind === 'text' && /\p{L}/u.test(text))
    && (!hasDigits || usual.length <= FEW_CODES && cells >= present(column) * ALL_BUT_FEW);
}

interface Family {
  readonly classes: readonly PresentClass[];
  readonly noun: Message;
  /** Strays of these forms are matters of other rules, which know more of them. */
  readonly elsewhere: readonly FixedForm[];
  /** Other spellings of true and false are a matter of `mixed-boolean-spellings`. */
  readonly truths?: true;
}
const CLASSES: readonly PresentClass[] = ['integer', 'float', 'boolean', 'date', 'datetime', 'text', 'digits'];

/** A declared type is held against every cell by rules of its own. */
const hasKnownForm = (column: Column): boolean => isDeclared(column) || hasOwnForm(column);

/** Placeholders and repeated headers are matters of other rules; other spellings of true and false have a rule of their own as well. */
function isKnown(one: NamedValue, { truths }: Family, { name, values }: Column): boolean {
  if (one.class === 'text' && (placeholderOf(one.text) !== undefined || one.text === name)) return true;
  // Among words that are no such spellings, 0 and 1 are numbers.
  const isNumberAmongWords = one.class === 'integer' && !values.some(each => each.class !== 'integer' && truthOf(each.text) !== undefined);
  return truths === true && truthOf(one.text) !== undefined && !isNumberAmongWords;
}

function countOf(column: Column, classes: readonly PresentClass[]): number {
  return classes.reduce((sum, one) => sum + column.summary.classes[one], 0);
}
