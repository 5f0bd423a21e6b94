import { present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { list, matched, name, percent, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { holdsVectors } from '../../../util/vectors.ts';

export default defineRule({
  id: 'near-duplicate-row',
  scope: 'table',
  summary: 'Texts are nearly those of an earlier row',
  severity: 'information',
  dimension: 'uniqueness',
  since: '0.1.0',
  needs: ['counts', 'distinct', 'values'],
  heavy: true,
  options: { least: { default: 0.7, description: 'Share of runs of three words, from 0 to 1, that two texts must have in common.' } },

  *check({ table, options }) {
    const texts = table.columns.filter(isText).slice(0, MOST_COLUMNS);
    if (texts.length === 0 || table.records < 2) return;
    const where = list(texts.map(column => name(column.name)));
    const shared = percent(options.least);
    yield {
      place: texts.length === 1 ? { at: 'header', column: texts[0]?.index ?? 0 } : { at: 'file' },
      cells: { is: 'near-duplicate', columns: texts.map(({ index }) => index), least: options.least },
      message: table.records > COMPARED
        ? say`At least ${matched('row')} of ${table.records} nearly the same words in ${where} as an earlier row that is remembered (${shared} or more in common)`
        : say`${matched('row')} of ${table.records} nearly the same words in ${where} as an earlier row (${shared} or more in common)`,
      facts: told({ n: table.records, threshold: options.least }),
    };
  },
});

/** Text columns that are read together. */
const MOST_COLUMNS = 8;
/** Rows the engine surely remembers to compare later ones with. */
const COMPARED = 1_000_000;
/** Mean length in bytes from which on a column holds texts and not names. */
const LONG = 40;

const isText = (column: Column): boolean => {
  const { classes, length, distinct } = column.summary;
  return classes.text >= present(column) * 0.8 && length.mean >= LONG && distinct.count > present(column) / 10 && !holdsVectors(column);
};
