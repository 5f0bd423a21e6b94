import type { Json } from '../core/problem.ts';

export function isJsonObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !isJsonList(value);
}

export const isJsonList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** The value as JSON where it is made of nothing else; functions, dates and the like are not. */
export function toJson(value: unknown): Json | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(item => toJson(item) ?? null);
  if (typeof value !== 'object') return undefined;
  return Object.fromEntries(Object.entries(value).flatMap(([key, item]) => {
    const json = toJson(item);
    return json === undefined ? [] : [[key, json]];
  }));
}

/** Whether two values are the same, in whatever order their keys stand. */
export function isSame(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (isJsonList(a) && isJsonList(b)) return a.length === b.length && a.every((item, i) => isSame(item, b[i]));
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every(key => Object.hasOwn(b, key) && isSame(a[key], b[key]));
}
