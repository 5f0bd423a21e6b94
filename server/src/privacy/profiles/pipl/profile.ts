import type { LegalProfile } from '../../../core/duties.ts';
import { say } from '../../../core/message.ts';

/** The law of 20 August 2021. Hong Kong, Macao and Taiwan are outside of its territory. */
const profile: LegalProfile = {
  id: 'pipl',
  title: 'Personal Information Protection Law of the People’s Republic of China',
  versions: [{ id: '2021-11', inForce: '2021-11-01' }],
  territory: ['CN'],
  terms: ['pipl:', 'pipl28'],
  asks: {
    'personal-data-without-purpose': say`PIPL Article 6`,
    'purpose-without-legal-basis': say`PIPL Article 13`,
    'consent-without-record': say`PIPL Articles 14 and 15`,
    'missing-retention': say`PIPL Article 19`,
    'column-outlives-dataset': say`PIPL Article 19`,
    'transfer-without-mechanism': say`PIPL Articles 38 to 40`,
    'missing-protection-assessment': say`PIPL Articles 55 and 56`,
    'missing-separate-consent': say`PIPL Article 29`,
    'identifiable-called-anonymised': say`PIPL Articles 4 and 73`,
    'child-without-age-limit': say`PIPL Articles 28 and 31`,
    'missing-controller': say`PIPL Article 17`,
    'public-personal-data': say`PIPL Article 25`,
  },
};

export default profile;
