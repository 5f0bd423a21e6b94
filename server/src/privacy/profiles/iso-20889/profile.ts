import type { LegalProfile } from '../../../core/duties.ts';
import { say } from '../../../core/message.ts';

/** A standard that names and sorts techniques; only who chooses it is held to it. */
const profile: LegalProfile = {
  id: 'iso-20889',
  title: 'ISO/IEC 20889:2018, de-identification techniques',
  versions: [{ id: '2018-11', inForce: '2018-11-01' }],
  territory: [],
  terms: [],
  asks: {
    'identifiable-called-anonymised': say`ISO/IEC 20889:2018, clause 8`,
    'guessable-hash': say`ISO/IEC 20889:2018, clause 8`,
  },
};

export default profile;
