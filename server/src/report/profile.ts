import { type Column, knowsAllValues } from '../core/column.ts';
import { isAnnotatedPersonal } from '../core/description.ts';
import type { Message } from '../core/message.ts';
import { say } from '../core/message.ts';
import type { ColumnProfile, NumberProfile, TableProfile } from '../core/profile.ts';
import type { TableView } from '../core/rule.ts';
import type { NumberSummary, PresentClass } from '../core/summary.ts';
import type { ColumnMasks } from '../engine/mask.ts';
import { shorten } from '../words/displayWidth.ts';
import { makeVisible } from '../words/visible.ts';

const FREQUENT = 10;
const WIDEST = 60;
const BARS = 24;

export const profileOf = (table: TableView, path: string, masks: ColumnMasks): TableProfile =>
  ({ path, rows: table.records, columns: table.columns.map(column => columnProfile(column, masks)), chat: table.chat });

function columnProfile(column: Column, masks: ColumnMasks): ColumnProfile {
  const { summary, field, name } = column;
  const mask = masks(column.index);
  const classes = CLASSES.filter(kind => summary.classes[kind] > 0);
  const type = mainClass(summary.classes);
  return {
    name, type, declared: field && field.type !== 'any' ? field.type : undefined,
    classes: Object.fromEntries(classes.map(kind => [kind, summary.classes[kind]])),
    cells: summary.cells, missing: summary.missing, distinct: summary.distinct,
    nullSpellings: column.nullSpellings.map(({ text, count }) => ({ text: makeVisible(text), count })),
    personal: isAnnotatedPersonal(field) || column.personalElsewhere === true || column.evidence.length > 0,
    numbers: summary.numbers && !mask && summary.numbers.count > 0 ? numberProfile(summary.numbers) : undefined,
    frequent: {
      values: column.values.filter(({ count }) => count > 1).slice(0, FREQUENT)
        .map(({ text, count }) => ({ value: shorten(makeVisible(mask?.(text) ?? text), WIDEST), count })),
      complete: knowsAllValues(summary),
    },
  };
}

/** The class of most values; whole and decimal numbers count together, as decimal ones where there are some. */
function mainClass(classes: Readonly<Record<PresentClass, number>>): PresentClass | undefined {
  const together = { ...classes, ...(classes.float > 0 && { float: classes.float + classes.integer, integer: 0 }) };
  const [most] = CLASSES.filter(kind => together[kind] > 0).sort((a, b) => together[b] - together[a]);
  return most;
}

const CLASSES: readonly PresentClass[] = ['integer', 'float', 'boolean', 'date', 'datetime', 'text', 'digits'];

/** Classes in words. */
export const CLASS_NAMES: Readonly<Record<PresentClass, Message>> = {
  integer: say`whole number`, float: say`decimal number`, boolean: say`true or false`, date: say`date`, datetime: say`date and time`,
  text: say`text`, digits: say`digits with leading zeros`,
};

function numberProfile(numbers: NumberSummary): NumberProfile {
  const { count, min, max, mean, variance, relativeError } = numbers;
  const at = (p: number): number => numbers.quantile(p);
  return {
    count, min, max, mean, deviation: variance === undefined ? undefined : Math.sqrt(variance), relativeError,
    quantiles: { 1: at(0.01), 5: at(0.05), 25: at(0.25), 50: at(0.5), 75: at(0.75), 95: at(0.95), 99: at(0.99) },
    histogram: min < max ? histogram(numbers) : [],
  };
}

/** Bars of equal width; a bucket that lies across several is spread evenly, with the rest of the division in the first ones. */
function histogram({ min, max, buckets }: NumberSummary): readonly number[] {
  const bars = new Array<number>(BARS).fill(0);
  const barAt = (value: number): number => Math.max(0, Math.min(BARS - 1, Math.floor(((value - min) / (max - min)) * BARS)));
  for (const bucket of buckets) {
    const from = barAt(Math.max(min, bucket.from));
    const to = Math.max(from, barAt(Math.min(max, bucket.to)));
    const [each, rest] = [Math.floor(bucket.count / (to - from + 1)), bucket.count % (to - from + 1)];
    for (let i = from; i <= to; i++) bars[i] = (bars[i] ?? 0) + each + (i - from < rest ? 1 : 0);
  }
  return bars;
}
