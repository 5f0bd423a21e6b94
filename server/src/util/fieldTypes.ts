import type { Column } from '../core/column.ts';
import type { FieldType } from '../core/description.ts';
import type { PresentClass } from '../core/summary.ts';

/** The narrowest type of Table Schema that every present cell of a column has, from exact counts; `any` for a column without values. */
export function typeOf(column: Column): FieldType {
  const { classes } = column.summary;
  const found = CLASSES.filter(one => classes[one] > 0);
  const only = (...fitting: readonly PresentClass[]): boolean => found.every(one => fitting.includes(one));
  if (found.length === 0) return 'any';
  if (only('integer')) return isYear(column) ? 'year' : 'integer';
  if (only('integer', 'float')) return 'number';
  if (only('boolean')) return 'boolean';
  if (only('date')) return 'date';
  return only('datetime') ? 'datetime' : 'string';
}

const CLASSES: readonly PresentClass[] = ['integer', 'float', 'boolean', 'date', 'datetime', 'text', 'digits'];

/** A column that is called a year and holds nothing else. */
function isYear({ name, summary: { numbers, length } }: Column): boolean {
  return /(?:^|[^a-z])year(?:$|[^a-z])|年份|年度|^年$/i.test(name) && length.min === 4 && length.max === 4 && (numbers?.min ?? 0) >= 1000;
}

/** The format of dates that are not written as Table Schema has them by default, judged by the commonest values, whose texts are known. */
export function formOf(column: Column, type: FieldType): string | undefined {
  if (type !== 'date' && type !== 'datetime') return undefined;
  const texts = column.values.map(value => value.text);
  const usual = type === 'date' ? /^\d{4}-/ : /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/;
  if (texts.every(text => usual.test(text))) return undefined;
  return type === 'date' && texts.every(text => text.includes('/')) ? '%Y/%m/%d' : 'any';
}
