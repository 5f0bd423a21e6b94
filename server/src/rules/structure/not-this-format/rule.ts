import { name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { problemsOf, SIGNATURES } from '../../../core/structure.ts';

export default defineRule({
  id: 'not-this-format',
  scope: 'document',
  summary: 'The content of the file is not what its name promises',
  severity: 'error',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts }) {
    yield* problemsOf(facts, 'not-this-format', ({ place, numbers: { signature = -1 } }) => {
      const title = SIGNATURES[signature]?.title;
      return {
        place,
        message: title === undefined
          ? say`The content of the file is not what its name promises, so it was not checked`
          : say`The content of the file is ${name(title)}, not what its name promises, so it was not checked`,
      };
    });
  },
});
