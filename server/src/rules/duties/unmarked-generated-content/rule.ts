import { articlesOf } from '../../../core/duties.ts';
import { name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'unmarked-generated-content',
  scope: 'metadata',
  summary: 'Generated content is among the data, and no column is marked as such',
  severity: 'warning',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ description: { privacy, resources }, profiles }) {
    const articles = profiles.asking('unmarked-generated-content');
    if (articles.length === 0) return;
    const fields = resources.flatMap(one => one.fields);
    const named = fields.filter(field => field.privacy?.origin === undefined && NAMES.test(field.name));
    for (const field of named) {
      yield {
        place: { at: 'node', path: field.node, part: 'value' },
        message: say`${field} looks like generated content, and ${name('origin')} does not mark it: ${articlesOf(articles)}`,
        fix: { title: say`Mark ${field} as synthetic`, safety: 'unsafe', change: { do: 'set-node', path: [...field.node, 'privacy', 'origin'], value: 'synthetic' } },
      };
    }
    const at = (privacy?.sources ?? []).findIndex(({ kind }) => kind === 'synthetic');
    if (!privacy || at < 0 || named.length > 0 || fields.length === 0 || fields.some(field => field.privacy?.origin === 'synthetic')) return;
    yield {
      place: { at: 'node', path: [...privacy.node, 'sources', at, 'kind'], part: 'value' },
      message: say`A source is generated content, and no column is marked with the ${name('origin')} ${name('synthetic')}: ${articlesOf(articles)}`,
    };
  },
});

/** Words of names that say that a machine wrote what is in the column. */
const NAMES = /(?:^|[_\s-])(?:generated|aigc|ai|llm|gpt\d*|chatgpt|synthetic|model)[_\s-](?:text|content|answer|response|output|reply|summary|image|caption|completion)s?$|AI生成|生成内容/i;
