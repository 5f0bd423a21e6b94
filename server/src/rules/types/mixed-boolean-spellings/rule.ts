import type { Column, NamedValue } from '../../../core/column.ts';
import { present } from '../../../core/column.ts';
import { dataFact, told } from '../../../core/facts.ts';
import { list, matched, say, value } from '../../../core/message.ts';
import { replaceWith } from '../../../core/problem.ts';
import { isIn } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { PAIRS, truthOf } from '../../../util/lexical/booleans.ts';
import type { Pair } from '../../../util/lexical/booleans.ts';
import { isDeclared, MAJORITY, sawAll } from '../../../util/lexical/share.ts';

export default defineRule({
  id: 'mixed-boolean-spellings',
  scope: 'column',
  summary: 'Yes and no are spelled in more than one way',
  severity: 'warning',
  dimension: 'consistency',
  since: '0.1.0',
  needs: ['distinct', 'values'],
  options: {
    least: { default: 20, description: 'Columns with fewer values are not judged.' },
  },

  *check({ column, options }) {
    const usual = usualPair(column, options.least);
    if (!usual) return;
    for (const [truth, spelling] of [[true, usual.yes], [false, usual.no]] as const) {
      const strays = column.values.filter(one => one.text !== spelling && truthOf(one.text) === truth);
      if (strays.length === 0) continue;
      const kept = value(spelling, column.index);
      const others = list(strays.slice(0, SHOWN).map(one => value(one.text, column.index)));
      yield {
        place: { at: 'header', column: column.index },
        cells: isIn(strays.map(({ hash }) => hash)),
        message: say`${column} spells ${kept} in other ways in ${matched('cell')} of ${present(column)}: ${others}`,
        facts: told({ n: present(column) }, { usual: dataFact(spelling, column.index) }),
        fix: { title: say`Replace ${matched('cell')} with ${kept}`, safety: 'unsafe', change: replaceWith(spelling) },
      };
    }
  },
});

const SHOWN = 4;
/** Columns of truth values have few spellings, even when they are mixed. */
const MOST_SPELLINGS = 12;

/** The pair that most cells are spelled with; nothing where the column is none of truth values or has one spelling of each. */
function usualPair(column: Column, least: number): Pair | undefined {
  if (present(column) < least || isDeclared(column) || !sawAll(column) || column.values.length > MOST_SPELLINGS) return undefined;
  const truths = column.values.filter(({ text }) => truthOf(text) !== undefined);
  if (cells(truths) < present(column) * MAJORITY || truths.length < 3) return undefined;
  const votes = PAIRS.map(pair => cells(truths.filter(({ text }) => text === pair.yes || text === pair.no)));
  const best = votes.indexOf(Math.max(...votes));
  return isCodeOfLetters(column.values) ? undefined : PAIRS[best];
}

/** `N`, `S`, `O`, `M`: letters that stand for more than two things are codes, and some of them are yes or no by chance. */
function isCodeOfLetters(values: readonly NamedValue[]): boolean {
  const letters = values.filter(({ text }) => /^\p{L}$/u.test(text));
  return letters.length === values.length && new Set(letters.map(({ text }) => text.toLowerCase())).size > 2 && letters.some(({ text }) => truthOf(text) === undefined);
}

const cells = (values: readonly NamedValue[]): number => values.reduce((sum, one) => sum + one.count, 0);
