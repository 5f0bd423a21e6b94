import { knowsAllValues, present } from '../../../core/column.ts';
import type { Column, NamedValue } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { list, matched, say, value } from '../../../core/message.ts';
import type { Problem } from '../../../core/problem.ts';
import { isIn } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { placeholderOf } from '../../../util/placeholders.ts';

export default defineRule({
  id: 'misplaced-value',
  scope: 'table',
  summary: 'A value stands in a column that has none like it, and is common in another',
  severity: 'information',
  dimension: 'accuracy',
  since: '0.1.0',
  givesWay: 'any',
  needs: ['distinct', 'values'],
  options: {
    most: { default: 0.02, description: 'Share of cells, from 0 to 1, that may hold values of other columns; with more of them they belong there.' },
    least: { default: 50, description: 'Tables with fewer rows are not judged.' },
  },

  *check({ table: { columns, records }, options }) {
    if (records < options.least) return;
    const vocabularies = columns.flatMap(column => vocabularyOf(column) ?? []);
    for (const own of vocabularies.filter(({ strays }) => strays.length > 0)) {
      const at = new Map<Column, NamedValue[]>();
      for (const stray of own.strays) {
        const home = homeOf(stray, own, vocabularies);
        if (home) at.set(home, [...at.get(home) ?? [], stray]);
      }
      const cells = [...at.values()].flat().reduce((sum, { count }) => sum + count, 0);
      if (cells <= present(own.column) * options.most) for (const [home, values] of at) yield problem(own.column, home, values);
    }
  },
});

/** A column of few words that repeat all the time, and the values in it that do not. */
interface Vocabulary {
  readonly column: Column;
  readonly usual: ReadonlySet<bigint>;
  readonly strays: readonly NamedValue[];
}

/** A word of a column occurs so often; words make up so much of it. */
const REPEATED = 5;
const COVERED = 0.93;

function vocabularyOf(column: Column): Vocabulary | undefined {
  const { summary, values } = column;
  if (!knowsAllValues(summary) || summary.classes.text + summary.classes.boolean === 0 || column.field?.constraints.enum !== undefined) return undefined;
  const usual = values.filter(({ count }) => count >= REPEATED);
  const cells = usual.reduce((sum, { count }) => sum + count, 0);
  if (usual.length < 2 || cells < present(column) * COVERED) return undefined;
  return { column, usual: new Set(usual.map(({ hash }) => hash)), strays: values.filter(one => one.count < REPEATED && isWord(one)) };
}

/** A single letter, a number with a sign or a placeholder may mean something in any column; of Chinese characters one is a word. */
const isWord = ({ text, class: kind }: NamedValue): boolean =>
  (kind === 'text' || kind === 'boolean') && /\p{L}.*\p{L}|\p{Script=Han}/su.test(text) && placeholderOf(text) === undefined;

/** The one column whose word it is; none where the two columns share words, as the place something comes from does with the place it goes to. */
function homeOf({ hash, count }: NamedValue, own: Vocabulary, all: readonly Vocabulary[]): Column | undefined {
  const homes = all.filter(other => other !== own && other.usual.has(hash) && ![...other.usual].some(word => own.usual.has(word)));
  const [home, ...others] = homes;
  const usual = home?.column.values.find(one => one.hash === hash)?.count ?? 0;
  return home && others.length === 0 && usual >= count * REPEATED ? home.column : undefined;
}

function problem(column: Column, home: Column, values: readonly NamedValue[]): Problem {
  const shown = list(values.slice(0, SHOWN).map(({ text }) => value(text, column.index)));
  const [first] = home.values.filter(({ hash }) => values.some(one => one.hash === hash));
  return {
    place: { at: 'header', column: column.index },
    cells: isIn(values.map(({ hash }) => hash)),
    message: say`${column} has ${matched('cell')} such as ${shown}, which occurs nowhere else in it and often in ${home}`,
    facts: told({ n: present(column), values: values.length }),
    ...(first && { related: [{ place: { at: 'cell' as const, row: first.firstRecord, column: home.index }, message: say`The first such value` }] }),
  };
}

/** Values a message quotes. */
const SHOWN = 3;
