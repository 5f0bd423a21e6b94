import { present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { list, matched, name, say } from '../../../core/message.ts';
import type { Problem } from '../../../core/problem.ts';
import { defineRule } from '../../../core/rule.ts';
import type { TableView } from '../../../core/rule.ts';

export default defineRule({
  id: 'contradicting-columns',
  scope: 'table',
  summary: 'A few rows break what all others keep to: an end before its start, parts that do not add up',
  severity: 'warning',
  dimension: 'consistency',
  since: '0.1.0',
  needs: ['numbers'],
  options: {
    most: { default: 0.01, description: 'Share of rows, from 0 to 1, that may break the rule; with more of them the columns mean something else.' },
    least: { default: 50, description: 'Tables with fewer rows are not judged.' },
  },

  *check({ table, options }) {
    if (table.records < options.least) return;
    const most = Math.floor(table.records * options.most);
    for (const [low, high] of orderedPairs(table)) yield ordered(low, high, Math.max(1, most));
    for (const sum of sumsOf(table)) yield added(sum, Math.max(1, most));
  },
});

/** Words of column names that tell what comes first, and what must not come before it. */
const ORDERS: readonly (readonly [low: string, high: string])[] = [
  ['start', 'end'], ['begin', 'end'], ['starts', 'ends'], ['started', 'ended'], ['started', 'finished'], ['start', 'stop'], ['start', 'finish'], ['min', 'max'],
  ['minimum', 'maximum'], ['low', 'high'], ['lower', 'upper'], ['birth', 'death'], ['born', 'died'], ['departure', 'arrival'], ['admission', 'discharge'],
  ['admitted', 'discharged'], ['checkin', 'checkout'], ['created', 'deleted'], ['created', 'closed'], ['opened', 'closed'], ['hired', 'left'],
  ['开始', '结束'], ['起始', '终止'], ['起始', '结束'], ['最小', '最大'], ['最低', '最高'], ['入院', '出院'], ['入职', '离职'], ['出生', '死亡'],
];
const TOTALS = /^(?:total|sum|subtotal|grand)$|合计|总计|总和|总额/;

/** Words of a name in lower case: `startDate`, `start_date` and `start date` alike; Chinese names stay in one piece. */
const wordsOf = (text: string): readonly string[] => text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);

function* orderedPairs({ columns }: TableView): Iterable<readonly [low: Column, high: Column]> {
  const names = columns.map(column => wordsOf(column.name));
  const byName = new Map(columns.map((column, i) => [(names[i] ?? []).join(' '), column]));
  const taken = new Set<Column>();
  for (const [i, low] of columns.entries()) {
    for (const [first, second] of ORDERS) {
      const renamed = exchange(names[i] ?? [], first, second);
      const high = renamed === undefined ? undefined : byName.get(renamed);
      if (!high || taken.has(low) || !comparable(low, high)) continue;
      taken.add(low);
      yield [low, high];
    }
  }
}

/** Latin words are exchanged whole. */
function exchange(words: readonly string[], first: string, second: string): string | undefined {
  if (words.includes(first)) return words.map(word => (word === first ? second : word)).join(' ');
  const text = words.join(' ');
  return first > '\u007f' && text.includes(first) ? text.replace(first, second) : undefined;
}

/** Both nearly all numbers, or both nearly all dates; numbers that cannot be out of order need no look. */
function comparable(low: Column, high: Column): boolean {
  const [a, b] = [low.summary.numbers, high.summary.numbers];
  if (isNumeric(low) && isNumeric(high)) return a !== undefined && b !== undefined && a.max > b.min && a.mean <= b.mean;
  return isDated(low) && isDated(high);
}

const SHARE = 0.9;
const isNumeric = (column: Column): boolean => (column.summary.numbers?.count ?? 0) >= Math.max(1, present(column) * SHARE);
const isDated = (column: Column): boolean => column.summary.classes.date + column.summary.classes.datetime >= Math.max(1, present(column) * SHARE);

function ordered(low: Column, high: Column, most: number): Problem {
  return {
    place: { at: 'header', column: high.index },
    cells: { is: 'compare', left: low.index, op: '>', right: high.index, at: high.index },
    between: [1, most],
    message: isNumeric(low)
      ? say`${low} is greater than ${high} in ${matched('row')}, and in no other row`
      : say`${low} is later than ${high} in ${matched('row')}, and in no other row`,
    related: [{ place: { at: 'header', column: low.index }, message: say`Compared with this column` }],
  };
}

interface Sum {
  readonly total: Column;
  readonly parts: readonly Column[];
}

/** Columns called totals with the numbers before them, as far as their means add up to the mean of the total. */
function* sumsOf({ columns }: TableView): Iterable<Sum> {
  for (const total of columns.filter(column => wordsOf(column.name).some(word => TOTALS.test(word)) && isNumeric(column))) {
    const before: Column[] = [];
    for (let i = total.index - 1; i >= 0; i--) {
      const part = columns[i];
      if (!part || !isNumeric(part)) break;
      before.unshift(part);
      if (before.length >= 2 && addUp(before, total)) {
        yield { total, parts: [...before] };
        break;
      }
    }
  }
}

/** Means of complete columns add up as their rows do; a hundredth is left for rows that do not. */
function addUp(parts: readonly Column[], { summary }: Column): boolean {
  if (![summary, ...parts.map(part => part.summary)].every(each => each.missing === 0)) return false;
  const mean = summary.numbers?.mean ?? 0;
  const sum = parts.reduce((all, part) => all + (part.summary.numbers?.mean ?? 0), 0);
  return mean !== 0 && Math.abs(sum - mean) <= Math.abs(mean) * 0.01;
}

function added({ total, parts }: Sum, most: number): Problem {
  const whole = [total, ...parts].every(({ summary }) => summary.classes.float === 0);
  return {
    place: { at: 'header', column: total.index },
    // Amounts with decimals may have been rounded, each by half a hundredth.
    cells: { is: 'sum', parts: parts.map(({ index }) => index), total: total.index, within: whole ? 0.5 : 0.0051 * (parts.length + 1), at: total.index },
    between: [1, most],
    message: say`${total} is not the sum of ${list(parts.map(part => name(part.name)))} in ${matched('row')}; in all other rows it is`,
    facts: told({ parts: parts.length }),
  };
}
