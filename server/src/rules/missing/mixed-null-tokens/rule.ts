import type { Column, NullSpelling } from '../../../core/column.ts';
import { dataFact, told } from '../../../core/facts.ts';
import { count, list, matched, say, value } from '../../../core/message.ts';
import type { Part } from '../../../core/message.ts';
import { replaceWith } from '../../../core/problem.ts';
import { isMissing } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { areCodesWithNa } from '../../../util/countryCodes.ts';

export default defineRule({
  id: 'mixed-null-tokens',
  scope: 'column',
  summary: 'A column spells "missing" in more than one way',
  severity: 'warning',
  dimension: 'consistency',
  since: '0.1.0',
  needs: ['counts', 'values'],
  options: { least: { default: 2, description: 'Report from this many missing cells on.' } },

  *check({ column, reading, options }) {
    const declared = reading.provenance.nullTokens === 'description';
    const spellings = column.nullSpellings.filter(({ text }) => text.toUpperCase() !== 'NA' || !isCode(column));
    const [usual, ...strays] = spellings.filter(({ text }) => declared || !ANSWER.test(text) || !holdsWords(column));
    if (!usual || strays.length === 0 || column.summary.missing < options.least) return;
    const shown = (spelling: NullSpelling): Part => (spelling.text === '' ? { kind: 'message', message: say`an empty cell` } : value(spelling.text, -1));
    const often = count(usual.count, 'cell');
    yield {
      place: { at: 'header', column: column.index },
      cells: isMissing(strays.map(({ index }) => index)),
      message: say`Missing values of ${column} are written as ${list(strays.map(shown))} in ${matched('cell')}, but as ${shown(usual)} in ${often}`,
      facts: told({ missing: column.summary.missing, spellings: strays.length + 1 }, { usual: dataFact(usual.text, column.index) }),
      fix: {
        title: say`Replace with ${shown(usual)}`,
        // Only a description can say that all of these spellings mean the same.
        safety: declared ? 'safe' : 'unsafe',
        change: replaceWith(usual.text),
      },
    };
  },
});

/** Among codes of countries NA is one of them, which is the matter of value-read-as-missing. */
const isCode = (column: Column): boolean => areCodesWithNa(column.values.map(({ text }) => text));

/** Among words "none" is one more answer: no hair, no damage, no remark. Only a description can say that it is a gap. */
const ANSWER = /^(?:none|无)$/i;
const holdsWords = ({ summary: { classes, cells, missing } }: Column): boolean => classes.text > 0 && classes.text + classes.boolean === cells - missing;
