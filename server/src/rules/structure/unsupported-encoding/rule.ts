import { say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { problemsOf } from '../../../core/structure.ts';

export default defineRule({
  id: 'unsupported-encoding',
  scope: 'document',
  summary: 'The file is written in an encoding that cannot be read',
  severity: 'error',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts }) {
    yield* problemsOf(facts, 'unsupported-encoding', ({ place, numbers: { utf32 } }) => ({
      place,
      message: utf32 === 1
        ? say`The file is written in UTF-32 and was not checked; save it as UTF-8`
        : say`The file is written in EBCDIC and was not checked; transfer it as text, or save it as UTF-8`,
    }));
  },
});
