import { isWritten } from '../../../core/duties.ts';
import { name, say, value as quote } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'stale-waiver',
  scope: 'metadata',
  summary: 'A waiver gives no reason or has ended',
  severity: 'warning',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ description: { privacy }, today }) {
    for (const [i, { rule, reason, until }] of (privacy?.waivers ?? []).entries()) {
      const path = [...privacy?.node ?? [], 'waivers', i];
      const fix = { title: say`Remove the waiver`, safety: 'unsafe', change: { do: 'remove-node', path } } as const;
      if (reason === undefined ? !isWritten(privacy, [...path, 'reason']) : reason.trim() === '') {
        yield { place: { at: 'node', path: [...path, 'rule'], part: 'value' }, message: say`The waiver for ${name(rule)} gives no reason: GDPR Article 5(2)`, fix };
      }
      if (until !== undefined && until < today.slice(0, until.length)) {
        const year = String(Number(today.slice(0, 4)) + 1) + today.slice(4);
        yield {
          place: { at: 'node', path: [...path, 'until'], part: 'value' },
          message: say`The waiver for ${name(rule)} ended on ${quote(until, -1)}`,
          fix,
          alternatives: [{ title: say`Extend it to ${quote(year, -1)}`, safety: 'unsafe', change: { do: 'set-node', path: [...path, 'until'], value: year } }],
        };
      }
    }
  },
});
