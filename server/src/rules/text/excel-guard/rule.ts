import { matched, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'excel-guard',
  scope: 'column',
  summary: 'Values carry marks that keep Excel from reading a number',
  severity: 'warning',
  dimension: 'validity',
  since: '0.1.0',
  needs: ['values'],
  options: {},

  *check({ column }) {
    // Where no cell is quoted, `="001"` has stray quotes, and the rule about those tells of it.
    const isBare = (text: string): boolean => text.startsWith('=') && column.summary.quoted === 0;
    if (!column.values.some(({ text }) => GUARD.test(text) && !isBare(text))) return;
    yield {
      place: { at: 'header', column: column.index },
      cells: { is: 'pattern', source: SOURCE },
      message: say`${column} has ${matched('cell')} with a mark that keeps Excel from reading a number, such as an apostrophe; other programs take it for content`,
      fix: { title: say`Remove the marks`, safety: 'unsafe', change: { do: 'rewrite', how: 'unguarded' } },
    };
  },
});

/** Spellings of a guard, for whole cells. An apostrophe must stand before digits and nothing else: names and years begin with one too. */
const SOURCE = `="[^"]*"|'[+-]?[0-9]{3,}|\\t+[^\\t].*`;
const GUARD = new RegExp(`^(?:${SOURCE})$`);
