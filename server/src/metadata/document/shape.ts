import type { Json } from '../../core/problem.ts';

/** Tolerant access to a plain value: what is not of the wanted form counts as absent, because the schema has complained of it. */
export type JsonObject = { readonly [key: string]: Json };

export function objectOf(value: Json | undefined): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !isList(value) ? value : undefined;
}

export function listOf(value: Json | undefined): readonly Json[] | undefined {
  return value !== undefined && isList(value) ? value : undefined;
}

export const textOf = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
export const truthOf = (value: Json | undefined): boolean | undefined => (typeof value === 'boolean' ? value : undefined);
export const numberOf = (value: Json | undefined): number | undefined =>
  (typeof value === 'number' && Number.isFinite(value) ? value : undefined);

/** The texts of a list; other items are passed over. */
export const textsOf = (value: Json | undefined): readonly string[] | undefined => listOf(value)?.flatMap(item => textOf(item) ?? []);

/** One text or a list of them: the first version of the standard allowed both in places where the second one has lists. */
export function oneOrMore(value: Json | undefined): readonly string[] | undefined {
  return typeof value === 'string' ? [value] : textsOf(value);
}

/** An object without the properties that are `undefined`. */
export function compact<T extends object>(entries: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> };
export function compact(entries: object): object {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
