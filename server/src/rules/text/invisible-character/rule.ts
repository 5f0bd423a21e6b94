import { matched, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'invisible-character',
  scope: 'column',
  summary: 'Values hold characters that nobody can see',
  severity: 'warning',
  dimension: 'consistency',
  since: '0.1.0',
  givesWay: 'particular',
  needs: ['counts'],
  options: {},

  *check({ column }) {
    const place = { at: 'header', column: column.index } as const;
    const fix = { title: say`Remove the invisible characters`, safety: 'unsafe', change: { do: 'rewrite', how: 'visible' } } as const;
    if (column.characters.has('invisible')) {
      yield {
        place, fix,
        cells: { is: 'characters', of: 'invisible' },
        message: say`${column} has characters that take no room, such as zero-width spaces, in ${matched('cell')}`,
      };
    }
    if (column.characters.has('bidi')) {
      yield {
        place, fix,
        cells: { is: 'characters', of: 'bidi' },
        message: say`${column} has marks that turn the direction of the text in ${matched('cell')} without a letter that runs from right to left`,
      };
    }
  },
});
