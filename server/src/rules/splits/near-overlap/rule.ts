import { present, type Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, list, matched, name, percent, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { holdsVectors } from '../../../util/vectors.ts';

export default defineRule({
  id: 'near-overlap',
  scope: 'split',
  summary: 'A text for evaluation is nearly one for training',
  severity: 'warning',
  dimension: 'uniqueness',
  since: '0.1.0',
  needs: ['counts', 'distinct', 'values'],
  heavy: true,
  options: { least: { default: 0.85, description: 'Share of runs of three words, from 0 to 1, that two texts must have in common.' } },

  *check({ reference, current, shared, relation, known, options }) {
    const texts = relation === 'evaluation' ? shared.filter(pair => isText(pair.current) && isText(pair.reference)).slice(0, MOST_COLUMNS) : [];
    if (texts.length === 0) return;
    const [columns, from] = [texts.map(pair => pair.current.index), texts.map(pair => pair.reference.index)];
    const whole = { columns: shared.map(pair => pair.current.index), from: shared.map(pair => pair.reference.index) };
    const where = list(texts.map(pair => name(pair.current.name)));
    const alike = percent(options.least);
    const n = count(current.records, 'row');
    yield {
      place: texts.length === 1 ? { at: 'header', column: columns[0] ?? 0 } : { at: 'file' },
      cells: { is: 'near-other', table: reference.name, columns, from, least: options.least, whole },
      severity: known === 'description' ? 'warning' : 'information',
      message: reference.records > COMPARED
        ? say`At least ${matched('row')} of ${n} with nearly the same words in ${where} as one of the first ${COMPARED} rows of ${name(reference.name)} (${alike} or more in common)`
        : say`${matched('row')} of ${n} with nearly the same words in ${where} as one of ${name(reference.name)} (${alike} or more in common)`,
      facts: told({ n: current.records, threshold: options.least, reference: reference.name }),
    };
  },
});

/** Text columns that are read together. */
const MOST_COLUMNS = 8;
/** Rows the engine remembers to compare others with. */
const COMPARED = 100_000;
/** Mean length in bytes from which on a column holds texts and not names. */
const LONG = 40;

const isText = (column: Column): boolean => {
  const { classes, length, distinct } = column.summary;
  return classes.text >= present(column) * 0.8 && length.mean >= LONG && distinct.count > present(column) / 10 && !holdsVectors(column);
};
