import type { Json } from '../core/problem.ts';
import type { Requests } from '../protocol/messages.ts';

/**
 * Something a language model may do with a dataset: in VS Code as a language-model tool, elsewhere over the Model Context Protocol. A tool asks the
 * language server what any client may ask, so that what it answers is masked and translated already.
 */
export interface Tool {
  /** As models call it. */
  readonly name: string;
  /** For people who are asked whether it may run. */
  readonly title: string;
  /** For models: what it answers and when to use it. */
  readonly description: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** Whether a file is written. Then a person is asked first. */
  readonly writes: boolean;
  run(input: Input, desk: Desk): Promise<Answer>;
}

export interface Parameter {
  readonly type: 'string' | 'strings' | 'count';
  readonly description: string;
  readonly required: boolean;
}

/** Arguments that fit the parameters of the tool. */
export interface Input {
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
  count(name: string): number | undefined;
}

/** Facts for a model, or a sentence why there are none. */
export type Answer = { readonly [key: string]: Json } | Refused;

export interface Refused {
  readonly refused: string;
}

/** What a tool works with. */
export interface Desk {
  /** One of Lintel's own requests. */
  ask<M extends keyof Requests>(method: M, params: Requests[M]['params']): Promise<Requests[M]['result']>;
  /** The URI of a file that a model names; refused where it lies outside of what was opened. */
  locate(path: string): Promise<{ readonly uri: string } | Refused>;
  /** A path to show for a URI. */
  show(uri: string): string;
  /** Writes a whole document; a sentence where that failed. */
  write(uri: string, text: string): Promise<Refused | undefined>;
}

export const PATH: Parameter = { type: 'string', required: true, description: 'Path of the data file, absolute or relative to the workspace folder.' };

/** Asks about the file that the parameter `path` names. */
export async function aboutFile(input: Input, desk: Desk, task: (uri: string) => Promise<Answer>): Promise<Answer> {
  const located = await desk.locate(input.text('path') ?? '');
  return 'refused' in located ? located : task(located.uri);
}

/** The parameters of a tool as JSON Schema. */
export function inputSchema({ parameters }: Tool): { readonly type: 'object'; readonly properties: Readonly<Record<string, object>>; readonly required: readonly string[] } {
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(parameters).map(([name, { type, description }]) => [name, { ...SCHEMAS[type], description }])),
    required: Object.entries(parameters).flatMap(([name, { required }]) => (required ? [name] : [])),
  };
}

const SCHEMAS: Readonly<Record<Parameter['type'], object>> = {
  string: { type: 'string' }, strings: { type: 'array', items: { type: 'string' } }, count: { type: 'integer', minimum: 1 },
};

/** Arguments as they came, held against the parameters; a sentence that a model can act upon where they do not fit. */
export function readInput(tool: Tool, given: object): Input | Refused {
  const values = new Map<string, unknown>(Object.entries(given));
  for (const [name, { type, required }] of Object.entries(tool.parameters)) {
    const value = values.get(name);
    if (value === undefined || value === null ? required : !FITS[type](value)) return { refused: `${tool.name} needs ${name} to be ${KINDS[type]}.` };
  }
  const unknown = [...values.keys()].find(name => !Object.hasOwn(tool.parameters, name));
  if (unknown !== undefined) return { refused: `${tool.name} has no parameter ${unknown}; it takes ${Object.keys(tool.parameters).join(', ')}.` };
  return {
    text: name => textOf(values.get(name)),
    texts: name => [values.get(name)].flat().filter(isText),
    count: name => countOf(values.get(name)),
  };
}

const isText = (value: unknown): value is string => typeof value === 'string';
const textOf = (value: unknown): string | undefined => (isText(value) ? value : undefined);
const countOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

const FITS: Readonly<Record<Parameter['type'], (value: unknown) => boolean>> = {
  string: value => isText(value) && value !== '',
  strings: value => Array.isArray(value) && value.every(isText),
  count: value => Number.isInteger(value) && Number(value) >= 1,
};

const KINDS: Readonly<Record<Parameter['type'], string>> = { string: 'a text that is not empty', strings: 'a list of texts', count: 'a whole number from 1' };
