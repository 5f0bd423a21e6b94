import type { Guarantees } from '../../../core/annotation.ts';
import { present, type Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, name, number, say, type Part } from '../../../core/message.ts';
import type { NodePath } from '../../../core/place.ts';
import type { Problem } from '../../../core/problem.ts';
import { rowsOf, type ClassView, type Disclosure } from '../../../core/risk.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 't-closeness-not-kept',
  scope: 'resource',
  summary: 'Sensitive values of a class are further from those of the table than the annotation promises',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: ['classes', 'numbers'],
  options: {},

  *check({ table: { risk, privacy } }) {
    const classes = risk?.classes();
    if (!risk || !privacy || !classes || classes.rows === 0) return;
    for (const [i, promise] of (privacy.guarantees?.tCloseness ?? []).entries()) {
      const columns = risk.sensitive.filter(column => promise.sensitive === undefined || promise.sensitive === column.name);
      for (const column of columns) yield* judge(column, promise, classes, [...privacy.node, 'guarantees', 'tCloseness', i]);
    }
  },
});

type Promised = NonNullable<Guarantees['tCloseness']>[number];

function* judge(column: Column, promise: Promised, classes: ClassView, node: NodePath): Iterable<Problem> {
  const distance = promise.distance ?? usualDistance(column);
  const asked = disclosureOf(distance, column);
  const measured = asked && classes.measure(asked, column);
  if (!measured || promise.t === undefined) return;
  const broken = measured.beyond(promise.t);
  if (broken.classes === 0) return;
  const found = say`${count(broken.rows, 'row')} in ${count(broken.classes, 'class')}`;
  yield {
    ...rowsOf(broken),
    message: say`t-closeness of ${column} by ${DISTANCES[distance]} distance is ${number(measured.worst)}, and ${number(promise.t)} is promised: ${found}`,
    facts: told({ measured: measured.worst, promised: promise.t, metric: distance, rows: broken.rows, classes: broken.classes, n: classes.rows, columnName: column.name }),
    mirror: [...node, 't'],
    fix: { title: say`Suppress the rows of the classes that give too much away`, safety: 'unsafe', change: { do: 'delete-row' } },
  };
}

type Distance = NonNullable<Promised['distance']>;
const DISTANCES: Readonly<Record<Distance, Part>> = { equal: name('equal'), ordered: name('ordered'), hierarchical: name('hierarchical') };

/** Numbers have an order, everything else has none. */
const usualDistance = (column: Column): Distance => (column.summary.numbers?.count === present(column) ? 'ordered' : 'equal');

/** A hierarchy that lies in a file of its own is not read. */
function disclosureOf(distance: Distance, { field }: Column): Disclosure | undefined {
  if (distance !== 'hierarchical') return { is: `t-${distance}` };
  const hierarchy = field?.privacy?.hierarchy;
  return hierarchy && 'levels' in hierarchy ? { is: 't-hierarchical', levels: hierarchy.levels } : undefined;
}
