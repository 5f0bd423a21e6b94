import type { PreparedColumn } from './prepare.ts';

/** What became of the cells of a column. */
export interface Tallies {
  readonly changed: number;
  /** Present cells that are empty now: the technique had no answer for them, or they were to be emptied. */
  readonly emptied: number;
  /** The first cells that changed; the values before are those of the data, and shown masked alone. */
  readonly examples: readonly Example[];
}

export interface Example {
  readonly before: string;
  readonly after: string;
}

const EXAMPLES = 3;

/** Counts what becomes of the cells of one column. */
export class Tally {
  #changed = 0;
  #emptied = 0;
  readonly #examples: Example[] = [];
  readonly #isOn: boolean;

  constructor({ change }: PreparedColumn, isGeneralised: boolean) {
    this.#isOn = isGeneralised || (change !== undefined && change.per !== 'table');
  }

  /** Notes a cell and hands its new text on; what stays as it is needs not be written anew. */
  note(before: string | undefined, after: string | undefined): string | undefined {
    if (after === undefined || after === (before ?? '')) return undefined;
    this.#changed++;
    if (after === '') this.#emptied++;
    else if (this.#examples.length < EXAMPLES && before !== undefined) this.#examples.push({ before, after });
    return after;
  }

  result(): Tallies | undefined {
    return this.#isOn ? { changed: this.#changed, emptied: this.#emptied, examples: this.#examples } : undefined;
  }
}
