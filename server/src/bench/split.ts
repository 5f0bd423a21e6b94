import { type Random, shuffle } from './random.ts';

/** Row numbers of the three splits. They share no row, and no group where groups are given. */
export interface Split {
  readonly train: Uint32Array;
  readonly validation: Uint32Array;
  readonly test: Uint32Array;
}

export type SplitBy =
  /** At random, every stratum spread in proportion. */
  | { readonly by: 'stratum'; readonly of: (row: number) => number }
  /** At random, rows of one group kept together. */
  | { readonly by: 'group'; readonly of: (row: number) => number }
  /** The latest rows are tested, the ones before them validate. */
  | { readonly by: 'time'; readonly of: (row: number) => number };

const TEST = 0.2;
const VALIDATION = 0.16;

/** Cuts rows into 64 % training, 16 % validation and 20 % test. */
export function splitRows(rows: Uint32Array, how: SplitBy, random: Random): Split {
  if (how.by === 'time') return cut(Array.from(rows).sort((a, b) => how.of(a) - how.of(b) || a - b));
  const units = gather(rows, how.of);
  return how.by === 'group' ? byGroup(units, rows.length, random) : byStratum(units, random);
}

/** Each stratum is cut on its own; a single row trains. The parts are shuffled, for strata would follow each other otherwise. */
function byStratum(strata: readonly (readonly number[])[], random: Random): Split {
  const cuts = strata.map(stratum => {
    const shuffled = shuffle([...stratum], random);
    const test = Math.round(shuffled.length * TEST);
    const validation = Math.round(shuffled.length * VALIDATION);
    return { test: shuffled.slice(0, test), validation: shuffled.slice(test, test + validation), train: shuffled.slice(test + validation) };
  });
  const join = (part: 'train' | 'validation' | 'test'): Uint32Array => shuffle(Uint32Array.from(cuts.flatMap(each => each[part])), random);
  return { train: join('train'), validation: join('validation'), test: join('test') };
}

function byGroup(groups: readonly (readonly number[])[], total: number, random: Random): Split {
  const parts: { test: number[]; validation: number[]; train: number[] } = { test: [], validation: [], train: [] };
  for (const at of shuffle(groups.map((_, i) => i), random)) {
    const part = parts.test.length < total * TEST ? 'test' : parts.validation.length < total * VALIDATION ? 'validation' : 'train';
    for (const row of groups[at] ?? []) parts[part].push(row);
  }
  return { train: Uint32Array.from(parts.train), validation: Uint32Array.from(parts.validation), test: Uint32Array.from(parts.test) };
}

function cut(ordered: readonly number[]): Split {
  const test = ordered.length - Math.round(ordered.length * TEST);
  const validation = test - Math.round(ordered.length * VALIDATION);
  return {
    train: Uint32Array.from(ordered.slice(0, validation)),
    validation: Uint32Array.from(ordered.slice(validation, test)),
    test: Uint32Array.from(ordered.slice(test)),
  };
}

function gather(rows: Uint32Array, keyOf: (row: number) => number): readonly (readonly number[])[] {
  const units = new Map<number, number[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const unit = units.get(key);
    if (unit) unit.push(row);
    else units.set(key, [row]);
  }
  return [...units.values()];
}
