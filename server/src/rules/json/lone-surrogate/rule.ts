import { matched, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { groupsOf, placesOf } from '../../../core/structure.ts';

export default defineRule({
  id: 'lone-surrogate',
  scope: 'document',
  summary: 'An escape stands for half a character',
  severity: 'warning',
  dimension: 'accuracy',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts }) {
    for (const group of groupsOf(facts, 'lone-surrogate')) {
      const escapes = matched('value');
      yield {
        ...placesOf(group),
        message: say`Half of a character whose other half is missing, in ${escapes}: UTF-8 has no such thing, so readers fail or put U+FFFD in its place`,
      };
    }
  },
});
