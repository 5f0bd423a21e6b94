import { features } from './columns.ts';
import { countsOf } from './impute.ts';

/** The categories of each column that get an input of their own. */
export type Encoding = Readonly<Record<string, readonly string[]>>;

type Filled = Readonly<Record<string, number | string>>;

/** Learns the categories from the training part: the most frequent ones; the rest shares one further input. */
export function fitEncoding(training: readonly Filled[], { maxCategories }: { readonly maxCategories: number }): Encoding {
  return Object.fromEntries(features.filter(feature => feature.kind === 'category').map(({ id }) => {
    const counts = countsOf(training.map(cells => String(cells[id])));
    return [id, counts.slice(0, maxCategories - 1).map(([value]) => value).sort()];
  }));
}

/** Names of the inputs, in the order in which `encode` gives them: the numbers, then for each column its categories and `other`. */
export function inputNames(encoding: Encoding): string[] {
  return [...numberIds(), ...Object.entries(encoding).flatMap(([id, values]) => [...values.map(value => `${id}=${value}`), `${id}=other`])];
}

/** One row as numbers. A category that training never saw, or saw too rarely, is `other`. */
export function encode(cells: Filled, encoding: Encoding): number[] {
  const inputs = numberIds().map(id => Number(cells[id]));
  for (const [id, values] of Object.entries(encoding)) {
    const known = values.indexOf(String(cells[id]));
    const hot = known === -1 ? values.length : known;
    for (let i = 0; i <= values.length; i++) inputs.push(i === hot ? 1 : 0);
  }
  return inputs;
}

/** How many inputs, from the first on, are to be scaled: the numbers. Categories are 0 or 1 already. */
export const scaledInputs = (_encoding: Encoding): number => numberIds().length;

const numberIds = (): string[] => features.filter(feature => feature.kind === 'number').map(feature => feature.id);
