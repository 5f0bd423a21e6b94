import { count, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { problemsOf } from '../../../core/structure.ts';

export default defineRule({
  id: 'ragged-row',
  scope: 'document',
  summary: 'A row has more or fewer cells than the header',
  severity: 'error',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts }) {
    yield* problemsOf(facts, 'ragged-row', ({ place, numbers: { cells = 0, expected = 0 } }) => ({
      place,
      message: cells < expected
        ? say`This row has ${count(cells, 'cell')}, ${expected - cells} fewer than the header`
        : say`This row has ${count(cells, 'cell')}, ${cells - expected} more than the header`,
      facts: { cells, expected },
    }));
  },
});
