import { type Column, knowsAllValues, present } from '../../core/column.ts';
import { isAnnotatedPersonal } from '../../core/description.ts';
import { type Message, type Part, count, list, name, number, percent, say, value } from '../../core/message.ts';
import type { NumberSummary, PresentClass } from '../../core/summary.ts';
import type { ColumnMasks } from '../../engine/mask.ts';
import { CLASS_NAMES } from '../../report/profile.ts';

/** Most frequent values a profile names. */
const NAMED = 5;

/** What is known of a column, line by line, for a hover. Columns that are masked show no number that is or tells a value. */
export function profileOf(column: Column, masks: ColumnMasks): readonly Message[] {
  const { summary } = column;
  const masked = masks(column.index) !== undefined;
  return [
    typeLine(column),
    ...(column.field?.description === undefined ? [] : [say`${name(column.field.description)}`]),
    say`Missing: ${summary.missing} of ${summary.cells} (${percent(summary.cells === 0 ? 0 : summary.missing / summary.cells)})`,
    distinctLine(column),
    ...(summary.numbers && !masked ? numberLines(summary.numbers) : []),
    ...valueLines(column, masks),
    ...personalLines(column, masked),
  ];
}

function typeLine({ summary: { classes }, field }: Column): Message {
  const total = Object.values(classes).reduce((sum, each) => sum + each, 0);
  const kinds = CLASSES.filter(kind => classes[kind] > 0).sort((a, b) => classes[b] - classes[a]);
  const [main] = kinds;
  if (!main) return say`Type: no value present`;
  const shares = kinds.map(kind => part(say`${CLASS_NAMES[kind]} ${percent(classes[kind] / total)}`));
  const found = kinds.length === 1 ? part(CLASS_NAMES[main]) : list(shares);
  return field && field.type !== 'any' ? say`Type: ${found}; declared as ${name(field.type)}` : say`Type: ${found}`;
}

const CLASSES: readonly PresentClass[] = ['integer', 'float', 'boolean', 'date', 'datetime', 'text', 'digits'];

const part = (message: Message): Part => ({ kind: 'message', message });

function distinctLine({ summary: { distinct } }: Column): Message {
  return distinct.exact ? say`Distinct: ${distinct.count}` : say`Distinct: about ${distinct.count} (± ${percent(distinct.relativeError)})`;
}

function numberLines({ min, max, mean, variance, relativeError, quantile }: NumberSummary): readonly Message[] {
  const [low, middle, high] = [0.25, 0.5, 0.75].map(p => number(quantile(p)));
  const quartiles = low && middle && high ? [list([low, middle, high])] : [];
  return [
    say`Range: ${number(min)} to ${number(max)}`,
    variance === undefined ? say`Mean: ${number(mean)}` : say`Mean: ${number(mean)} ± ${number(Math.sqrt(variance))}`,
    ...quartiles.map(each => (relativeError === 0 ? say`Quartiles: ${each}` : say`Quartiles: ${each} (± ${percent(relativeError)})`)),
  ];
}

/** Counts are exact; which values they belong to is, in columns with many, a sample. */
function valueLines(column: Column, masks: ColumnMasks): readonly Message[] {
  const repeated = column.values.filter(each => each.count > 1).slice(0, NAMED);
  if (repeated.length === 0) return [];
  const mask = masks(column.index);
  const parts = list(repeated.map(each => part(say`${value(mask?.(each.text) ?? each.text, -1)} ${count(each.count, 'cell')}`)));
  return [knowsAllValues(column.summary) ? say`Most frequent: ${parts}` : say`Most frequent of a sample of values: ${parts}`];
}

function personalLines(column: Column, masked: boolean): readonly Message[] {
  const category = column.field?.privacy?.category;
  const detector = column.evidence[0]?.detector;
  if (isAnnotatedPersonal(column.field) && category !== undefined) return [say`Personal data: ${name(category)}; values are masked`];
  return masked && detector ? [say`Looks like personal data: ${part({ template: detector.title, parts: [] })}; values are masked`] : [];
}

/** Bars of a small histogram: shares of the present cells, or nothing where there is nothing to draw. */
export function barsOf(column: Column, masked: boolean): readonly number[] {
  const { numbers } = column.summary;
  const total = present(column);
  if (masked || total === 0) return [];
  if (numbers && numbers.max > numbers.min) return numberBars(numbers, total);
  const { values } = column.summary;
  if (!knowsAllValues(column.summary) || values.length < 2 || values.length > MOST_BARS) return [];
  return values.map(each => each.count / total).sort((a, b) => b - a);
}

const MOST_BARS = 24;

/** Bars of equal width over the range; a bucket that lies across several is spread evenly. */
function numberBars({ min, max, buckets }: NumberSummary, total: number): readonly number[] {
  const width = (max - min) / MOST_BARS;
  const bars = new Array<number>(MOST_BARS).fill(0);
  for (const bucket of buckets) {
    const from = barAt((Math.max(min, bucket.from) - min) / width);
    const to = Math.max(from, barAt((Math.min(max, bucket.to) - min) / width));
    for (let i = from; i <= to; i += 1) bars[i] = (bars[i] ?? 0) + bucket.count / total / (to - from + 1);
  }
  return bars;
}

const barAt = (position: number): number => Math.max(0, Math.min(MOST_BARS - 1, Math.floor(position)));
