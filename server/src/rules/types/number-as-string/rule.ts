import { present } from '../../../core/column.ts';
import { list, matched, say, value } from '../../../core/message.ts';
import type { Message } from '../../../core/message.ts';
import { rewriteAs } from '../../../core/problem.ts';
import type { Fix } from '../../../core/problem.ts';
import { all, hasClass, hasForm } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { numberColumn } from '../../../util/lexical/numberColumn.ts';
import type { NumberColumn, WrittenValue } from '../../../util/lexical/numberColumn.ts';
import { isDeclared } from '../../../util/lexical/share.ts';

export default defineRule({
  id: 'number-as-string',
  scope: 'column',
  summary: 'Numbers are written in a way that loaders read as text',
  severity: 'information',
  since: '0.1.0',
  needs: ['counts', 'values', 'detectors'],
  options: {
    share: { default: 0.1, description: 'Share of cells that are text, from 0 to 1, from which on the column and not the cell is the matter.' },
    least: { default: 20, description: 'Columns with fewer values are not judged.' },
  },

  *check({ column, options }) {
    const n = present(column);
    if (n < options.least || column.summary.classes.text < n * options.share || isDeclared(column) || column.evidence.length > 0) return;
    const numbers = numberColumn(column);
    if (!numbers || isIdentifier(numbers.written)) return;
    const kind = kindOf(numbers);
    const examples = numbers.written.filter(kind.has).slice(0, SHOWN).map(one => value(one.value.text, column.index));
    const fix = fixOf(numbers);
    yield {
      place: { at: 'header', column: column.index },
      cells: all(hasClass('text'), hasForm(numbers.decimal === 'comma' ? 'number:comma' : 'number')),
      shown: SPOTS,
      message: say`${column} holds numbers that are read as text: ${matched('cell')} of ${n} have ${kind.words}, such as ${list(examples)}`,
      facts: { n, decimal: numbers.decimal, threshold: options.share },
      ...(fix && { fix }),
    };
  },
});

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
const OTHER: Kind = { words: say`brackets, blanks or signs around them`, has: () => true };

/** The kind most of the numbers have. */
function kindOf({ written }: NumberColumn): Kind {
  return KINDS.find(kind => 2 * written.filter(kind.has).length >= written.length) ?? KINDS.find(kind => written.some(kind.has)) ?? OTHER;
}

/** Groups of three digits behind blanks, all equally long and no decimals, are as likely phone or account numbers. */
function isIdentifier(written: readonly WrittenValue[]): boolean {
  const lengths = new Set(written.map(({ number }) => number.body.length));
  return lengths.size === 1 && written.every(({ number }) => number.bare && number.decimal === 'none' && number.body.length >= SHORTEST_IDENTIFIER);
}
const SHORTEST_IDENTIFIER = 7;

/** Digits and a decimal point say the same as any separators. With a unit, a currency or both decimal characters a person must decide first. */
function fixOf({ decimal, mixed, written }: NumberColumn): Fix | undefined {
  if (mixed || written.some(({ number }) => number.unit !== '')) return undefined;
  const cells = decimal === 'comma' ? all(hasClass('text', 'float'), hasForm('number:comma')) : all(hasClass('text'), hasForm('number'));
  return {
    title: say`Write ${matched('cell')} as plain numbers`, safety: 'unsafe', change: rewriteAs(decimal === 'comma' ? 'plain-number:comma' : 'plain-number'),
    cells,
  };
}

