import { told } from '../../../core/facts.ts';
import { matched, name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { groupsOf, placesOf } from '../../../core/structure.ts';

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
    for (const group of groupsOf(facts, 'control-character')) {
      const { code = 0 } = group.numbers;
      const character = name(codePointOf(code));
      yield {
        ...placesOf(group),
        message: group.total === 1
          ? say`The cell holds the control character ${character}, which most programs do not show`
          : say`${matched('cell')} hold the control character ${character}, which most programs do not show`,
        facts: told({ code }),
      };
    }
  },
});

const codePointOf = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
