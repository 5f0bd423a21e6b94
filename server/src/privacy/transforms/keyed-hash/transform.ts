import { hmac } from '@noble/hashes/hmac';
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { name, number, say } from '../../../core/message.ts';
import { defineTransform } from '../../../core/transform.ts';

/** NIST SP 800-131A asks for keys of 112 bits at least; we ask for the next whole number of words. */
const SHORTEST_KEY = 16;

export default defineTransform({
  id: 'keyed-hash',
  title: 'replace by a keyed hash (HMAC-SHA-256)',
  technique: 'keyed-hashing',
  parameters: {
    keyRef: { kind: 'text', description: 'Name of the environment variable or secret that holds the key; the key itself is never written down.' },
    digits: { kind: 'number', least: 8, most: 64, whole: true, default: 32, description: 'Hexadecimal digits that are kept, four bits each.' },
    spelling: { kind: 'word', words: ['as-is', 'folded'], default: 'as-is', description: 'Whether blanks around a value and the case of its letters make it another one.' },
  },
  make({ keyRef, digits, spelling }, { key }) {
    if (keyRef === undefined) return say`${name('keyRef')} must name an environment variable or a secret that holds the key`;
    const bytes = key(keyRef);
    if (!bytes) return say`there is no key ${name(keyRef)}; set an environment variable of that name`;
    if (bytes.length < SHORTEST_KEY) return say`the key ${name(keyRef)} is too short to keep anything secret; it should have ${number(SHORTEST_KEY)} bytes or more`;
    const keyed = hmac.create(sha256, bytes);
    return {
      per: 'cell', consistent: true, keyed: true, pseudonym: true, params: { algorithm: 'HMAC-SHA-256', digits },
      change: text => bytesToHex(keyed.clone().update(utf8ToBytes(spelling === 'folded' ? text.trim().toLowerCase() : text)).digest()).slice(0, digits),
    };
  },
});
