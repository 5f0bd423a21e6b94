import { present } from '../../../core/column.ts';
import { matched, name, say, value } from '../../../core/message.ts';
import { hasClass } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { countOfClasses, MAJORITY } from '../../../util/lexical/share.ts';

export default defineRule({
  id: 'identifier-as-number',
  scope: 'column',
  summary: 'Digits with leading zeros lose them when they are read as numbers',
  severity: 'hint',
  dimension: 'accuracy',
  since: '0.1.0',
  needs: ['counts', 'values'],
  options: {
    least: { default: 20, description: 'Columns with fewer values are not judged, unless they are declared to be numbers.' },
  },

  *check({ column, options }) {
    const n = present(column);
    const { classes } = column.summary;
    const type = column.field?.type;
    const isDeclaredNumber = type === 'integer' || type === 'number';
    const digits = countOfClasses(column, 'digits', 'integer');
    if (classes.digits === 0 || digits < n * MAJORITY || (type !== undefined && type !== 'any' && !isDeclaredNumber) || (!isDeclaredNumber && n < options.least)) return;
    const example = column.values.find(one => one.class === 'digits')?.text;
    const cells = { place: { at: 'header', column: column.index }, cells: hasClass('digits'), shown: SPOTS, facts: { n } } as const;
    const field = column.field;
    if (isDeclaredNumber && field && example !== undefined) {
      yield {
        ...cells,
        severity: 'warning',
        message: say`${column} is declared ${name(type)}, which drops the leading zeros of ${matched('cell')} of ${n}, such as ${value(example, column.index)}`,
        mirror: [...field.node, 'type'],
      };
    } else if (example !== undefined) {
      yield { ...cells, message: say`${column} holds digits with leading zeros in ${matched('cell')} of ${n}, such as ${value(example, column.index)}: load it as text` };
    }
  },
});

const SPOTS = 3;
