import { say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { problemsOf } from '../../../core/structure.ts';

export default defineRule({
  id: 'stray-quote',
  scope: 'document',
  summary: 'A quote stands inside a cell without being doubled',
  severity: 'error',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts }) {
    yield* problemsOf(facts, 'stray-quote', ({ place }) => ({ place, message: say`This quote is neither doubled nor at an edge of its cell; readers disagree on what it means` }));
  },
});
