/**
 * What a placeholder can stand for. `word` is one of a template's own slugs and may be written bare; text from a person or a dataset
 * needs a filter that says which language it is written into.
 */
export type Value = string | number | boolean | Word | Scope | Absent | readonly Value[];

export interface Word {
  readonly word: string;
}

/** The answer to a question that was not asked: it can be tested, and counts as no, but not written. */
export interface Absent {
  readonly absent: true;
}

export interface Scope {
  readonly fields: Readonly<Record<string, Value>>;
}

export const isScope = (value: Value | undefined): value is Scope => typeof value === 'object' && 'fields' in value;
export const isWord = (value: Value | undefined): value is Word => typeof value === 'object' && 'word' in value;
export const isAbsent = (value: Value | undefined): value is Absent => typeof value === 'object' && 'absent' in value;
export const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);

/** Follows a path of names; `undefined` where there is nothing of that name. */
export function lookUp(scope: Scope, path: readonly string[]): Value | undefined {
  let value: Value | undefined = scope;
  for (const key of path) value = isScope(value) && Object.hasOwn(value.fields, key) ? value.fields[key] : undefined;
  return value;
}
