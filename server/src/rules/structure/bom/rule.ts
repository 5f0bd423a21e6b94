import { name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'bom',
  scope: 'table',
  summary: 'A byte-order mark stands before text that does not need it',
  dimension: 'validity',
  severity: 'information',
  since: '0.1.0',
  needs: ['counts'],
  options: {},

  *check({ table: { columns, reading } }) {
    const [first] = columns;
    if (reading.bomLength === 0 || reading.encoding !== 'utf-8' || !first) return;
    if (reading.container !== undefined) {
      yield { place: { at: 'file' }, message: say`The file begins with a byte-order mark, which no writer of JSON may put there; strict readers refuse the file` };
      return;
    }
    if (!reading.hasHeader) return;
    // Excel needs the mark to read anything beyond ASCII; then it does more good than harm.
    const isAscii = columns.every(({ name: header, summary }) => summary.nonAscii === 0 && /^\p{ASCII}*$/u.test(header));
    if (!isAscii) return;
    yield {
      place: { at: 'header', column: first.index },
      message: say`The file begins with a byte-order mark, although all of its text is ASCII; some programs take it for a part of the name ${name(first.name)}`,
    };
  },
});
