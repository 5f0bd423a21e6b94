import { present } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { matched, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'multi-line-cell',
  scope: 'column',
  summary: 'A few values go over several lines',
  severity: 'information',
  dimension: 'consistency',
  since: '0.1.0',
  needs: ['counts'],
  options: {
    share: { default: 0.05, description: 'Share of the values, from 0 to 1, above which line breaks are taken for intended.' },
    longest: { default: 60, description: 'Columns whose values are longer on average, in bytes, are texts and not judged.' },
  },

  *check({ column, options }) {
    const n = present(column);
    const { quoted, length } = column.summary;
    if (!column.characters.has('line-break') || quoted === 0 || length.mean > options.longest) return;
    yield {
      place: { at: 'header', column: column.index },
      cells: { is: 'characters', of: 'line-break' },
      between: [1, Math.max(1, Math.floor(n * options.share))],
      message: say`${column} has a line break in ${matched('cell')} of ${n}; programs that read line by line cut such a row in two`,
      facts: told({ n, threshold: options.share }),
    };
  },
});
