import { told } from '../../../core/facts.ts';
import { count, list, name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'overruled-setting',
  scope: 'configuration',
  summary: 'The settings of the editor say something about rules that this configuration overrules',
  severity: 'hint',
  dimension: 'consistency',
  since: '0.1.0',
  needs: [],
  options: { most: { default: 5, description: 'Rules that the message names.' } },

  *check({ overruled, options }) {
    if (overruled.length === 0) return;
    const named = overruled.slice(0, options.most).map(name);
    const rest = overruled.length - named.length;
    const rules = rest > 0 ? say`${list(named)}, and ${count(rest, 'rule')} more` : say`${list(named)}`;
    yield {
      place: { at: 'node', path: ['rules'], part: 'key' },
      message: say`The settings of the editor also say something about ${rules}; below this file only this file counts`,
      facts: told({ rules: overruled.length }),
    };
  },
});
