import { told } from '../../../core/facts.ts';
import { name, percent, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'unearned-amplification',
  scope: 'metadata',
  summary: 'A privacy loss counts on random batches that were not drawn',
  severity: 'warning',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ description: { privacy } }) {
    const claim = privacy?.differentialPrivacy;
    if (!privacy || claim?.sampleRate === undefined || claim.sampleRate >= 1) return;
    if (claim.sampling === undefined || claim.sampling === 'poisson') return;
    const path = [...privacy.node, 'differentialPrivacy'];
    yield {
      place: { at: 'node', path: [...path, 'sampling'], part: 'value' },
      message: claim.sampling === 'shuffle'
        ? say`Batches are shuffled, and the sample rate of ${percent(claim.sampleRate)} lowers the loss only where each row is drawn by itself (${name('poisson')})`
        : say`Nothing is sampled, and the sample rate of ${percent(claim.sampleRate)} lowers the loss only where each row is drawn by itself (${name('poisson')})`,
      facts: told({ sampleRate: claim.sampleRate }),
      fix: { title: say`Batches are drawn row by row`, safety: 'unsafe', change: { do: 'set-node', path: [...path, 'sampling'], value: 'poisson' } },
      alternatives: [{ title: say`Do without the sample rate`, safety: 'unsafe', change: { do: 'remove-node', path: [...path, 'sampleRate'] } }],
    };
  },
});
