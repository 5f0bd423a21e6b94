import { name, say } from '../../../../../core/message.ts';
import { defineRequirement } from '../../../../../core/requirement.ts';

export default defineRequirement({
  id: 'unbalanced-legitimate-interests',
  of: 'purpose',
  summary: 'A purpose rests on legitimate interests that were not weighed',
  severity: 'warning',
  since: 'next',

  lack({ use, legalBasis, balancingTestRef }) {
    if (legalBasis !== 'gdpr:6-1-f' || balancingTestRef !== undefined) return undefined;
    return {
      message: say`The purpose ${name(use)} rests on legitimate interests, and ${name('balancingTestRef')} names no balancing test`,
      stub: { title: say`Add where the balancing test is`, at: ['balancingTestRef'], value: 'balancing-test.md' },
    };
  },
});
