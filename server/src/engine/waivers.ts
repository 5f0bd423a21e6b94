import type { PrivacyDescription } from '../core/annotation.ts';
import type { ActiveRule } from './judge.ts';

/**
 * Rules without those the owner of the data does not follow here, for a reason that is given and until a day (as 2026-05-31) that has not passed. That a
 * waiver gives no reason or has ended is said by a rule of its own.
 */
export function withoutWaived(active: readonly ActiveRule[], privacy: PrivacyDescription | undefined, today: string | undefined): readonly ActiveRule[] {
  const waived = new Set((privacy?.waivers ?? []).flatMap(({ rule, reason = '', until }) => {
    const hasEnded = until !== undefined && today !== undefined && until < today.slice(0, until.length);
    return hasEnded || reason.trim() === '' ? [] : [rule];
  }));
  return waived.size === 0 ? active : active.filter(({ rule: { id, formerly } }) => ![id, ...formerly].some(one => waived.has(one)));
}
