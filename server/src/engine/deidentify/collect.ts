import type { CodedTexts } from '../../core/transform.ts';
import type { Control } from '../pass.ts';
import type { Cells, Records } from './records.ts';

/** A column to be held in memory, and what its texts are made before that. */
export interface Wanted {
  readonly column: number;
  readonly change?: ((text: string) => string | undefined) | undefined;
}

export interface Collection {
  readonly columns: readonly CodedTexts[];
  readonly rows: number;
}

/** Reads columns as codes, in one pass over the rows that are taken; `undefined` when cancelled. Memory: 4 bytes a cell and the different texts. */
export async function collect(records: Records, wanted: readonly Wanted[], takes: (cells: Cells) => boolean, control: Control): Promise<Collection | undefined> {
  const coders = wanted.map(one => new TextCoder(one));
  let rows = 0;
  const finished = await records.read(cells => {
    if (!takes(cells)) return;
    for (const coder of coders) coder.add(cells);
    rows++;
  }, control);
  return finished ? { columns: coders.map(coder => coder.finish()), rows } : undefined;
}

class TextCoder {
  readonly #wanted: Wanted;
  /** Code by the text in the data, and by what it is made: several texts may become one. */
  readonly #codes = new Map<string, number>();
  readonly #made = new Map<string, number>();
  readonly #texts: string[] = [];
  #rows = new Uint32Array(1024);
  #count = 0;

  constructor(wanted: Wanted) {
    this.#wanted = wanted;
  }

  add(cells: Cells): void {
    const text = cells.present(this.#wanted.column);
    if (this.#count === this.#rows.length) {
      const larger = new Uint32Array(2 * this.#rows.length);
      larger.set(this.#rows);
      this.#rows = larger;
    }
    this.#rows[this.#count++] = text === undefined ? 0 : this.#codes.get(text) ?? this.#newCode(text);
  }

  finish(): CodedTexts {
    return { codes: this.#rows.subarray(0, this.#count), texts: this.#texts };
  }

  #newCode(text: string): number {
    const { change } = this.#wanted;
    const made = change ? change(text) ?? '' : text;
    let code = made === '' ? 0 : this.#made.get(made);
    if (code === undefined) {
      code = this.#texts.push(made);
      this.#made.set(made, code);
    }
    this.#codes.set(text, code);
    return code;
  }
}
