import { present, type Column } from '../../core/column.ts';
import type { CodedColumn } from '../../privacy/measures/risk.ts';

/** Whether a distance between values means something: numbers and dates have an order, words have only that of their letters. */
export function orderOf(column: Column | undefined): Pick<CodedColumn, 'unordered'> {
  if (!column) return {};
  const { numbers, classes: { date, datetime } } = column.summary;
  const all = present(column);
  return numbers?.count === all || date + datetime === all ? {} : { unordered: true };
}
