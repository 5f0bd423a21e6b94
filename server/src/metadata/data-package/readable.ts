import type { Json } from '../../core/problem.ts';
import { strptime } from '../../util/lexical/strptime.ts';

export const NUMERIC: ReadonlySet<string> = new Set(['number', 'integer', 'year']);

/** How values of a type are written where a description quotes one, in its default form. */
const FORMS: Readonly<Record<string, RegExp>> = {
  integer: /^\s*[+-]?\d+\s*$/,
  number: /^\s*(?:[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|nan|[+-]?inf)\s*$/i,
  year: /^-?\d{4,}$/,
  yearmonth: /^-?\d{4,}-(?:0[1-9]|1[0-2])$/,
  date: /^-?\d{4,}-\d{2}-\d{2}$/,
  time: /^\d{2}:\d{2}:\d{2}/,
  datetime: /^-?\d{4,}-\d{2}-\d{2}T\d{2}:\d{2}/,
  duration: /^-?P(?!$)/,
  boolean: /^/,
};

/** Whether a value that a description quotes is one of its type; where the type or its form is not known, it is. */
export function isReadableAs(value: Json, type: string, format: string | undefined): boolean {
  if (typeof value === 'object') return value === null ? false : type !== 'string' && FORMS[type] === undefined;
  if (type === 'string') return typeof value === 'string';
  if (typeof value === 'number') return FORMS[type] === undefined || (NUMERIC.has(type) && (type === 'number' || Number.isInteger(value)));
  if (typeof value === 'boolean') return type === 'boolean' || FORMS[type] === undefined;
  const own = format === undefined || format === 'default' ? undefined : format.replace(/^fmt:/, '');
  if (own !== undefined && (type === 'date' || type === 'time' || type === 'datetime')) return strptime(own)?.(value) ?? true;
  return FORMS[type]?.test(value) ?? true;
}
