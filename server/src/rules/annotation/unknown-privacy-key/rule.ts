import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'unknown-privacy-key',
  scope: 'metadata',
  summary: 'A privacy block has a key that means nothing',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ complaints }) {
    for (const { kind, path, part, message, fix } of complaints) {
      const inPrivacy = path.slice(0, -1).includes('privacy');
      if (kind === 'unknown-key' && inPrivacy && !SECRET_NAMES.test(String(path.at(-1)))) yield { place: { at: 'node', path, part }, message, ...(fix && { fix }) };
    }
  },
});

/** What looks like a key that is kept in the wrong place is told of by `secret-in-annotation`. */
const SECRET_NAMES = /^(?:secret|salt|pepper|password|passphrase|(?:hmac|secret|private|encryption|hash)?[-_]?key)(?:[-_]?value)?$/i;
