import { isAnnotatedPersonal } from '../../../core/description.ts';
import { nodeOfColumn, personalFields, withArticles } from '../../../core/duties.ts';
import { list, name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'personal-column-in-non-personal-data',
  scope: 'metadata',
  summary: 'A dataset is said to hold no personal data, and a column does',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ description, profiles }) {
    const { privacy } = description;
    if (privacy?.personalData !== 'none') return;
    const columns = personalFields(description).filter(isAnnotatedPersonal);
    const [first] = columns;
    if (!first) return;
    const { category, type = '' } = first.privacy;
    const message = columns.length === 1 ? say`The dataset is said to hold no personal data, and ${first} is ${name(category ?? type)}`
      : say`The dataset is said to hold no personal data, and ${columns.length} columns do: ${list(columns.slice(0, NAMED).map(one => name(one.name)))}`;
    const path = [...privacy.node, 'personalData'];
    yield {
      place: { at: 'node', path, part: 'value' },
      message: withArticles(message, profiles.asking('personal-column-in-non-personal-data')),
      fix: { title: say`Say that there is personal data`, safety: 'unsafe', change: { do: 'set-node', path, value: 'yes' } },
      related: columns.slice(0, NAMED).map(one => ({ place: { at: 'node', ...nodeOfColumn(one, 'category') }, message: say`Personal data in ${one}` })),
    };
  },
});

const NAMED = 3;
