import type { LegalProfile } from '../../../core/duties.ts';
import { say } from '../../../core/message.ts';

/**
 * Health information without sixteen classes of direct identifiers, 45 CFR 164.514(e), for research, public health and health care
 * operations under a data use agreement.
 */
const profile: LegalProfile = {
  id: 'hipaa-limited-data-set',
  title: 'HIPAA Privacy Rule, limited data set',
  aliases: ['hipaa-lds'],
  versions: [{ id: '2003-04', inForce: '2003-04-14' }],
  territory: [],
  terms: ['hipaa:lds'],
  asks: {
    'kept-hipaa-identifier': say`45 CFR 164.514(e)(2)`,
  },
};

export default profile;
