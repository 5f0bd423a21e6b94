import type { Guarantees } from '../../../core/annotation.ts';
import { told } from '../../../core/facts.ts';
import { count, list, name, number, say } from '../../../core/message.ts';
import type { NodePath } from '../../../core/place.ts';
import { rowsOf } from '../../../core/risk.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'k-anonymity-not-kept',
  scope: 'resource',
  summary: 'Fewer rows share their quasi-identifiers than the annotation promises',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: ['classes'],
  options: {},

  *check({ table: { risk, privacy } }) {
    const declared = promised(privacy?.guarantees);
    const classes = risk?.classes();
    if (!risk || !privacy || !declared || !classes || classes.rows === 0 || classes.k >= declared.k) return;
    const broken = classes.smaller(declared.k);
    const node = [...privacy.node, 'guarantees', ...declared.path];
    const found = say`${count(broken.rows, 'row')} in ${count(broken.classes, 'class')}`;
    const by = list(risk.quasiIdentifiers.map(column => name(column.name)));
    yield {
      ...rowsOf(broken),
      message: risk.unit.length > 0
        ? say`k-anonymity is ${number(classes.k)} by ${by}, counted by ${list(risk.unit.map(column => name(column.name)))}, and ${number(declared.k)} is promised: ${found}`
        : say`k-anonymity is ${number(classes.k)} by ${by}, and ${number(declared.k)} is promised: ${found}`,
      facts: told({ k: classes.k, promised: declared.k, rows: broken.rows, classes: broken.classes, n: classes.rows }),
      mirror: node,
      fix: { title: say`Suppress the rows of the classes that are too small`, safety: 'unsafe', change: { do: 'delete-row' } },
      alternatives: [{ title: say`Promise what the data keeps: ${number(classes.k)}`, safety: 'unsafe', change: { do: 'set-node', path: node, value: classes.k } }],
    };
  },
});

/** The greater of the two places a k may be promised at: whoever keeps that keeps the other. */
function promised({ kAnonymity, alphaK }: Guarantees = {}): { readonly k: number; readonly path: NodePath } | undefined {
  const all = [{ k: kAnonymity?.k ?? 0, path: ['kAnonymity', 'k'] }, { k: alphaK?.k ?? 0, path: ['alphaK', 'k'] }];
  return all.filter(({ k }) => k >= 2).sort((a, b) => b.k - a.k)[0];
}
