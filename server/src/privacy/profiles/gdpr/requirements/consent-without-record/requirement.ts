import { name, say } from '../../../../../core/message.ts';
import { defineRequirement } from '../../../../../core/requirement.ts';

export default defineRequirement({
  id: 'consent-without-record',
  of: 'purpose',
  summary: 'A purpose rests on consent that cannot be shown or withdrawn',
  severity: 'warning',
  since: 'next',

  lack({ use, legalBasis = '', specialBasis = '', consentRef, withdrawal }) {
    if (!CONSENT.includes(legalBasis) && !CONSENT.includes(specialBasis)) return undefined;
    if (consentRef === undefined) {
      return {
        message: say`The purpose ${name(use)} rests on consent, and ${name('consentRef')} does not say where it is recorded`,
        stub: { title: say`Add where consent is recorded`, at: ['consentRef'], value: 'consents.csv' },
      };
    }
    if (withdrawal !== undefined) return undefined;
    return {
      message: say`The purpose ${name(use)} rests on consent, and ${name('withdrawal')} does not say how to take it back`,
      stub: { title: say`Add how consent is withdrawn`, at: ['withdrawal'], value: 'https://example.org/withdraw' },
    };
  },
});

const CONSENT: readonly string[] = ['gdpr:6-1-a', 'gdpr:9-2-a', 'pipl:13-1'];
