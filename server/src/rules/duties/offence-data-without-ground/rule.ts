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
        return specialBasis !== undefined || !isWritten(description.privacy, [...node, 'specialBasis']);
      });
      if (!purpose) continue;
      // A purpose names one condition: where it is that of other special data, offences need a purpose of their own.
      const isTaken = columns.some(field => serves(field, purpose.use) && isSpecial(field, 'gdpr9', GDPR9));
      const [use, key] = [name(purpose.use), name('specialBasis')];
      const message = isTaken && purpose.specialBasis !== undefined
        ? say`${column} tells of criminal offences, and the purpose ${use} names the condition of other data in ${key}: offences need a purpose of their own with ${name('gdpr:10')}`
        : say`${column} tells of criminal offences, and the purpose ${use} names neither an official authority nor a law in ${key}`;
      const change = { do: 'set-node', path: [...purpose.node, 'specialBasis'], value: 'gdpr:10' } as const;
      yield {
        place: { at: 'node', ...nodeOfColumn(column, column.privacy.special ? 'special' : 'category') },
        message: say`${message}: ${articlesOf(articles)}`,
        ...(!isTaken && { fix: { title: say`Set the ground ${name('gdpr:10')}`, safety: 'unsafe', change } }),
        related: [{ place: { at: 'node', path: [...purpose.node, 'use'], part: 'value' }, message: say`The purpose` }],
      };
    }
  },
});
