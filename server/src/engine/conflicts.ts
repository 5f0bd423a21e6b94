import { CELL_CLASSES } from '../core/kernel.ts';
import type { RowQuery } from '../core/query.ts';
import { ROW_INDEX_BYTES } from '../core/rowIndex.ts';
import { emptyRowHash } from './emptyRow.ts';
import type { RowContext, RowPredicate } from './rowContext.ts';

const MISSING = CELL_CLASSES.indexOf('missing');
const ABSENT = CELL_CLASSES.indexOf('absent');

/** Rows that are equal on some columns to one that came first, and labelled otherwise. Rows without a label, and rows of empty cells, are left out. */
export function compileConflict({ columns, label }: Extract<RowQuery, { readonly is: 'conflict' }>, { summarizer, columns: width }: RowContext): RowPredicate {
  const labels = new FirstLabels();
  const [emptyLow, emptyHigh] = emptyRowHash(columns, width, summarizer);
  return (chunk, answer) => {
    const rows = summarizer.hashRows(chunk, columns).slice();
    const { hashes, classes } = summarizer.cells(chunk, label);
    for (let r = 0; r < chunk.records; r++) {
      const [low, high] = [rows[2 * r] ?? 0, rows[2 * r + 1] ?? 0];
      const unlabelled = classes[r] === MISSING || classes[r] === ABSENT;
      if (unlabelled || (low | high) === 0 || (low === emptyLow && high === emptyHigh)) continue;
      const own = hashes[2 * r] ?? 0;
      if (labels.first(low, high, own) !== own) answer(r);
    }
  };
}

const BYTES_PER_SLOT = 13;
const FIRST_SLOTS = 1 << 12;

/**
 * The label each row hash was first seen with: open addressing over typed arrays. Beyond the budget only hashes are kept whose low bits are zero, one
 * bit more each time, so that which conflicts are found does not depend on how the file was cut.
 */
export class FirstLabels {
  readonly #most: number;
  #slots = FIRST_SLOTS;
  #mask = 0;
  #kept = 0;
  #table = tableOf(FIRST_SLOTS);

  constructor(budget = ROW_INDEX_BYTES) {
    this.#most = 2 ** Math.floor(Math.log2(Math.max(FIRST_SLOTS, budget / BYTES_PER_SLOT)));
  }

  /** The label this hash came with first: `label` itself where it is new or not kept. */
  first(low: number, high: number, label: number): number {
    if ((low & this.#mask) !== 0) return label;
    const slot = this.#find(low, high);
    if (this.#table.used[slot] === 1) return this.#table.labels[slot] ?? label;
    this.#put(slot, low, high, label);
    if (this.#kept * 4 > this.#slots * 3) this.#makeRoom();
    return label;
  }

  #find(low: number, high: number): number {
    const { used, lows, highs } = this.#table;
    let slot = (high ^ Math.imul(low, 0x9e3779b1)) & (this.#slots - 1);
    while (used[slot] === 1 && !(lows[slot] === low && highs[slot] === high)) slot = (slot + 1) & (this.#slots - 1);
    return slot;
  }

  #put(slot: number, low: number, high: number, label: number): void {
    const { used, lows, highs, labels } = this.#table;
    used[slot] = 1;
    lows[slot] = low;
    highs[slot] = high;
    labels[slot] = label;
    this.#kept++;
  }

  #makeRoom(): void {
    if (this.#slots < this.#most) return this.#rebuild(2 * this.#slots);
    while (this.#kept * 4 > this.#slots * 3) {
      this.#mask = 2 * this.#mask + 1;
      this.#rebuild(this.#slots);
    }
  }

  #rebuild(slots: number): void {
    const { used, lows, highs, labels } = this.#table;
    this.#slots = slots;
    this.#table = tableOf(slots);
    this.#kept = 0;
    used.forEach((taken, i) => {
      const [low, high] = [lows[i] ?? 0, highs[i] ?? 0];
      if (taken === 1 && (low & this.#mask) === 0) this.#put(this.#find(low, high), low, high, labels[i] ?? 0);
    });
  }
}

const tableOf = (slots: number) => ({
  used: new Uint8Array(slots), lows: new Uint32Array(slots), highs: new Uint32Array(slots), labels: new Uint32Array(slots),
});
