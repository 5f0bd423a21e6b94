import { name, say } from '../../../../../core/message.ts';
import { defineRequirement } from '../../../../../core/requirement.ts';
import { personalFields } from '../../../../../core/duties.ts';
import { GDPR9, isSpecial } from '../../../../../core/specialData.ts';

export default defineRequirement({
  id: 'missing-impact-assessment',
  of: 'dataset',
  summary: 'Risky processing has no data protection impact assessment',
  severity: 'warning',
  since: 'next',

  lack({ dpia }, description) {
    if (dpia?.ref !== undefined || dpia?.required === false) return undefined;
    const special = personalFields(description).find(field => isSpecial(field, 'gdpr9', GDPR9));
    if (!special && dpia?.required !== true) return undefined;
    return {
      message: dpia?.required !== true && special
        ? say`${special} is special category data, which on a large scale needs an impact assessment, and ${name('dpia.ref')} names none`
        : say`An impact assessment is required, and ${name('dpia.ref')} names none`,
      missing: ['dpia', 'ref'],
      stub: { title: say`Add where the impact assessment is`, at: ['dpia'], value: { ...dpia, required: true, ref: 'dpia.pdf' } },
    };
  },
});
