import type { LegalProfile } from '../../../core/duties.ts';
import { say } from '../../../core/message.ts';

/** California Civil Code 1798.100 and following, as the California Privacy Rights Act amended it. */
const profile: LegalProfile = {
  id: 'ccpa',
  title: 'California Consumer Privacy Act',
  versions: [{ id: '2020-01', inForce: '2020-01-01', superseded: { by: 'ccpa@2023-01', on: '2023-01-01' } }, { id: '2023-01', inForce: '2023-01-01' }],
  territory: ['US-CA'],
  terms: ['ccpa-spi:'],
  asks: {
    'personal-data-without-purpose': say`CCPA 1798.100(a)(1)`,
    'missing-retention': say`CCPA 1798.100(a)(3)`,
    'sensitive-use-without-notice': say`CCPA 1798.121`,
  },
};

export default profile;
