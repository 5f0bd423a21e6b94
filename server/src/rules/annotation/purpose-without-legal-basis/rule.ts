import { articlesOf, isPersonal, isWritten } from '../../../core/duties.ts';
import { name, say } from '../../../core/message.ts';
import type { Fix } from '../../../core/problem.ts';
import type { NodePath } from '../../../core/place.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'purpose-without-legal-basis',
  scope: 'metadata',
  summary: 'A purpose personal data is kept for has no legal basis',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ description, profiles }) {
    const articles = profiles.asking('purpose-without-legal-basis');
    if (articles.length === 0 || !isPersonal(description)) return;
    const bases = BASES.filter(({ profile }) => profiles.applied.some(one => one.profile.id === profile)).flatMap(({ terms }) => terms);
    for (const { use, legalBasis, node } of description.privacy.purposes) {
      if (legalBasis !== undefined || use === '' || isWritten(description.privacy, [...node, 'legalBasis'])) continue;
      const [fix, ...alternatives] = bases.map(basis => setting([...node, 'legalBasis'], basis));
      yield {
        place: { at: 'node', path: [...node, 'use'], part: 'value' },
        message: say`The purpose ${name(use)} has no legal basis: ${articlesOf(articles)}`,
        ...(fix && { fix, alternatives }),
      };
    }
  },
});

/** The grounds each law knows; which one holds is for people to say. */
const BASES = [
  { profile: 'gdpr', terms: ['a', 'b', 'c', 'd', 'e', 'f'].map(letter => `gdpr:6-1-${letter}`) },
  { profile: 'pipl', terms: [1, 2, 3, 4, 5, 6, 7].map(item => `pipl:13-${item}`) },
];

const setting = (path: NodePath, basis: string): Fix => ({ title: say`Set the legal basis ${name(basis)}`, safety: 'unsafe', change: { do: 'set-node', path, value: basis } });
