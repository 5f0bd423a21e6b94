import { present } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { matched, say } from '../../../core/message.ts';
import { all, hasClass, isOutside } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'precision-loss',
  scope: 'column',
  summary: 'Whole numbers are too long for programs that read numbers as doubles',
  severity: 'warning',
  dimension: 'accuracy',
  since: '0.1.0',
  needs: ['numbers'],
  options: {},

  *check({ column, reading }) {
    // JSON tells numbers from text, and unsafe-number knows which are which.
    if (reading.container) return;
    const { numbers, classes } = column.summary;
    const type = column.field?.type;
    if (!numbers || classes.integer === 0 || (type !== undefined && type !== 'any' && type !== 'integer' && type !== 'number')) return;
    if (numbers.max <= SAFE && numbers.min >= -SAFE) return;
    const n = present(column);
    const cells = matched('cell');
    yield {
      place: { at: 'header', column: column.index },
      cells: all(hasClass('integer'), isOutside(-SAFE, SAFE)),
      shown: SPOTS,
      message: say`${column} has ${cells} of ${n} beyond 9,007,199,254,740,991: JavaScript, spreadsheets and columns with gaps round such numbers`,
      facts: told({ n, threshold: SAFE }),
    };
  },
});

const SPOTS = 3;
/** Up to here every whole number is a double that no other one is rounded to (IEEE 754): the next one stands for 2^53 + 1 as well. */
const SAFE = Number.MAX_SAFE_INTEGER;
