import { isWritten } from '../../../core/duties.ts';
import { list, name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'unexplained-epsilon',
  scope: 'metadata',
  summary: 'A privacy loss is given without what it is counted in',
  severity: 'warning',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ description: { privacy } }) {
    const claim = privacy?.differentialPrivacy;
    if (!privacy || claim?.epsilon === undefined) return;
    const path = [...privacy.node, 'differentialPrivacy'];
    const isPure = claim.delta === undefined && PURE.test(claim.mechanism ?? '');
    const missing = NEEDED.filter(({ key }) => claim[key] === undefined && !isWritten(privacy, [...path, key]) && !(key === 'delta' && isPure));
    const [first] = missing;
    if (!first) return;
    yield {
      place: { at: 'node', path: [...path, 'epsilon'], part: 'key' },
      message: say`An epsilon has no meaning without ${list(missing.map(({ key }) => name(key)))}`,
      fix: { title: say`Add ${name(first.key)}`, safety: 'unsafe', change: { do: 'set-node', path: [...path, first.key], value: first.usual } },
    };
  },
});

const NEEDED = [{ key: 'unit', usual: 'person' }, { key: 'neighbouring', usual: 'add-remove' }, { key: 'delta', usual: 0.000_001 }] as const;
/** Mechanisms whose loss has no delta. */
const PURE = /laplace|geometric|exponential|randomi[sz]ed.response/i;
