import { present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, figure, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { isDeclared, sawAll } from '../../../util/lexical/share.ts';

export default defineRule({
  id: 'number-as-category',
  scope: 'column',
  summary: 'Whole numbers stand for categories, going by the name of their column',
  severity: 'hint',
  dimension: 'validity',
  since: '0.1.0',
  needs: ['numbers', 'distinct', 'values'],
  options: {
    most: { default: 20, description: 'Columns with more distinct numbers are measured, not sorted.' },
    least: { default: 100, description: 'Columns with fewer values are not judged.' },
  },

  *check({ column, options, ml }) {
    const n = present(column);
    const { distinct, numbers, classes } = column.summary;
    if (n < options.least || !sawAll(column) || distinct.count > options.most || distinct.count < 3 || isDeclared(column)) return;
    if (!numbers || classes.integer !== n || n / distinct.count < REPEATED || ml?.target === column.name || !isNamedLikeCategory(column)) return;
    const values = count(distinct.count, 'value');
    const range = say`${figure(numbers.min, column.index)} to ${figure(numbers.max, column.index)}`;
    yield {
      place: { at: 'header', column: column.index },
      message: say`${column} has ${values}, ${range}, and sounds like a code: a model that reads numbers adds and compares them`,
      facts: told({ n, distinct: distinct.count, threshold: options.most }),
    };
  },
});

/** How often each number must occur on average. */
const REPEATED = 5;

/** Words for groups without an order. Grades, levels and counts have one, so they are not among them. */
const WORDS: ReadonlySet<string> = new Set(
  'class type kind category categories code group region zone area department dept status state cluster segment channel zip id label gender sex race'
    .split(' '),
);
const CHINESE = /类别|类型|分类|种类|代码|编码|编号|分组|组别|地区|区域|部门|状态|标签|性别|民族/;

const isNamedLikeCategory = ({ name }: Column): boolean =>
  CHINESE.test(name) || name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().split(/[^\p{L}]+/u).some(word => WORDS.has(word));
