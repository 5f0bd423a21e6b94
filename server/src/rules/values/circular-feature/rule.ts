import { present } from '../../../core/column.ts';
import { isFeature } from '../../../core/description.ts';
import { dataFact, told } from '../../../core/facts.ts';
import { figure, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { hasWord, wordsOf } from '../../../util/columnWords.ts';

export default defineRule({
  id: 'circular-feature',
  scope: 'column',
  summary: 'A feature goes round in a circle, such as hours or angles',
  severity: 'hint',
  dimension: 'validity',
  since: '0.1.0',
  needs: ['numbers'],
  options: { least: { default: 50, description: 'Columns with fewer numbers are not judged.' } },

  *check({ column, ml, options }) {
    const { numbers } = column.summary;
    if (!numbers || numbers.count < options.least || numbers.count < present(column) * NUMERIC || !isFeature(column.name, ml)) return;
    const words = wordsOf(column.name);
    const circle = CIRCLES.find(({ names, low, high }) => hasWord(words, names) && numbers.min >= low && numbers.max <= high
      && numbers.max - numbers.min >= (high - low) * COVERED);
    if (!circle) return;
    const [first, last] = [figure(numbers.min, column.index), figure(numbers.max, column.index)];
    yield {
      place: { at: 'header', column: column.index },
      message: say`${column} goes round: ${last} and ${first} are neighbours, but furthest apart as numbers; its sine and cosine keep them together`,
      facts: told({ n: numbers.count }, { min: dataFact(numbers.min, column.index), max: dataFact(numbers.max, column.index) }),
    };
  },
});

/** Share of present cells that must be numbers. */
const NUMERIC = 0.9;
/** How much of the circle must occur. */
const COVERED = 0.8;

const CIRCLES: readonly { readonly names: readonly string[]; readonly low: number; readonly high: number }[] = [
  { names: ['hour', 'hours', 'hr', 'hour of day', '小时', '时刻'], low: 0, high: 24 },
  { names: ['month', 'months', 'mnth', '月份'], low: 0, high: 12 },
  { names: ['weekday', 'day of week', 'dow', 'dayofweek', '星期', '周几'], low: 0, high: 7 },
  { names: ['minute', 'minutes', '分钟'], low: 0, high: 60 },
  { names: ['day of year', 'dayofyear', 'doy', 'yday'], low: 0, high: 366 },
  { names: ['angle', 'heading', 'bearing', 'azimuth', 'direction', 'wind direction', 'wind dir', 'winddir', 'hue', 'aspect', '角度', '方位角', '风向'], low: -180, high: 360 },
];
