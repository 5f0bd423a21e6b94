import { told } from '../../../core/facts.ts';
import { defineRule } from '../../../core/rule.ts';

/** Unknown keys of a privacy block have a rule of their own, because there a slip of the pen is a duty that is not kept. */
export default defineRule({
  id: 'invalid-description',
  scope: 'metadata',
  summary: 'A description breaks the standard it is written in',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ complaints }) {
    for (const { kind, path, part, range, message, fix } of complaints) {
      const inPrivacy = path.slice(0, -1).includes('privacy');
      if (!BREAKS.has(kind) || (kind === 'unknown-key' && inPrivacy)) continue;
      yield { place: { at: 'node', path, part, ...(range && { range }) }, message, facts: told({ kind }), ...(fix && { fix }) };
    }
  },
});

const BREAKS: ReadonlySet<string> = new Set(['syntax', 'schema', 'unknown-key', 'reference']);
