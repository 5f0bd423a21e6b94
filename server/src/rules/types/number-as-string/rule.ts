import { present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { list, matched, say, value } from '../../../core/message.ts';
import type { Message, Part } from '../../../core/message.ts';
import { rewriteAs } from '../../../core/problem.ts';
import type { Problem } from '../../../core/problem.ts';
import { all, hasClass, hasForm, not } from '../../../core/query.ts';
import type { CellQuery } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { isDoubtful, numberColumn } from '../../../util/lexical/numberColumn.ts';
import type { NumberColumn, WrittenValue } from '../../../util/lexical/numberColumn.ts';
import { countOfClasses, hasOwnForm, isDeclared, MAJORITY } from '../../../util/lexical/share.ts';
import { placeholderOf } from '../../../util/placeholders.ts';

export default defineRule({
  id: 'number-as-string',
  scope: 'column',
  summary: 'Numbers are written in a way that loaders read as text',
  severity: 'information',
  dimension: 'validity',
  since: '0.1.0',
  needs: ['counts', 'values', 'detectors'],
  options: {
    most: { default: 0.1, description: 'Share of text among plain numbers, from 0 to 1, up to which its cells and not the column are the matter.' },
    least: { default: 20, description: 'Columns with fewer values are not judged.' },
  },

  *check({ column, reading, options }) {
    const n = present(column);
    const { text } = column.summary.classes;
    if (n < options.least || isDeclared(column) || hasOwnForm(column)) return;
    if (text === 0) {
      if (reading.container && areQuotedNumbers(column, n)) yield { ...about(column, n), cells: { is: 'quoted' }, shown: SPOTS, message: quotedWords(column, n) };
      return;
    }
    if (text < n * options.most && countOfClasses(column, 'integer', 'float') >= n * MAJORITY) {
      const numbers = strayNumbers(column);
      const cells = strays(column);
      // Texts at hand that are no numbers make it a column of codes, whatever else a few cells hold.
      if (!numbers && column.values.some(one => one.class === 'text' && placeholderOf(one.text) === undefined)) return;
      yield { ...about(column, n), cells, severity: 'warning', message: strayWords(column, n, numbers), ...fixOf(numbers, cells) };
      return;
    }
    const numbers = numberColumn(column);
    if (!numbers || areDecades(numbers.written) || isIdentifier(numbers.written) || numbers.written.every(one => PLAIN.test(one.value.text))) return;
    const cells = all(hasClass('text'), hasForm(numbers.decimal === 'comma' ? 'number:comma' : 'number'));
    yield { ...about(column, n), cells, shown: SPOTS, message: wordsOf(column, n, numbers), ...fixOf(numbers, cells) };
  },
});

const about = (column: Column, n: number): Pick<Problem, 'place' | 'facts'> => ({ place: { at: 'header', column: column.index }, facts: told({ n }) });

/** A few cells that turn a column of plain numbers into text; commas that may be decimal ones are a matter of `mixed-decimal-separators`. */
const strays = (column: Column): CellQuery =>
  all(hasClass('text'), hasForm('number'), not(hasForm('decimal:comma')), ...(isDoubtful(column) ? [not(hasForm('decimal:either'))] : []));

/** The same among the texts at hand; nothing where none of them is at hand. */
function strayNumbers(column: Column): NumberColumn | undefined {
  const numbers = numberColumn(column);
  const written = numbers?.written.filter(({ number }) => number.decimal !== 'comma' && !(number.decimal === 'either-comma' && isDoubtful(column))) ?? [];
  return numbers && written.length > 0 ? { ...numbers, decimal: 'point', mixed: false, written } : undefined;
}

function strayWords(column: Column, n: number, numbers: NumberColumn | undefined): Message {
  if (!numbers) return say`${column} holds plain numbers but in ${matched('cell')} of ${n}, which make it a column of text`;
  return say`${column} holds plain numbers but in ${matched('cell')} of ${n}, such as ${quoted(numbers.written, column)}, which make it a column of text`;
}

/** Measurements that JSON has as strings: most have decimals. Whole numbers are as often codes, and versions are no numbers. */
function areQuotedNumbers({ name, summary: { classes, quoted: strings } }: Column, n: number): boolean {
  return strings === n && classes.integer + classes.float === n && classes.float > n / 2 && !/version|release|ver\b|版本/i.test(name);
}

function quotedWords(column: Column, n: number): Message {
  const examples = list(column.values.slice(0, SHOWN).map(({ text }) => value(text, column.index)));
  return say`${column} holds numbers that are read as text: ${matched('cell')} of ${n} written as strings, such as ${examples}`;
}

const quoted = (written: readonly WrittenValue[], column: Column): Part => list(written.slice(0, SHOWN).map(one => value(one.value.text, column.index)));

function wordsOf(column: Column, n: number, numbers: NumberColumn): Message {
  const kind = kindOf(numbers);
  const examples = quoted(numbers.written.filter(one => kind?.has(one) ?? true), column);
  if (!kind) return say`${column} holds numbers that are read as text: ${matched('cell')} of ${n} not written plainly, such as ${examples}`;
  return say`${column} holds numbers that are read as text: ${matched('cell')} of ${n} with ${kind.words}, such as ${examples}`;
}

/** Plain but for spaces around, which are a matter of `outer-whitespace`. */
const PLAIN = /^\s*[-+]?\d+(?:\.\d+)?\s*$/;

/** Values a message quotes, and cells that are marked: the column as a whole is the matter. */
const SHOWN = 2;
const SPOTS = 3;

interface Kind {
  readonly words: Message;
  has(one: WrittenValue): boolean;
}

/** What keeps a number from being read as one, the most telling first. */
const KINDS: readonly Kind[] = [
  { words: say`a percent sign`, has: ({ number }) => number.unit === '%' || number.unit === '‰' },
  { words: say`a currency`, has: ({ number }) => /^(?:[A-Z]{3}|kr)$/.test(number.unit) },
  { words: say`a unit`, has: ({ number }) => number.unit !== '' },
  { words: say`a decimal comma`, has: ({ number }) => number.decimal === 'comma' },
  { words: say`a word that multiplies`, has: ({ number }) => number.factor !== 1 },
  { words: say`full-width digits`, has: ({ number }) => number.folded },
  { words: say`separators between thousands`, has: ({ number }) => number.grouped || number.decimal === 'either-comma' || number.decimal === 'point' },
];
/** The kind nearly all of the numbers have. */
const kindOf = ({ written }: NumberColumn): Kind | undefined => KINDS.find(kind => written.filter(kind.has).length >= written.length * NEARLY_ALL);
const NEARLY_ALL = 0.9;

/** `20s` and `1930s` are no seconds. */
const areDecades = (written: readonly WrittenValue[]): boolean =>
  written.length > 0 && written.every(({ value: { text } }) => /^\s*(?:\d{2})?\d0'?s\s*$/i.test(text));

/** Groups of three digits behind blanks, all equally long and no decimals, are as likely phone or account numbers. */
function isIdentifier(written: readonly WrittenValue[]): boolean {
  const lengths = new Set(written.map(({ number }) => number.body.length));
  return lengths.size === 1 && written.every(({ number }) => number.bare && number.decimal === 'none' && number.body.length >= SHORTEST_IDENTIFIER);
}
const SHORTEST_IDENTIFIER = 7;

/** Digits and a decimal point say the same as any separators. With a unit, a currency or both decimal characters a person must decide first. */
function fixOf(numbers: NumberColumn | undefined, own: CellQuery): Pick<Problem, 'fix'> {
  if (!numbers || numbers.mixed || numbers.written.some(({ number }) => number.unit !== '')) return {};
  const title = say`Write ${matched('cell')} as plain numbers`;
  if (numbers.decimal === 'point') return { fix: { title, safety: 'unsafe', change: rewriteAs('plain-number'), cells: own } };
  return { fix: { title, safety: 'unsafe', change: rewriteAs('plain-number:comma'), cells: all(hasClass('text', 'float'), hasForm('number:comma')) } };
}
