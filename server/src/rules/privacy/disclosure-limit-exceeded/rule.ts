import { told } from '../../../core/facts.ts';
import { count, name, number, say } from '../../../core/message.ts';
import type { NodePath } from '../../../core/place.ts';
import { rowsOf, type Disclosure } from '../../../core/risk.ts';
import { defineRule } from '../../../core/rule.ts';
import type { Guarantees } from '../../../core/annotation.ts';

export default defineRule({
  id: 'disclosure-limit-exceeded',
  scope: 'resource',
  summary: 'A class says more about a sensitive value than the annotation promises',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: ['classes'],
  options: {},

  *check({ table: { risk, privacy } }) {
    const classes = risk?.classes();
    if (!risk || !privacy || !classes || classes.rows === 0) return;
    for (const { is, title, limit, path } of promisesOf(privacy.guarantees)) {
      for (const column of risk.sensitive) {
        const measured = classes.measure({ is }, column);
        const broken = measured?.beyond(limit);
        if (!measured || !broken || broken.classes === 0) continue;
        const found = say`${count(broken.rows, 'row')} in ${count(broken.classes, 'class')}`;
        yield {
          ...rowsOf(broken),
          message: say`${name(title)} of ${column} is ${number(measured.worst)}, and ${number(limit)} is promised: ${found}`,
          facts: told({ measure: is, measured: measured.worst, promised: limit, rows: broken.rows, classes: broken.classes, n: classes.rows, columnName: column.name }),
          mirror: [...privacy.node, 'guarantees', ...path],
          fix: { title: say`Suppress the rows of the classes that give too much away`, safety: 'unsafe', change: { do: 'delete-row' } },
        };
      }
    }
  },
});

interface Limit {
  readonly is: Extract<Disclosure['is'], 'alpha' | 'beta' | 'delta'>;
  readonly title: string;
  readonly limit: number;
  readonly path: NodePath;
}

function promisesOf({ alphaK, betaLikeness, deltaDisclosure }: Guarantees = {}): readonly Limit[] {
  return [
    ...(alphaK?.alpha === undefined ? [] : [{ is: 'alpha', title: 'alpha', limit: alphaK.alpha, path: ['alphaK', 'alpha'] } as const]),
    ...(betaLikeness === undefined ? [] : [{ is: 'beta', title: 'beta-likeness', limit: betaLikeness, path: ['betaLikeness'] } as const]),
    ...(deltaDisclosure === undefined ? [] : [{ is: 'delta', title: 'delta-disclosure', limit: deltaDisclosure, path: ['deltaDisclosure'] } as const]),
  ];
}
