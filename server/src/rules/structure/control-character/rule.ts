import { name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { problemsOf } from '../../../core/structure.ts';

export default defineRule({
  id: 'control-character',
  scope: 'document',
  summary: 'A cell holds a control character that nobody can see',
  severity: 'warning',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts }) {
    yield* problemsOf(facts, 'control-character', ({ place, numbers: { code = 0 } }) => ({
      place,
      message: say`The cell holds the control character ${name(codePointOf(code))}, which most programs do not show`,
      facts: { code },
    }));
  },
});

const codePointOf = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
