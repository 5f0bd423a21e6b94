import { name, say } from '../../../../../core/message.ts';
import { defineRequirement } from '../../../../../core/requirement.ts';
import { personalFields } from '../../../../../core/duties.ts';
import { PIPL28, isSpecial } from '../../../../../core/specialData.ts';

export default defineRequirement({
  id: 'missing-protection-assessment',
  of: 'dataset',
  summary: 'Sensitive personal information has no protection impact assessment',
  severity: 'warning',
  since: 'next',

  lack({ pipiaRef, transfers = [] }, description) {
    if (pipiaRef !== undefined) return undefined;
    const sensitive = personalFields(description).find(field => isSpecial(field, 'pipl28', PIPL28));
    const [abroad] = transfers;
    if (!sensitive && !abroad) return undefined;
    return {
      message: sensitive ? say`${sensitive} is sensitive personal information, and ${name('pipiaRef')} names no protection impact assessment`
        : say`Personal information goes to ${name(abroad?.to ?? '')}, and ${name('pipiaRef')} names no protection impact assessment`,
      stub: { title: say`Add where the assessment is`, at: ['pipiaRef'], value: 'pipia.pdf' },
    };
  },
});
