import { defineTransform } from '../../../core/transform.ts';

/** Digits and capitals without those that are taken for one another (Crockford's base 32). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export default defineTransform({
  id: 'tokenise',
  title: 'replace by a random token',
  technique: 'tokenisation',
  parameters: { length: { kind: 'number', least: 8, most: 40, whole: true, default: 16, description: 'Characters of a token, five bits each.' } },
  make({ length }, { random }) {
    const tokens = new Map<string, string>();
    const given = new Set<string>();
    const fresh = (): string => {
      for (;;) {
        const token = Array.from({ length }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join('');
        if (given.has(token)) continue;
        given.add(token);
        return token;
      }
    };
    return {
      per: 'cell', consistent: true, pseudonym: true, mapping: () => tokens,
      change(text) {
        const known = tokens.get(text);
        if (known !== undefined) return known;
        const token = fresh();
        tokens.set(text, token);
        return token;
      },
    };
  },
});
