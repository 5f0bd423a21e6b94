import { present } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { matched, name, say, value } from '../../../core/message.ts';
import { hasClass } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { countOfClasses, isDeclared, MAJORITY } from '../../../util/lexical/share.ts';

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

  *check({ column, reading, options }) {
    const n = present(column);
    const { classes } = column.summary;
    const { field } = column;
    const isNumber = field?.type === 'integer' || field?.type === 'number';
    const example = column.values.find(one => one.class === 'digits')?.text;
    // In JSON such digits are text as long as nobody declares otherwise.
    if (reading.container && !isNumber) return;
    if (example === undefined || countOfClasses(column, 'digits', 'integer') < n * MAJORITY || (!isNumber && (n < options.least || isDeclared(column)))) return;
    const cells = { place: { at: 'header', column: column.index }, cells: hasClass('digits'), shown: SPOTS, facts: told({ n, digits: classes.digits }) } as const;
    const shown = value(example, column.index);
    if (field && isNumber) {
      yield {
        ...cells,
        severity: 'warning',
        message: say`${column} is declared ${name(field.type)}, which drops the leading zeros of ${matched('cell')} of ${n}, such as ${shown}`,
        mirror: [...field.node, 'type'],
      };
    } else {
      yield { ...cells, message: say`${column} holds digits with leading zeros in ${matched('cell')} of ${n}, such as ${shown}: load it as text` };
    }
  },
});

const SPOTS = 3;
