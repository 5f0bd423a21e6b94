import { articlesOf, isPersonal, isWritten, nodeOfColumn, personalFields, serves } from '../../../core/duties.ts';
import { name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { GDPR9, isSpecial } from '../../../core/specialData.ts';

export default defineRule({
  id: 'offence-data-without-ground',
  scope: 'metadata',
  summary: 'Data on criminal offences is processed without a ground of its own',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ description, profiles }) {
    const articles = profiles.asking('offence-data-without-ground');
    if (articles.length === 0 || !isPersonal(description)) return;
    const columns = personalFields(description);
    for (const column of columns.filter(field => isSpecial(field, 'gdpr10', ['offence']))) {
      const purpose = description.privacy.purposes.find(({ use, specialBasis, node }) => {
        if (!serves(column, use) || specialBasis === 'gdpr:10') return false;
        // A purpose names one condition, be it that of other special data it is about.
        if (specialBasis !== undefined) return !columns.some(field => serves(field, use) && isSpecial(field, 'gdpr9', GDPR9));
        return !isWritten(description.privacy, [...node, 'specialBasis']);
      });
      if (!purpose) continue;
      const message = say`${column} tells of criminal offences, and the purpose ${name(purpose.use)} names neither an official authority nor a law in ${name('specialBasis')}`;
      const change = { do: 'set-node', path: [...purpose.node, 'specialBasis'], value: 'gdpr:10' } as const;
      yield {
        place: { at: 'node', ...nodeOfColumn(column, column.privacy.special ? 'special' : 'category') },
        message: say`${message}: ${articlesOf(articles)}`,
        fix: { title: say`Set the ground ${name('gdpr:10')}`, safety: 'unsafe', change },
        related: [{ place: { at: 'node', path: [...purpose.node, 'use'], part: 'value' }, message: say`The purpose` }],
      };
    }
  },
});
