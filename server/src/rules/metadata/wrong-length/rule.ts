import type { Column } from '../../../core/column.ts';
import { count, matched, say } from '../../../core/message.ts';
import type { Problem } from '../../../core/problem.ts';
import { defineRule } from '../../../core/rule.ts';

/** Types whose values are made of characters; the lengths of lists and objects are not measured. */
const TEXTS: readonly string[] = ['string', 'any'];

export default defineRule({
  id: 'wrong-length',
  scope: 'resource',
  summary: 'A value is shorter or longer than the description allows',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: ['counts'],
  options: {},

  *check({ table: { columns } }) {
    for (const column of columns) {
      if (column.field && TEXTS.includes(column.field.type)) yield* checkLengths(column);
    }
  },
});

/** A character takes one byte at least, so bytes can rule out cells that are too long, and in plain ASCII cells that are too short. */
function* checkLengths(column: Column): Iterable<Problem> {
  const { minLength, maxLength } = column.field?.constraints ?? {};
  const { length, nonAscii } = column.summary;
  const node = [...(column.field?.node ?? []), 'constraints'];
  const place = { at: 'header', column: column.index } as const;
  if (maxLength !== undefined && length.max > maxLength) {
    const message = say`${column} has ${matched('value')} longer than ${count(maxLength, 'character')}`;
    yield { place, cells: { is: 'length', over: maxLength }, message, mirror: [...node, 'maxLength'], facts: { maxLength } };
  }
  if (minLength !== undefined && (length.min < minLength || nonAscii > 0)) {
    const message = say`${column} has ${matched('value')} shorter than ${count(minLength, 'character')}`;
    yield { place, cells: { is: 'length', under: minLength }, message, mirror: [...node, 'minLength'], facts: { minLength } };
  }
}
