import { parseNumber, tidy } from './cells.ts';

/**
 * The place of a moment in time: a date (`2024-01-31`, `2024/1/31`, `2024年1月31日`, with or without a time of day) or a plain number such
 * as a year. Throws for anything else, because a row without a time has no place in a split by time.
 */
export function parseTime(cell: string): number {
  const text = tidy(cell);
  const value = parseNumber(text) ?? parseDate(text);
  if (value === null) throw new Error(`${JSON.stringify(cell)} is no time that can be read`);
  return value;
}

function parseDate(text: string): number | null {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?Z?)?$/.exec(text);
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(part => Number(part ?? 0));
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : null;
}
