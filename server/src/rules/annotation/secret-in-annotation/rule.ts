import { name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'secret-in-annotation',
  scope: 'metadata',
  summary: 'A key or salt stands in the description instead of where keys are kept',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ description, complaints }) {
    for (const { privacy } of description.resources.flatMap(({ fields }) => fields)) {
      if (privacy?.transform?.keyRef === undefined || !looksSecret(privacy.transform.keyRef)) continue;
      const path = [...privacy.node, 'transform', 'keyRef'];
      yield {
        place: { at: 'node', path, part: 'value' },
        message: say`This looks like a key itself; ${name('keyRef')} names the place where the key is kept: GDPR Article 4(5)`,
        fix: { title: say`Name an environment variable instead`, safety: 'unsafe', change: { do: 'set-node', path, value: 'PSEUDONYM_KEY' } },
      };
    }
    for (const { kind, path } of complaints) {
      const key = String(path.at(-1));
      if (kind !== 'unknown-key' || !path.slice(0, -1).includes('privacy') || !SECRET_NAMES.test(key)) continue;
      yield {
        place: { at: 'node', path, part: 'key' },
        message: say`A ${name(key)} does not belong into a description; ${name('keyRef')} names the place where it is kept: GDPR Article 4(5)`,
        fix: { title: say`Remove ${name(key)}`, safety: 'unsafe', change: { do: 'remove-node', path } },
      };
    }
  },
});

/** Keys somebody might keep a secret under, which no block has. */
const SECRET_NAMES = /^(?:secret|salt|pepper|password|passphrase|(?:hmac|secret|private|encryption|hash)?[-_]?key)(?:[-_]?value)?$/i;

/** A name of a variable, an address or a path says where a key is; a key block, or a long run of letters and digits as good as random, is one. */
function looksSecret(text: string): boolean {
  if (/-----BEGIN [A-Z ]*KEY/.test(text) || /^(?:sk|rk|ghp|gho|AKIA|ASIA|xox[abp])[-_A-Z0-9]/.test(text)) return true;
  if (/^[A-Z][A-Z0-9_]*$|:\/\/|^[\w.-]*[/:]|\s/.test(text) || text.length < SHORTEST) return false;
  const isHex = /^(?:0x)?[0-9a-f]+$/i.test(text) && /\d/.test(text);
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[+/=]/].filter(form => form.test(text)).length;
  return isHex || (kinds >= 3 && !/[-_.]/.test(text) && bitsOf(text) > MOST_BITS_OF_WORDS);
}

const SHORTEST = 16;
/** Bits a character by the frequencies of the text itself; names made of words have fewer. */
const MOST_BITS_OF_WORDS = 3.4;

function bitsOf(text: string): number {
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return [...counts.values()].reduce((bits, count) => bits - (count / text.length) * Math.log2(count / text.length), 0);
}
