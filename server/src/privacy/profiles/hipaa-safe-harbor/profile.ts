import type { LegalProfile } from '../../../core/duties.ts';
import { say } from '../../../core/message.ts';

/**
 * De-identification of health information by removing eighteen classes of identifiers, 45 CFR 164.514(b)(2). Only whom HIPAA covers is
 * bound by it, so no place alone makes it apply.
 */
const profile: LegalProfile = {
  id: 'hipaa-safe-harbor',
  title: 'HIPAA Privacy Rule, safe harbor',
  versions: [{ id: '2003-04', inForce: '2003-04-14' }],
  territory: [],
  terms: [...'ABCDEFGHIJKLMNOPQR'].map(letter => `hipaa:${letter}`),
  asks: {
    'kept-hipaa-identifier': say`45 CFR 164.514(b)(2)`,
  },
};

export default profile;
