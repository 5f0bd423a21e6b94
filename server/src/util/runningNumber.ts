import type { Column } from '../core/column.ts';

/** Whether a column counts its rows: whole numbers from 0 or 1 to the number of rows, each once, none missing. Distinct values may be an estimate. */
export function isRunningNumber({ summary }: Column, records: number): boolean {
  const { classes, cells, missing, numbers, distinct } = summary;
  if (records < FEWEST || cells !== records || missing > 0 || classes.integer !== records || !numbers) return false;
  const slack = Math.ceil(3 * distinct.relativeError * records);
  const counts = numbers.max - numbers.min === records - 1 && (numbers.min === 0 || numbers.min === 1);
  return counts && Math.abs(distinct.count - records) <= slack;
}

/** Below this a column counts up by accident. */
const FEWEST = 5;
