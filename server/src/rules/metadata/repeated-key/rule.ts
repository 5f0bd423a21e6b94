import type { Column } from '../../../core/column.ts';
import { present } from '../../../core/column.ts';
import { list, matched, name, say } from '../../../core/message.ts';
import type { NodePath } from '../../../core/place.ts';
import type { Problem } from '../../../core/problem.ts';
import { defineRule, type Inputs } from '../../../core/rule.ts';
import { fieldList } from '../../../util/tableSchema.ts';

export default defineRule({
  id: 'repeated-key',
  scope: 'resource',
  summary: 'A value that should be unique occurs again',
  severity: 'error',
  dimension: 'uniqueness',
  since: 'next',
  needs: ['distinct'],
  options: {},

  *check({ resource, table: { columns } }) {
    for (const { names, mirror } of keysOf(resource)) {
      const key = names.map(wanted => columns.find(column => column.name === wanted));
      const known = key.filter(column => column !== undefined);
      if (known.length !== names.length) continue;
      const [only] = known;
      if (known.length === 1 && only) yield* checkOne(only, mirror, fieldList(resource) !== undefined && mirror.at(-1) === 'unique');
      else yield checkTogether(known, mirror);
    }
  },
});

interface Key {
  readonly names: readonly string[];
  readonly mirror: NodePath;
}

/** Keys of the table, each set of columns once: the primary key says most, a field's own constraint least. */
function keysOf({ fields, primaryKey, uniqueKeys, node }: Inputs['resource']['resource']): readonly Key[] {
  const keys = [
    ...(primaryKey ? [{ names: primaryKey, mirror: [...node, 'schema', 'primaryKey'] }] : []),
    ...(uniqueKeys ?? []).map((names, i) => ({ names, mirror: [...node, 'schema', 'uniqueKeys', i] })),
    ...fields.filter(field => field.constraints.unique === true).map(field => ({ names: [field.name], mirror: [...field.node, 'constraints', 'unique'] })),
  ];
  const seen = new Set<string>();
  return keys.filter(({ names }) => {
    const text = JSON.stringify([...names].sort());
    return names.length > 0 && !seen.has(text) && seen.add(text);
  });
}

function* checkOne(column: Column, mirror: NodePath, isConstraint: boolean): Iterable<Problem> {
  const { distinct } = column.summary;
  if (distinct.exact && distinct.count === present(column)) return;
  yield {
    place: { at: 'header', column: column.index }, cells: { is: 'repeated' }, message: say`${column} should be unique and repeats ${matched('value')}`, mirror,
    ...(isConstraint && { fix: { title: say`Declare that ${column} may repeat values`, safety: 'unsafe', change: { do: 'remove-node', path: mirror } } }),
  };
}

/** Rows that lack part of a key are outside of it. */
function checkTogether(columns: readonly Column[], mirror: NodePath): Problem {
  const together = list(columns.map(column => name(column.name)));
  const message = say`${together} should be unique together and are repeated in ${matched('row')}`;
  return { place: { at: 'file' }, cells: { is: 'duplicate', columns: columns.map(column => column.index), whole: true }, message, mirror };
}
