import { name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { groupsOf } from '../../../core/structure.ts';
import { byteName } from '../../../util/byteName.ts';

export default defineRule({
  id: 'wrong-delimiter',
  scope: 'document',
  summary: 'The text is not separated the way it is said or meant to be',
  severity: 'warning',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts }) {
    for (const { places: [place], numbers: { delimiter = 0, found = 0, declared } } of groupsOf(facts, 'other-delimiter')) {
      const [promised, other] = [name(byteName(delimiter)), name(byteName(found))];
      yield declared === 1
        ? { place, message: say`Cut at ${promised}, as is declared, the file has one column; cut at ${other} it has several` }
        : { place, severity: 'information', message: say`The name of the file promises ${promised} as delimiter, but ${other} separates its cells` };
    }
    for (const { places: [place], numbers: { code = 0, times = 1 } } of groupsOf(facts, 'wide-delimiter')) {
      const character = name(String.fromCharCode(code).repeat(times));
      if (times > 1) {
        yield { place, message: say`Cells are separated by ${character}; readers take one character for a delimiter, so every other column is empty` };
        continue;
      }
      yield { place, message: say`Cells seem to be separated by ${character}, which no reader takes for a delimiter; the file is read as one column` };
    }
    for (const { places: [place] } of groupsOf(facts, 'aligned-columns')) {
      yield { place, message: say`Columns seem to be aligned with spaces, without a delimiter; the file is read as one column` };
    }
  },
});
