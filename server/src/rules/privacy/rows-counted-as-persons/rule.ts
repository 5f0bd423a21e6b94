import { told } from '../../../core/facts.ts';
import { name, number, say } from '../../../core/message.ts';
import { rowsOf } from '../../../core/risk.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'rows-counted-as-persons',
  scope: 'resource',
  summary: 'A promise about people is kept by rows of the same few people',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: ['classes', 'distinct'],
  options: {},

  *check({ table: { risk, privacy } }) {
    const k = privacy?.guarantees?.kAnonymity?.k;
    const [person] = risk?.persons ?? [];
    if (!risk || !privacy || !person || k === undefined) return;
    const rows = risk.classes();
    const people = risk.classes({ unit: [person] });
    if (rows.k < k || people.k >= k) return;
    const broken = people.smaller(k);
    yield {
      ...rowsOf(broken),
      message: say`k-anonymity is ${number(rows.k)} by rows and ${number(people.k)} by ${person}, who have several rows each; ${number(k)} is promised`,
      facts: told({ k, rows: rows.k, persons: people.k, classes: broken.classes }),
      mirror: [...privacy.node, 'guarantees', 'kAnonymity', 'k'],
      fix: {
        title: say`Count by ${name(person.name)} and not by rows`, safety: 'unsafe',
        change: { do: 'set-node', path: [...privacy.node, 'unit'], value: { kind: privacy.unit?.kind ?? 'person', key: [person.name] } },
      },
    };
  },
});
