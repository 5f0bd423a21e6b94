import { present } from '../../../core/column.ts';
import type { Column, NamedValue } from '../../../core/column.ts';
import { list, matched, say, value } from '../../../core/message.ts';
import type { Message, Part } from '../../../core/message.ts';
import type { Fix, Problem } from '../../../core/problem.ts';
import { replaceWith } from '../../../core/problem.ts';
import { isIn } from '../../../core/query.ts';
import type { Reading } from '../../../core/reading.ts';
import { defineRule } from '../../../core/rule.ts';
import { placeholderOf } from '../../../util/placeholders.ts';
import { evenSpaces } from '../../../util/spellings.ts';

export default defineRule({
  id: 'disguised-missing',
  scope: 'column',
  summary: 'A placeholder stands where a value is missing',
  severity: 'warning',
  dimension: 'completeness',
  since: '0.1.0',
  needs: ['counts', 'values'],
  options: {
    least: { default: 10, description: 'Columns with fewer values are not judged.' },
    answers: { default: true, description: 'Whether words that may be answers, such as “unknown”, are reported too.' },
  },

  *check({ column, reading, options }) {
    const n = present(column);
    if (n < options.least || hasDeclaredForm(column)) return;
    const strays = column.values.filter(one => one.class === 'text' && !(areCodes(column) && CODE.test(one.text)));
    const plain = strays.filter(({ text }) => placeholderOf(text) === 'plain' || reading.nullTokens.includes(evenSpaces(text)));
    const answers = strays.filter(one => placeholderOf(one.text) === 'answer' && !plain.includes(one));
    if (plain.length > 0) {
      const shown = shownOf(plain);
      yield problem(column, plain, reading, say`${column} has ${shown} in ${matched('cell')} of ${n}; that stands for a missing value but is read as a value`);
    }
    if (answers.length > 0 && options.answers) {
      const message = say`${column} has ${shownOf(answers)} in ${matched('cell')} of ${n}: an answer, or a missing value that is read as one`;
      yield { ...problem(column, answers, reading, message), severity: 'information' };
    }
  },
});

/** Values a message quotes. */
const SHOWN = 3;

const CODE = /^[A-Z\d]{2,5}$/;

/** Most values are short words in capitals: TBA is a baseball team. */
function areCodes({ values }: Column): boolean {
  return values.filter(({ text }) => CODE.test(text)).length > values.length * 0.8;
}

/** A declared type or list of values is held against every cell by rules of its own. */
function hasDeclaredForm({ field }: Column): boolean {
  return field !== undefined && ((field.type !== 'any' && field.type !== 'string') || field.constraints.enum !== undefined);
}

function problem(column: Column, values: readonly NamedValue[], reading: Reading, message: Message): Problem {
  const fix = fixFor(column, reading);
  return {
    place: { at: 'header', column: column.index },
    cells: isIn(values.map(({ hash }) => hash)),
    message,
    facts: { n: present(column), spellings: values.length },
    ...(fix && { fix }),
  };
}

/** Placeholders are nobody's data, so they are never masked. */
const shownOf = (values: readonly NamedValue[]): Part =>
  list(values.slice(0, SHOWN).map(({ text }) => (text.trim() === '' ? { kind: 'message', message: say`spaces` } : value(text, -1))));

/** The spelling the column has for "missing" already, else the first the reading knows, which is the empty cell as a rule. */
function fixFor({ nullSpellings }: Column, { nullTokens }: Reading): Fix | undefined {
  const usual = nullSpellings[0]?.text ?? (nullTokens.includes('') ? '' : nullTokens[0]);
  if (usual === undefined) return undefined;
  return { title: usual === '' ? say`Empty the cells` : say`Replace with ${value(usual, -1)}`, safety: 'unsafe', change: replaceWith(usual) };
}
