import { present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { list, matched, say, value } from '../../../core/message.ts';
import type { Message } from '../../../core/message.ts';
import { all, any, hasClass, hasForm } from '../../../core/query.ts';
import type { CellQuery } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { formTest } from '../../../util/lexical/forms.ts';
import { isDoubtful, numberColumn } from '../../../util/lexical/numberColumn.ts';
import { countOfClasses, hasOwnForm, isDeclared, MAJORITY } from '../../../util/lexical/share.ts';

export default defineRule({
  id: 'mixed-decimal-separators',
  scope: 'column',
  summary: 'Some numbers of a column have a decimal comma, others a decimal point',
  severity: 'warning',
  dimension: 'consistency',
  since: '0.1.0',
  needs: ['counts', 'values', 'detectors'],
  options: {
    most: { default: 0.1, description: 'Share of cells with a comma among plain numbers, from 0 to 1, up to which they count as strays.' },
    least: { default: 20, description: 'Columns with fewer values are not judged.' },
  },

  *check({ column, options }) {
    const n = present(column);
    if (n < options.least || column.summary.classes.text === 0 || isDeclared(column) || hasOwnForm(column)) return;
    const found = column.summary.classes.text <= n * options.most ? amongPlain(column, n) : amongWritten(column, n);
    if (!found) return;
    const strays = column.values.filter(({ class: kind, text }) => (kind === 'text' || kind === 'float') && found.isStray(text)).slice(0, SHOWN);
    yield {
      place: { at: 'header', column: column.index },
      cells: found.cells,
      message: strays.length === 0 ? found.words : say`${found.words}, such as ${list(strays.map(({ text }) => value(text, column.index)))}`,
      facts: told({ n, threshold: options.most }),
    };
  },
});

const SHOWN = 3;

interface Found {
  readonly cells: CellQuery;
  readonly words: Message;
  isStray(text: string): boolean;
}

/** A few cells with a comma in a column of numbers that loaders read. */
function amongPlain(column: Column, n: number): Found | undefined {
  if (countOfClasses(column, 'integer', 'float') < n * MAJORITY) return undefined;
  const [sure, either] = [formTest('decimal:comma'), formTest('decimal:either')];
  return {
    cells: all(hasClass('text'), isDoubtful(column) ? any(hasForm('decimal:comma'), hasForm('decimal:either')) : hasForm('decimal:comma')),
    words: say`${column} holds plain numbers but in ${matched('cell')} of ${n}, whose comma may be a decimal one or stand between thousands`,
    isStray: text => text.includes(',') && (sure(text) || (isDoubtful(column) && either(text))),
  };
}

/** The other decimal character in a column of numbers that are read as text, and looked at one by one, anyway. */
function amongWritten(column: Column, n: number): Found | undefined {
  const numbers = numberColumn(column);
  if (!numbers?.isSure) return undefined;
  const stray = numbers.decimal === 'comma' ? 'decimal:point' : 'decimal:comma';
  return {
    cells: hasForm(stray),
    words: numbers.decimal === 'comma'
      ? say`Most numbers of ${column} have a decimal comma; ${matched('cell')} of ${n} a decimal point`
      : say`Most numbers of ${column} have a decimal point; ${matched('cell')} of ${n} a decimal comma`,
    isStray: formTest(stray),
  };
}
