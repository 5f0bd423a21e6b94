import { say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { problemsOf } from '../../../core/structure.ts';

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
    yield* problemsOf(facts, 'lone-surrogate', ({ place }) => ({
      place,
      message: say`Half of a character whose other half is missing: it cannot be written as UTF-8, so readers fail or put U+FFFD in its place`,
    }));
  },
});
