import type { LineTally } from '../../core/chat.ts';
import { SPOT_LIMIT } from '../../core/finding.ts';
import type { Place } from '../../core/place.ts';
import { mix } from '../../util/mix.ts';

/** Records whose lines are counted. */
const SAMPLED = 2000;
const SEED = 0x6c;
/** Lines of fewer letters are headings and greetings. */
const FEWEST_LETTERS = 20;
/** Lines kept in all; no text of a sample has as many. */
const MOST_LINES = 200_000;

/** Counts the lines of texts in a sample of records that follows from their numbers alone. */
export class FrequentLines {
  readonly #share: number;
  readonly #lines = new Map<string, { count: number; lastRow: number; places: Place[] }>();
  /** Records looked at. */
  records = 0;

  /** `all`: records of the table. */
  constructor(all: number) {
    this.#share = Math.min(1, SAMPLED / Math.max(1, all));
  }

  takes(row: number): boolean {
    return this.#share === 1 || mix(row, SEED) < this.#share * 2 ** 32;
  }

  /** Each line counts once a record. */
  add(text: string, row: number, place: Place): void {
    for (const line of text.split('\n')) {
      const plain = line.trim();
      if ((plain.match(/\p{L}/gu)?.length ?? 0) < FEWEST_LETTERS) continue;
      const known = this.#lines.get(plain);
      if (known?.lastRow === row || !known && this.#lines.size >= MOST_LINES) continue;
      const tally = known ?? { count: 0, lastRow: -1, places: [] };
      this.#lines.set(plain, tally);
      tally.count++;
      tally.lastRow = row;
      if (tally.places.length < SPOT_LIMIT) tally.places.push(place);
    }
  }

  merge(lines: readonly LineTally[], records: number): void {
    this.records += records;
    for (const { text, count, places } of lines) {
      const tally = this.#lines.get(text) ?? { count: 0, lastRow: -1, places: [] };
      this.#lines.set(text, tally);
      tally.count += count;
      tally.places.push(...places.slice(0, SPOT_LIMIT - tally.places.length));
    }
  }

  /** Lines of at least so many records, most frequent first. */
  of(least: number): readonly LineTally[] {
    return [...this.#lines].filter(([, { count }]) => count >= least).map(([text, { count, places }]): LineTally => ({ text, count, places })).sort((a, b) => b.count - a.count);
  }
}
