import type { ChatView, LanguageTally } from '../../core/chat.ts';
import { SPOT_LIMIT } from '../../core/finding.ts';
import type { Place } from '../../core/place.ts';
import { languageOf } from '../../util/text/language.ts';

/** Counts the languages of texts. */
export class Languages {
  readonly #found = new Map<string, { count: number; places: Place[] }>();

  add(text: string, place: Place): void {
    const language = languageOf(text);
    if (language !== undefined) this.merge([{ language, count: 1, places: [place] }]);
  }

  merge(tallies: readonly LanguageTally[]): void {
    for (const { language, count, places } of tallies) {
      const tally = this.#found.get(language) ?? { count: 0, places: [] };
      this.#found.set(language, tally);
      tally.count += count;
      tally.places.push(...places.slice(0, SPOT_LIMIT - tally.places.length));
    }
  }

  view(): ChatView['languages'] {
    const found = [...this.tallies()].sort((a, b) => b.count - a.count || (a.language < b.language ? -1 : 1));
    return { found, texts: found.reduce((sum, { count }) => sum + count, 0) };
  }

  tallies(): readonly LanguageTally[] {
    return [...this.#found].map(([language, tally]): LanguageTally => ({ language, ...tally }));
  }
}
