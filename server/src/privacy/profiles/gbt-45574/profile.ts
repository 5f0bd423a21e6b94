import type { LegalProfile } from '../../../core/duties.ts';
import { say } from '../../../core/message.ts';

/**
 * A recommended national standard of China: only who chooses it is held to it. Articles are named without their clause where the text
 * could not be read.
 */
const profile: LegalProfile = {
  id: 'gbt-45574',
  title: 'GB/T 45574-2025, security requirements for processing sensitive personal information',
  versions: [{ id: '2025-11', inForce: '2025-11-01' }],
  territory: [],
  terms: [],
  asks: {
    'missing-separate-consent': say`GB/T 45574-2025`,
    'missing-protection-assessment': say`GB/T 45574-2025`,
  },
};

export default profile;
