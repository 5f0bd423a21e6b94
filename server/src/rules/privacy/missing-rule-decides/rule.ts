import { told } from '../../../core/facts.ts';
import { name, number, say } from '../../../core/message.ts';
import type { MissingRule } from '../../../core/annotation.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'missing-rule-decides',
  scope: 'resource',
  summary: 'Whether a promise is kept depends on what missing values count as',
  severity: 'warning',
  dimension: 'validity',
  since: 'next',
  needs: ['classes'],
  options: {},

  *check({ table: { risk, privacy } }) {
    const { k, missing } = privacy?.guarantees?.kAnonymity ?? {};
    const lacking = risk?.quasiIdentifiers.find(({ summary }) => summary.missing > 0);
    if (!risk || !privacy || k === undefined || missing !== undefined || !lacking) return;
    const own = risk.classes({ missing: 'own-category' }).k;
    const excluded = risk.classes({ missing: 'exclude' }).k;
    if ((own >= k) === (excluded >= k)) return;
    const better: MissingRule = own >= k ? 'own-category' : 'exclude';
    yield {
      place: { at: 'header', column: lacking.index },
      message: say`${name('k')} is ${number(own)} where missing values count as a value of their own and ${number(excluded)} without their rows; ${number(k)} is promised, and it is not said how`,
      facts: told({ k, own, excluded, missing: lacking.summary.missing }),
      mirror: [...privacy.node, 'guarantees', 'kAnonymity', 'k'],
      fix: {
        title: say`Say that missing values count as ${name(better)}`, safety: 'unsafe',
        change: { do: 'set-node', path: [...privacy.node, 'guarantees', 'kAnonymity', 'missing'], value: better },
      },
    };
  },
});
