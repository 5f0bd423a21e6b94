import type { Column } from '../../../core/column.ts';
import { matched, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { holds } from '../../../util/characters.ts';

export default defineRule({
  id: 'fullwidth-characters',
  scope: 'column',
  summary: 'Codes or numbers are typed in full-width characters',
  severity: 'warning',
  dimension: 'consistency',
  since: '0.1.0',
  needs: ['values'],
  options: {},

  *check({ column }) {
    if (!column.characters.has('fullwidth') || !isOfCodes(column)) return;
    yield {
      place: { at: 'header', column: column.index },
      cells: { is: 'characters', of: 'fullwidth' },
      message: say`${column} has full-width letters, digits or spaces in ${matched('cell')}; to a program they are other characters than the usual ones`,
      fix: { title: say`Replace with the usual characters`, safety: 'unsafe', change: { do: 'rewrite', how: 'narrow' } },
    };
  },
});

/** Share of the values at hand that must be plain ASCII, as they are or with their full-width characters replaced. */
const MOSTLY = 0.8;

/** Columns of Chinese text use full-width characters by right. Where all values do, the column is one of numbers typed that way: number-as-string. */
function isOfCodes({ values }: Column): boolean {
  if (values.length === 0 || values.every(({ text }) => holds('fullwidth', text))) return false;
  return values.filter(({ text }) => /^[\x20-\x7e\uff01-\uff5e\u3000]*$/.test(text)).length >= values.length * MOSTLY;
}
