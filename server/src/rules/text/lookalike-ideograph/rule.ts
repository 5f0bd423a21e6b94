import { matched, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'lookalike-ideograph',
  scope: 'column',
  summary: 'Values hold radicals or compatibility forms in place of ideographs',
  severity: 'warning',
  dimension: 'consistency',
  since: '0.1.0',
  needs: ['counts'],
  options: {},

  *check({ column }) {
    if (!column.characters.has('lookalike-ideograph')) return;
    yield {
      place: { at: 'header', column: column.index },
      cells: { is: 'characters', of: 'lookalike-ideograph' },
      message: say`${column} has radicals or compatibility ideographs in ${matched('cell')}; they look like the usual characters and are not equal to them`,
      fix: { title: say`Replace with the usual characters`, safety: 'unsafe', change: { do: 'rewrite', how: 'usual-ideographs' } },
    };
  },
});
