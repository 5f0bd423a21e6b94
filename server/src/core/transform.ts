import type { Hierarchy, Technique, TransformParameters } from './annotation.ts';
import type { Message } from './message.ts';
import type { Json } from './problem.ts';

/**
 * One way to take out of a column what points at a person. Pure but for the randomness and the key it is handed; the engine reads, counts and writes.
 */
export interface Transform {
  readonly id: string;
  /** English, a few words; translations live beside it. */
  readonly title: string;
  /** What it is called in ISO/IEC 20889, and in the annotation of the copy. */
  readonly technique: Technique;
  readonly parameters: Parameters;
  /** What the parameters come to; a message says what is wrong with them. */
  make(given: Readonly<Record<string, Json>>, tools: TransformTools): Change | Message;
}

/** What a transform does to a column. */
export type Change = ChangeFacts & (
  /** The column is left out. */
  | { readonly per: 'table' }
  /** Every present cell by itself. */
  | { readonly per: 'cell'; change(text: string): Changed }
  /** All cells of the column together, which are held in memory as codes: the new text of each row. */
  | { readonly per: 'column'; change(column: CodedTexts): (row: number) => Changed });

/** The new text of a cell, the empty text for a missing value; `undefined` where the technique has no answer for it, and the cell is emptied. */
export type Changed = string | undefined;

/** What is to be said of a change wherever it is recorded. */
export interface ChangeFacts {
  /** Equal texts become equal texts within one run, so that rows stay comparable. */
  readonly consistent: boolean;
  /** What the annotation of the copy says of it. */
  readonly params?: TransformParameters;
  readonly keyed?: true;
  /** The new values stand for persons still: whoever has the key or the list of tokens can tell which. */
  readonly pseudonym?: true;
  /** Something to know before the copy is passed on. */
  readonly caution?: Message;
  /** What became of what, for those who asked to keep it. */
  readonly mapping?: () => Iterable<readonly [before: string, after: string]>;
}

/** A column in memory. `codes` by row: 0 for missing cells, else one more than the place of the text in `texts`. */
export interface CodedTexts {
  readonly codes: Uint32Array;
  readonly texts: readonly string[];
}

/** What transforms cannot have by themselves. */
export interface TransformTools {
  readonly column: string;
  /** Uniform in [0, 1), of 53 bits; from a secure source unless the plan names a seed. */
  random(): number;
  /** The bytes of a key by its name in the plan; `undefined` where there is no such key. */
  key(ref: string): Uint8Array | undefined;
  /** The hierarchy of the column: from the plan, its file, or the annotation. */
  readonly hierarchy: Levels | undefined;
}

/** More general values by value, finest first; every list is as long as the others. */
export type Levels = ReadonlyMap<string, readonly string[]>;

/** One setting of a transform. The description feeds the manual and the editor's help. */
export type Parameter =
  | { readonly kind: 'number'; readonly least?: number; readonly most?: number; readonly whole?: true; readonly default?: number; readonly description: string }
  | { readonly kind: 'text'; readonly default?: string; readonly description: string }
  | { readonly kind: 'word'; readonly words: readonly string[]; readonly default?: string; readonly description: string }
  | { readonly kind: 'flag'; readonly default: boolean; readonly description: string };
export type Parameters = Readonly<Record<string, Parameter>>;

type ValueOf<P extends Parameter> =
  P extends { readonly kind: 'number' } ? number : P extends { readonly kind: 'flag' } ? boolean : P extends { readonly kind: 'word' } ? P['words'][number] : string;
/** Values of parameters, as `make` receives them: those without a default may be left out. */
export type Values<P extends Parameters> = { readonly [K in keyof P]: P[K] extends { readonly default: number | string | boolean } ? ValueOf<P[K]> : ValueOf<P[K]> | undefined };

/** A transform as it is written. */
export interface TransformDefinition<P extends Parameters> extends Omit<Transform, 'parameters' | 'make'> {
  readonly parameters: P;
  make(values: Values<P>, tools: TransformTools): Change | Message;
}

/** Closes a transform over its own types. */
export function defineTransform<const P extends Parameters>({ id, title, technique, parameters, make }: TransformDefinition<P>): Transform {
  return {
    id, title, technique, parameters,
    make: (given, tools) => make(settle(parameters, given), tools),
  };
}

export const isWrong = (made: Change | Message): made is Message => 'template' in made;

/** Hierarchies as documents have them, with the levels that are left out filled with the last one. */
export function levelsOf(hierarchy: Extract<Hierarchy, { readonly levels: object }>): Levels {
  const height = Math.max(0, ...Object.values(hierarchy.levels).map(levels => levels.length));
  return new Map(Object.entries(hierarchy.levels).map(([value, levels]) => [value, Array.from({ length: height }, (_, i) => levels[Math.min(i, levels.length - 1)] ?? value)]));
}

/** Given values where they are of the kind of their parameter; whoever reads the plan says which are not. */
function settle<P extends Parameters>(parameters: P, given: Readonly<Record<string, Json>>): Values<P>;
function settle(parameters: Parameters, given: Readonly<Record<string, Json>>): Readonly<Record<string, Json | undefined>> {
  return Object.fromEntries(Object.entries(parameters).map(([key, parameter]) => [key, isOfKind(given[key], parameter) ? given[key] : parameter.default]));
}

/** Whether a value is one that the parameter takes. */
export function isOfKind(value: Json | undefined, parameter: Parameter): boolean {
  switch (parameter.kind) {
    case 'number': return typeof value === 'number' && inRange(value, parameter);
    case 'text': return typeof value === 'string';
    case 'word': return typeof value === 'string' && parameter.words.includes(value);
    case 'flag': return typeof value === 'boolean';
  }
}

const inRange = (value: number, { least = -Infinity, most = Infinity, whole }: Extract<Parameter, { readonly kind: 'number' }>): boolean =>
  Number.isFinite(value) && value >= least && value <= most && (whole !== true || Number.isInteger(value));
