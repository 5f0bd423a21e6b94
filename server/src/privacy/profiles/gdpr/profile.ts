import type { LegalProfile } from '../../../core/duties.ts';
import { say } from '../../../core/message.ts';

/** Regulation (EU) 2016/679. Its territory is the European Economic Area. */
const profile: LegalProfile = {
  id: 'gdpr',
  title: 'General Data Protection Regulation (EU) 2016/679',
  versions: [{ id: '2018-05', inForce: '2018-05-25' }],
  territory: [
    'AT', 'BE', 'BG', 'HR', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HU', 'IE', 'IS', 'IT', 'LI', 'LT', 'LU', 'LV', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK', 'EU',
  ],
  terms: ['gdpr:', 'gdpr9', 'gdpr10'],
  asks: {
    'personal-column-in-non-personal-data': say`GDPR Article 4(1)`,
    'personal-data-without-purpose': say`GDPR Article 5(1)(b)`,
    'purpose-without-legal-basis': say`GDPR Article 6(1)`,
    'special-category-without-condition': say`GDPR Article 9(2)`,
    'offence-data-without-ground': say`GDPR Article 10`,
    'consent-without-record': say`GDPR Article 7(1) and 7(3)`,
    'unbalanced-legitimate-interests': say`GDPR Article 6(1)(f)`,
    'missing-retention': say`GDPR Article 5(1)(e) and 30(1)(f)`,
    'column-outlives-dataset': say`GDPR Article 5(1)(e)`,
    'transfer-without-mechanism': say`GDPR Articles 44 to 49`,
    'missing-impact-assessment': say`GDPR Article 35(3)`,
    'identifiable-called-anonymised': say`GDPR Recital 26 and Article 4(5)`,
    'child-without-age-limit': say`GDPR Article 8`,
    'missing-controller': say`GDPR Article 30(1)(a)`,
    'missing-data-protection-officer': say`GDPR Article 37(1)(c)`,
    'public-personal-data': say`GDPR Article 5(1)(f)`,
    'unmarked-inference': say`GDPR Article 9(1)`,
  },
};

export default profile;
