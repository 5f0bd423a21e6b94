import { say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { problemsOf } from '../../../core/structure.ts';

export default defineRule({
  id: 'stray-quote',
  scope: 'document',
  summary: 'A quote stands inside a cell without being doubled',
  severity: 'error',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts }) {
    yield* problemsOf(facts, 'stray-quote', ({ place, numbers: { opened } }) => ({
      place,
      message: opened === 1
        ? say`Text follows this quote, which should close its cell or be doubled; readers disagree on what it means`
        : say`This quote stands in a cell that does not begin with one; readers disagree on what it means`,
    }));
  },
});
