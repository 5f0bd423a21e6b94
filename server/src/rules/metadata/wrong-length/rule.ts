import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, matched, name, say } from '../../../core/message.ts';
import type { Fix, Problem } from '../../../core/problem.ts';
import { perItem } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { fieldList } from '../../../util/tableSchema.ts';

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

  *check({ resource, table: { columns } }) {
    for (const column of columns) {
      if (column.field && TEXTS.includes(column.field.type)) yield* checkLengths(column, fieldList(resource) !== undefined);
    }
  },
});

/** A character takes one byte at least, so bytes can rule out cells that are too long, and in plain ASCII cells that are too short. */
function* checkLengths(column: Column, isEditable: boolean): Iterable<Problem> {
  const { constraints: { minLength, maxLength } = {}, separator, missingValues } = column.field ?? {};
  const { length, nonAscii } = column.summary;
  const node = [...(column.field?.node ?? []), 'constraints'];
  const place = { at: 'header', column: column.index } as const;
  // Lengths are known in bytes, which are characters only where all are ASCII.
  const fix = (key: string, value: number): { readonly fix?: Fix } => (isEditable && nonAscii === 0
    ? { fix: { title: say`Set ${name(key)} to ${value}`, safety: 'unsafe', change: { do: 'set-node', path: [...node, key], value } } }
    : {});
  if (maxLength !== undefined && length.max > maxLength) {
    const message = say`${column} has ${matched('value')} longer than ${count(maxLength, 'character')}`;
    const cells = perItem(separator, missingValues, { is: 'length', over: maxLength });
    yield { place, cells, message, mirror: [...node, 'maxLength'], facts: told({ maxLength }), ...fix('maxLength', length.max) };
  }
  if (minLength !== undefined && (length.min < minLength || nonAscii > 0 || separator !== undefined)) {
    const message = say`${column} has ${matched('value')} shorter than ${count(minLength, 'character')}`;
    const cells = perItem(separator, missingValues, { is: 'length', under: minLength });
    yield { place, cells, message, mirror: [...node, 'minLength'], facts: told({ minLength }), ...fix('minLength', length.min) };
  }
}
