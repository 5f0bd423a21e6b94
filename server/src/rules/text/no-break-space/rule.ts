import type { Column } from '../../../core/column.ts';
import { matched, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { holds } from '../../../util/characters.ts';

export default defineRule({
  id: 'no-break-space',
  scope: 'column',
  summary: 'Values hold spaces that look like others and are not equal to them',
  severity: 'information',
  dimension: 'consistency',
  since: '0.1.0',
  needs: ['values'],
  options: { longest: { default: 40, description: 'Columns whose values are longer on average, in bytes, are texts and not judged.' } },

  *check({ column, options }) {
    if (!column.characters.has('no-break-space') || column.summary.length.mean > options.longest || isOfNumbers(column)) return;
    yield {
      place: { at: 'header', column: column.index },
      cells: { is: 'characters', of: 'no-break-space' },
      message: say`${column} has no-break spaces in ${matched('cell')}; to a program they are other characters than spaces`,
      fix: { title: say`Replace with plain spaces`, safety: 'unsafe', change: { do: 'rewrite', how: 'plain-spaces' } },
    };
  },
});

/** `12 000` with such a space is a number as some countries write it. */
const isOfNumbers = ({ values }: Column): boolean => {
  const spaced = values.filter(({ text }) => holds('no-break-space', text));
  return spaced.length > 0 && spaced.every(({ text }) => /^[\d\s.,%€$+-]+$/.test(text));
};
