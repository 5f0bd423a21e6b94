import { present } from '../../../core/column.ts';
import { dataFact, told } from '../../../core/facts.ts';
import { count, figure, matched, say } from '../../../core/message.ts';
import { isOutside } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'z-score-outlier',
  scope: 'column',
  summary: 'A number lies many standard deviations from the mean',
  severity: 'hint',
  dimension: 'accuracy',
  since: '0.1.0',
  needs: ['numbers'],
  enabled: false,
  options: {
    most: { default: 3, description: 'How many standard deviations from the mean a number may be.' },
    least: { default: 50, description: 'Columns with fewer numbers are not judged.' },
  },

  *check({ column, options }) {
    const { numbers } = column.summary;
    if (!numbers?.variance || numbers.count < options.least || numbers.count < present(column) * NUMERIC) return;
    const deviation = Math.sqrt(numbers.variance);
    const [low, high] = [numbers.mean - options.most * deviation, numbers.mean + options.most * deviation];
    if (numbers.min >= low && numbers.max <= high) return;
    const values = count(numbers.count, 'value');
    const range = say`${figure(round(low), column.index)} to ${figure(round(high), column.index)}`;
    yield {
      place: { at: 'header', column: column.index },
      cells: isOutside(low, high),
      message: say`${column} has ${matched('cell')} outside ${range}, which is ${options.most} standard deviations from the mean of ${values}`,
      facts: told({ n: numbers.count, threshold: options.most }, { low: dataFact(low, column.index), high: dataFact(high, column.index) }),
    };
  },
});

/** Share of present cells that must be numbers. */
const NUMERIC = 0.9;

const round = (bound: number): number => Number(bound.toPrecision(4));
