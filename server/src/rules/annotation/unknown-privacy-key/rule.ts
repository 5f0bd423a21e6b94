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
      if (kind === 'unknown-key' && inPrivacy) yield { place: { at: 'node', path, part }, message, ...(fix && { fix }) };
    }
  },
});
