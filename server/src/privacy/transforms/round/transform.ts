import { name, say } from '../../../core/message.ts';
import { defineTransform } from '../../../core/transform.ts';
import { readDate, type WrittenDate } from '../../../util/lexical/dates.ts';
import { plainNumber } from '../../../util/plainNumber.ts';

export default defineTransform({
  id: 'round',
  title: 'round numbers, coordinates and dates',
  technique: 'rounding',
  parameters: {
    digits: { kind: 'number', least: -15, most: 15, whole: true, description: 'Digits left behind the point, of both numbers of a pair; below 0 tens, hundreds and so on are rounded.' },
    to: { kind: 'word', words: ['month', 'quarter', 'year', 'decade'], description: 'What is left of a date.' },
    order: { kind: 'word', words: ['unambiguous', 'day-first', 'month-first'], default: 'unambiguous', description: 'How to read dates such as 03/04/2024.' },
  },
  make({ digits, to, order }) {
    if ((digits === undefined) === (to === undefined)) return say`either ${name('digits')} or ${name('to')} says how far values are rounded`;
    if (to !== undefined) return { per: 'cell', consistent: true, params: { algorithm: to }, change: text => roundDate(text, to, order) };
    return { per: 'cell', consistent: true, params: { digits: digits ?? 0 }, change: text => roundNumbers(text, digits ?? 0) };
  },
});

const PAIR = /^\s*\(?\s*([-+]?\d+(?:\.\d+)?)(\s*[,; ]\s*)([-+]?\d+(?:\.\d+)?)\s*\)?\s*$/;

function roundNumbers(text: string, digits: number): string | undefined {
  const value = plainNumber(text);
  if (value !== undefined) return rounded(value, digits);
  const [, first, between, second] = PAIR.exec(text) ?? [];
  return first === undefined || second === undefined ? undefined : `${rounded(Number(first), digits)}${between}${rounded(Number(second), digits)}`;
}

function rounded(value: number, digits: number): string {
  if (digits < 0) {
    const unit = 10 ** -digits;
    return String(Math.round(value / unit) * unit + 0);
  }
  return value.toFixed(digits).replace(/^-(0(?:\.0*)?)$/, '$1');
}

type Period = 'month' | 'quarter' | 'year' | 'decade';
type Order = 'unambiguous' | 'day-first' | 'month-first';

/** `undefined` where a text is no date, and where its two readings differ in what is left of them. */
function roundDate(text: string, to: Period, order: Order): string | undefined {
  const readings = compact(text) ?? (readDate(text.trim())?.readings ?? []).filter(({ layout }) => suits(layout, order));
  const results = new Set(readings.map(reading => periodOf(reading, to)));
  return results.size === 1 ? [...results][0] : undefined;
}

const suits = (layout: string, order: Order): boolean => order === 'unambiguous' || !/^[dm]\W[dm]\W/.test(layout) || layout.startsWith(order === 'day-first' ? 'd' : 'm');

/** 20240131 and, for those that were rounded before, 2024-01 and 2024. */
function compact(text: string): readonly Pick<WrittenDate, 'year' | 'month'>[] | undefined {
  const [, year, month] = /^\s*(\d{4})(?:(0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|-(0[1-9]|1[0-2]))?\s*$/.exec(text)?.filter(part => part !== undefined) ?? [];
  if (year === undefined) return undefined;
  return month === undefined ? [1, 12].map(one => ({ year: Number(year), month: one })) : [{ year: Number(year), month: Number(month) }];
}

function periodOf({ year, month }: Pick<WrittenDate, 'year' | 'month'>, to: Period): string {
  const four = String(year).padStart(4, '0');
  switch (to) {
    case 'month': return `${four}-${String(month).padStart(2, '0')}`;
    case 'quarter': return `${four}-Q${Math.ceil(month / 3)}`;
    case 'year': return four;
    case 'decade': return `${four.slice(0, 3)}0s`;
  }
}
