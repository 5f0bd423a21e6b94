import { personalFields } from '../../../../../core/duties.ts';
import { name, say } from '../../../../../core/message.ts';
import { defineRequirement } from '../../../../../core/requirement.ts';
import { GDPR9, isSpecial } from '../../../../../core/specialData.ts';

export default defineRequirement({
  id: 'missing-data-protection-officer',
  of: 'dataset',
  summary: 'Special categories of data have no data protection officer',
  severity: 'information',
  since: 'next',

  lack({ dpo }, description) {
    if (dpo || !personalFields(description).some(field => isSpecial(field, 'gdpr9', GDPR9))) return undefined;
    return {
      message: say`Special categories of data on a large scale need a data protection officer, and ${name('dpo')} names none`,
      stub: { title: say`Add the data protection officer`, at: ['dpo'], value: { name: 'Name', email: 'dpo@example.org' } },
    };
  },
});
