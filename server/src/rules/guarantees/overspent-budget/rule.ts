import { told } from '../../../core/facts.ts';
import { type Message, count, number, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'overspent-budget',
  scope: 'metadata',
  summary: 'Releases lose more privacy together than the budget allows',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ description: { privacy } }) {
    const claim = privacy?.differentialPrivacy;
    if (!privacy || !claim?.budget) return;
    const { releases = [], accountant = 'basic', budget } = claim;
    // Other ways to account lose less than the sum; then only what a single release loses is sure.
    const losses = releases.length > 0 ? releases : [claim];
    const spent = (key: 'epsilon' | 'delta'): number => {
      const all = losses.map(one => one[key] ?? 0);
      return accountant === 'basic' ? all.reduce((sum, one) => sum + one, 0) : Math.max(...all);
    };
    for (const key of ['epsilon', 'delta'] as const) {
      const most = budget[key];
      // Sums of decimal fractions are not exact.
      if (most === undefined || spent(key) <= most * (1 + 1e-9)) continue;
      const path = [...privacy.node, 'differentialPrivacy', releases.length > 0 ? 'releases' : key];
      yield {
        place: { at: 'node', path, part: 'key' },
        message: wordsFor(key, losses.length, spent(key), most),
        facts: told({ spent: spent(key), threshold: most }),
        related: [{ place: { at: 'node', path: [...privacy.node, 'differentialPrivacy', 'budget'], part: 'key' }, message: say`The budget` }],
      };
    }
  },
});

const wordsFor = (key: 'epsilon' | 'delta', releases: number, spent: number, most: number): Message => (key === 'epsilon'
  ? say`The epsilon of ${count(releases, 'release')} is ${number(spent)} in all, over the budget of ${number(most)}`
  : say`The delta of ${count(releases, 'release')} is ${number(spent)} in all, over the budget of ${number(most)}`);
