import { features } from './columns.ts';

/** The categories of each column in order; the place of a category in it is its number. */
export type Encoding = Readonly<Record<string, readonly string[]>>;

type Filled = Readonly<Record<string, number | string>>;

/** Learns the categories from the training part, in alphabetical order. Give columns an order of their own here where they have one. */
export function fitEncoding(training: readonly Filled[]): Encoding {
  return Object.fromEntries(features.filter(feature => feature.kind === 'category').map(({ id }) =>
    [id, [...new Set(training.map(cells => String(cells[id])))].sort()]));
}

/** Names of the inputs, in the order in which `encode` gives them. */
export function inputNames(encoding: Encoding): string[] {
  return [...numberIds(), ...Object.keys(encoding)];
}

/** One row as numbers. A category that training never saw is -1, below all others. */
export function encode(cells: Filled, encoding: Encoding): number[] {
  const ranks = Object.entries(encoding).map(([id, values]) => values.indexOf(String(cells[id])));
  return [...numberIds().map(id => Number(cells[id])), ...ranks];
}

/** How many inputs, from the first on, are to be scaled: all, ranks too. */
export const scaledInputs = (encoding: Encoding): number => inputNames(encoding).length;

const numberIds = (): string[] => features.filter(feature => feature.kind === 'number').map(feature => feature.id);
