import { SPOT_LIMIT } from '../../core/finding.ts';
import type { Place } from '../../core/place.ts';
import type { ListedWords } from '../../core/texts.ts';
import { WordFinder } from '../../util/text/wordLists.ts';
import type { WordList } from '../../util/text/wordLists.ts';
import type { ReadText } from './partTexts.ts';

interface Tally {
  readonly places: Place[];
  readonly words: Map<string, number>;
  count: number;
  records: number;
  lastRow: number;
}

/** Counts words of lists in texts. */
export class ListedWordTally {
  readonly #lists: readonly WordList[];
  readonly #finder: WordFinder;
  readonly #tallies: readonly Tally[];
  #examples = 0;

  constructor(lists: readonly WordList[]) {
    this.#lists = lists;
    this.#finder = new WordFinder(lists);
    this.#tallies = lists.map(() => ({ places: [], words: new Map(), count: 0, records: 0, lastRow: -1 }));
  }

  begin(): void {
    this.#examples++;
  }

  add({ bytes, start, end, escaped, place }: ReadText, row: number): void {
    this.#finder.read(bytes, start, end, escaped, (list, word, from, to) => {
      const tally = this.#tallies[list];
      if (!tally) return;
      tally.count++;
      if (tally.lastRow !== row) tally.records++;
      tally.lastRow = row;
      tally.words.set(word, (tally.words.get(word) ?? 0) + 1);
      if (tally.places.length < SPOT_LIMIT) tally.places.push(place(from, to));
    });
  }

  view(): readonly ListedWords[] {
    return this.#lists.flatMap(({ name: list }, i) => {
      const { count = 0, records = 0, words = new Map<string, number>(), places = [] } = this.#tallies[i] ?? {};
      const counted = [...words].map(([word, times]) => ({ word, count: times })).sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
      return count > 0 ? [{ list, count, records, examples: this.#examples, words: counted, places }] : [];
    });
  }
}
