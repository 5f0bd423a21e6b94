import type { Need, Rule } from './rule.ts';

/**
 * How soon after a keystroke a rule's findings are renewed: 1 at once, 2 shortly after the last one, 3 on save or on command.
 * It follows from what the rule stands on, so no rule has to say it.
 */
export type Tier = 1 | 2 | 3;

/** The slowest tier among a rule's needs; a rule that asks a further round is never faster than tier 2, a heavy one is of tier 3. */
export function tierOf(rule: Pick<Rule, 'needs' | 'asks' | 'heavy'>): Tier {
  if (rule.heavy) return 3;
  return rule.needs.map(tierOfNeed).reduce(slower, rule.asks ? 2 : 1);
}

const slower = (a: Tier, b: Tier): Tier => (a > b ? a : b);

function tierOfNeed(need: Need): Tier {
  if (typeof need === 'object') return 3;
  switch (need) {
    case 'counts':
    case 'numbers':
      return 1;
    case 'quantiles':
    case 'distinct':
    case 'values':
    case 'row-hashes':
    case 'detectors':
      return 2;
    case 'sample':
    case 'digest':
    case 'classes':
    case 'original':
    case 'chat':
    case 'evaluation':
    case 'listed-words':
      return 3;
  }
}
