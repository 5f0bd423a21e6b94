import { articlesOf, isPersonal, isWritten, personalFields, serves } from '../../../core/duties.ts';
import { list, name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { isSpecial } from '../../../core/specialData.ts';

export default defineRule({
  id: 'sensitive-use-without-notice',
  scope: 'metadata',
  summary: 'Sensitive data is used for more than it was given for, without a notice',
  severity: 'warning',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ description, profiles }) {
    const articles = profiles.asking('sensitive-use-without-notice');
    if (articles.length === 0 || !isPersonal(description)) return;
    const sensitive = personalFields(description).filter(field => isSpecial(field, 'ccpa-spi', SENSITIVE));
    for (const { use, limitUseRef, node } of description.privacy.purposes) {
      const columns = sensitive.filter(field => serves(field, use));
      const path = [...node, 'limitUseRef'];
      if (columns.length === 0 || !FURTHER.test(use) || limitUseRef !== undefined || isWritten(description.privacy, path)) continue;
      const shown = list(columns.slice(0, 3).map(one => name(one.name)));
      const message = say`Sensitive data (${shown}) is used for ${name(use)}, and ${name('limitUseRef')} names no notice of the right to limit that`;
      yield {
        place: { at: 'node', path: [...node, 'use'], part: 'value' },
        message: say`${message}: ${articlesOf(articles)}`,
        fix: { title: say`Add where the notice is`, safety: 'unsafe', change: { do: 'set-node', path, value: 'https://example.org/limit-use' } },
      };
    }
  },
});

/** Uses that go beyond the services and goods a person asked for. */
const FURTHER = /^(?:marketing|personalize|third_party_sharing)(?:\.|$)|advertis/;
/** Kinds that section 1798.140(ae) lists, as far as a category tells. */
const SENSITIVE = ['race', 'religion', 'union', 'genetic', 'biometric', 'health', 'sexuality', 'location'] as const;
