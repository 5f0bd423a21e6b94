import type { Guarantees } from '../../../core/annotation.ts';
import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, number, say, type Message } from '../../../core/message.ts';
import type { NodePath } from '../../../core/place.ts';
import type { Problem } from '../../../core/problem.ts';
import { rowsOf, type ClassView, type Disclosure } from '../../../core/risk.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'l-diversity-not-kept',
  scope: 'resource',
  summary: 'A class has fewer well-represented sensitive values than the annotation promises',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: ['classes'],
  options: {},

  *check({ table: { risk, privacy } }) {
    const classes = risk?.classes();
    if (!risk || !privacy || !classes || classes.rows === 0) return;
    for (const [i, promise] of (privacy.guarantees?.lDiversity ?? []).entries()) {
      const columns = risk.sensitive.filter(({ name }) => promise.sensitive === undefined || promise.sensitive === name);
      for (const column of columns) yield* judge(column, promise, classes, [...privacy.node, 'guarantees', 'lDiversity', i]);
    }
  },
});

type Promised = NonNullable<Guarantees['lDiversity']>[number];

function* judge(column: Column, promise: Promised, classes: ClassView, node: NodePath): Iterable<Problem> {
  const { l, c, kind = 'distinct' } = promise;
  const limit = kind === 'recursive' ? c : l;
  if (l === undefined || limit === undefined) return;
  const asked: Disclosure = kind === 'recursive' ? { is: 'recursive', l } : { is: kind };
  const measured = classes.measure(asked, column);
  const broken = measured?.beyond(limit);
  if (!measured || !broken || broken.classes === 0) return;
  const found = say`${count(broken.rows, 'row')} in ${count(broken.classes, 'class')}`;
  const key = kind === 'recursive' ? 'c' : 'l';
  yield {
    ...rowsOf(broken),
    message: say`${wordsOf(kind, column, measured.worst, l)}, and ${number(limit)} is promised: ${found}`,
    facts: told({ measured: measured.worst, promised: limit, rows: broken.rows, classes: broken.classes, n: classes.rows, columnName: column.name }),
    mirror: [...node, key],
    fix: { title: say`Suppress the rows of the classes that give too much away`, safety: 'unsafe', change: { do: 'delete-row' } },
  };
}

function wordsOf(kind: NonNullable<Promised['kind']>, column: Column, worst: number, l: number): Message {
  switch (kind) {
    case 'distinct': return say`distinct l-diversity of ${column} is ${number(worst)}`;
    case 'entropy': return say`entropy l-diversity of ${column} is ${number(worst)}`;
    case 'recursive': return worst === Infinity
      ? say`recursive (c, l)-diversity of ${column} is kept by no c, for a class has fewer than ${count(l, 'value')}`
      : say`recursive (c, l)-diversity of ${column} needs a c above ${number(worst)}`;
  }
}
