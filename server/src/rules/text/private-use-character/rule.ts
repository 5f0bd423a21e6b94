import { matched, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'private-use-character',
  scope: 'column',
  summary: 'Values hold characters that mean nothing outside of one font',
  severity: 'warning',
  dimension: 'validity',
  since: '0.1.0',
  needs: ['counts'],
  options: {},

  *check({ column }) {
    if (!column.characters.has('private-use')) return;
    yield {
      place: { at: 'header', column: column.index },
      cells: { is: 'characters', of: 'private-use' },
      message: say`${column} has characters of the private use area in ${matched('cell')}; without the font they were made for nobody can read them`,
    };
  },
});
