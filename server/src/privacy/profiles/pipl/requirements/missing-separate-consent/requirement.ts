import { name, say } from '../../../../../core/message.ts';
import { defineRequirement } from '../../../../../core/requirement.ts';
import { serves } from '../../../../../core/duties.ts';
import { PIPL28, isSpecial } from '../../../../../core/specialData.ts';

export default defineRequirement({
  id: 'missing-separate-consent',
  of: 'column',
  summary: 'Sensitive personal information is processed without separate consent',
  severity: 'error',
  since: 'next',

  lack(column, { privacy }) {
    if (column.privacy.separateConsentRef !== undefined || !isSpecial(column, 'pipl28', PIPL28)) return undefined;
    const bases = (privacy?.purposes ?? []).filter(({ use }) => serves(column, use)).map(({ legalBasis }) => legalBasis);
    // Where the law itself allows the processing there is no consent to be separate (Article 13).
    if (bases.length > 0 && bases.every(basis => /^pipl:13-[2-7]$/.test(basis ?? ''))) return undefined;
    return {
      message: say`${column} is sensitive personal information, and ${name('separateConsentRef')} names no separate consent`,
      stub: { title: say`Add where separate consent is recorded`, at: ['separateConsentRef'], value: 'separate-consents.csv' },
    };
  },
});
