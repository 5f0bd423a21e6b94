import type { LegalProfile } from '../../../core/duties.ts';
import { say } from '../../../core/message.ts';

/**
 * A recommended national standard of China: only who chooses it is held to it. The list of sensitive information in its Annex B is what
 * the newer standard took over; the rest stays in force.
 */
const profile: LegalProfile = {
  id: 'gbt-35273',
  title: 'GB/T 35273-2020, personal information security specification',
  versions: [{ id: '2020-10', inForce: '2020-10-01', superseded: { by: 'gbt-45574@2025-11', on: '2025-11-01' } }],
  territory: [],
  terms: [],
  asks: {
    'personal-data-without-purpose': say`GB/T 35273-2020, 4 b)`,
    'missing-retention': say`GB/T 35273-2020, 6.1`,
    'column-outlives-dataset': say`GB/T 35273-2020, 6.1`,
    'missing-protection-assessment': say`GB/T 35273-2020, 11.4`,
    'missing-separate-consent': say`GB/T 35273-2020, 5.4`,
    'child-without-age-limit': say`GB/T 35273-2020, 5.4`,
  },
};

export default profile;
