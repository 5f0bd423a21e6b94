import { name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'approximate-accountant',
  scope: 'metadata',
  summary: 'A privacy loss is counted by an approximation that may be too low',
  severity: 'warning',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ description: { privacy } }) {
    if (!privacy || privacy.differentialPrivacy?.accountant !== 'gdp') return;
    const path = [...privacy.node, 'differentialPrivacy', 'accountant'];
    yield {
      place: { at: 'node', path, part: 'value' },
      message: say`The accountant ${name('gdp')} approximates by the central limit theorem and may say too little: ${name('prv')} and ${name('rdp')} are bounds`,
      fix: { title: say`Account with ${name('prv')}`, safety: 'unsafe', change: { do: 'set-node', path, value: 'prv' } },
      alternatives: [{ title: say`Account with ${name('rdp')}`, safety: 'unsafe', change: { do: 'set-node', path, value: 'rdp' } }],
    };
  },
});
