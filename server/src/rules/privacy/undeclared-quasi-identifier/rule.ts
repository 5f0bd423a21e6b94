import { told } from '../../../core/facts.ts';
import { name, number, say } from '../../../core/message.ts';
import type { Change } from '../../../core/problem.ts';
import type { NodePath } from '../../../core/place.ts';
import { defineRule } from '../../../core/rule.ts';
import type { Column } from '../../../core/column.ts';

export default defineRule({
  id: 'undeclared-quasi-identifier',
  scope: 'resource',
  summary: 'A column that others may know of a person is not among the quasi-identifiers',
  severity: 'warning',
  dimension: 'validity',
  since: 'next',
  needs: ['classes', 'detectors'],
  options: {},

  *check({ table: { risk, privacy } }) {
    const classes = risk?.classes();
    if (!risk || !privacy || !classes) return;
    const { k, qi } = privacy.guarantees?.kAnonymity ?? {};
    const promised = k ?? 2;
    if (classes.k < promised) return;
    for (const column of risk.candidates) {
      const lower = risk.classes({ by: [...risk.quasiIdentifiers, column] }).k;
      if (lower >= promised) continue;
      const change = qi ? listing(column, [...privacy.node, 'guarantees', 'kAnonymity', 'qi'], qi.length) : annotating(column);
      yield {
        place: { at: 'header', column: column.index },
        message: say`${column} may be known of a person as well: with it, k-anonymity is ${number(lower)} and not ${number(classes.k)}`,
        facts: told({ k: classes.k, with: lower, promised }),
        ...(change && { fix: { title: say`Count ${name(column.name)} among the quasi-identifiers`, safety: 'unsafe' as const, change } }),
        ...(qi && { mirror: [...privacy.node, 'guarantees', 'kAnonymity', 'qi'] }),
      };
    }
  },
});

const listing = (column: Column, path: NodePath, length: number): Change => ({ do: 'insert-node', path: [...path, length], value: column.name });

function annotating({ field }: Column): Change | undefined {
  if (!field) return undefined;
  return field.privacy
    ? { do: 'set-node', path: [...field.privacy.node, 'role'], value: 'quasi-identifier' }
    : { do: 'set-node', path: [...field.node, 'privacy'], value: { role: 'quasi-identifier' } };
}
