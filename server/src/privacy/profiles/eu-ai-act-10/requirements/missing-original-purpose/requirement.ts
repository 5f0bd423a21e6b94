import { name, say } from '../../../../../core/message.ts';
import { defineRequirement } from '../../../../../core/requirement.ts';

export default defineRequirement({
  id: 'missing-original-purpose',
  of: 'purpose',
  summary: 'What personal data was collected for is not said',
  severity: 'warning',
  since: 'next',

  lack({ use, originalPurpose }) {
    if (originalPurpose !== undefined) return undefined;
    return {
      message: say`The purpose ${name(use)} does not say with ${name('originalPurpose')} what the data was collected for`,
      stub: { title: say`Add the original purpose`, at: ['originalPurpose'], value: 'essential.service' },
    };
  },
});
