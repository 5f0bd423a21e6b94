import { told } from '../../../core/facts.ts';
import { list, name, number, percent, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'traces-single-out',
  scope: 'resource',
  summary: 'A few places and times of a person are nobody else’s',
  severity: 'warning',
  dimension: 'validity',
  since: 'next',
  needs: ['classes', 'detectors'],
  options: {
    points: { default: 4, description: 'Points of a trace that somebody may know.' },
    share: { default: 0.1, description: 'Share of the people, from 0 to 1, that may be singled out by them.' },
    least: { default: 20, description: 'People with as many points, at least, for a share of them to be told.' },
  },

  *check({ table: { risk, privacy }, options: { points, share, least } }) {
    const found = risk && points >= 1 ? risk.unicity(points) : undefined;
    if (!risk || !privacy || !found || found.users < least || found.alone <= share * found.users) return;
    const by = list(risk.trace.map(column => name(column.name)));
    const alone = percent(found.alone / found.users);
    yield {
      place: { at: 'header', column: risk.trace[0]?.index ?? 0 },
      message: say`${number(points)} points by ${by} single out ${alone} of ${number(found.users)} people: tell places and times less exactly`,
      facts: told({ points, share: found.alone / found.users, threshold: share, n: found.users }),
      mirror: privacy.identifiability === undefined ? privacy.node : [...privacy.node, 'identifiability'],
    };
  },
});
