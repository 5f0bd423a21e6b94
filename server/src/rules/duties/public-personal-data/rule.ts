import { isAnnotatedPersonal } from '../../../core/description.ts';
import { isPersonal, personalFields, withArticles } from '../../../core/duties.ts';
import { name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'public-personal-data',
  scope: 'metadata',
  summary: 'Data that tells who somebody is is released to the public',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ description, profiles }) {
    if (!isPersonal(description)) return;
    const { node, release, identifiability } = description.privacy;
    if (release?.audience !== 'public') return;
    const path = [...node, 'release', 'audience'];
    const column = personalFields(description).filter(isAnnotatedPersonal)
      .find(({ privacy: { role, transform } }) => REVEALING.has(role) && !REMOVED.has(transform?.technique));
    const isTold = identifiability === 'identified' || identifiability === 'pseudonymised';
    if (!isTold && (!column || identifiability === 'deidentified')) return;
    const message = isTold ? say`The audience is public, and the data is ${name(identifiability)}` : say`The audience is public, and ${column ?? name('')} tells who somebody is`;
    yield {
      place: { at: 'node', path, part: 'value' },
      message: withArticles(message, profiles.asking('public-personal-data')),
      fix: { title: say`Release it under control only`, safety: 'unsafe', change: { do: 'set-node', path, value: 'controlled' } },
    };
  },
});

const REVEALING: ReadonlySet<string | undefined> = new Set(['direct-identifier', 'pseudonym']);
const REMOVED: ReadonlySet<string | undefined> = new Set(['suppression', 'redaction', 'synthetic']);
