import { present } from '../../../core/column.ts';
import type { Column, NamedValue } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { list, matched, say, value } from '../../../core/message.ts';
import type { Message, Part } from '../../../core/message.ts';
import type { Fix, Problem } from '../../../core/problem.ts';
import { replaceWith } from '../../../core/problem.ts';
import { isIn, isMissing } from '../../../core/query.ts';
import type { Reading } from '../../../core/reading.ts';
import { defineRule } from '../../../core/rule.ts';
import { formTest } from '../../../util/lexical/forms.ts';
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
    rare: { default: 0.1, description: 'Share of cells, from 0 to 1, up to which a usual sign for “missing”, such as “?”, is reported too.' },
    answers: { default: true, description: 'Whether words that may be answers, such as “unknown”, are reported too.' },
  },

  *check({ column, reading, options }) {
    const n = present(column);
    if (n < options.least || hasDeclaredForm(column)) return;
    const strays = column.values.filter(one => one.class === 'text' && !isError(one.text) && !(areCodes(column) && CODE.test(one.text)));
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
    if (plain.length === 0) yield* signs(column, reading, options.rare);
  },
});

/**
 * What people write into a cell they cannot fill. It is read as missing here, and as a value by many programs, which no description tells otherwise.
 * Spellings that programs write, such as NA, NaN and NULL, are the convention of a file; several spellings in a column are the matter of mixed-null-tokens.
 */
const BY_HAND: ReadonlySet<string> = new Set(['N/A', 'n/a', '-', '--', '—', '?', 'missing', 'Missing', '未知', '不详', '缺失', '未填写', '暂无', '空']);

function* signs(column: Column, reading: Reading, rare: number): Iterable<Problem> {
  const { summary: { cells, missing }, nullSpellings: [only, ...others], index } = column;
  const isDeclared = reading.provenance.nullTokens !== 'detection' && reading.provenance.nullTokens !== undefined;
  if (!only || others.length > 0 || !BY_HAND.has(only.text) || missing > cells * rare || isDeclared) return;
  yield {
    place: { at: 'header', column: index },
    severity: 'information',
    cells: isMissing([only.index]),
    message: say`${column} has ${value(only.text, -1)} in ${matched('cell')} of ${cells}: a missing value, which many programs read as a value`,
    facts: told({ n: cells, missing, threshold: rare }),
    ...(reading.nullTokens.includes('') && { fix: { title: say`Empty the cells`, safety: 'unsafe' as const, change: replaceWith('') } }),
  };
}

/** Values a message quotes. */
const SHOWN = 3;

/** What a spreadsheet shows in place of a value is a matter of spreadsheet-damage. */
const isError = formTest('spreadsheet-error');

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
    facts: told({ n: present(column), spellings: values.length }),
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
