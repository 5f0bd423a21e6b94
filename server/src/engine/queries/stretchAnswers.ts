import type { Summarizer } from '../../core/kernel.ts';
import type { Matches, Question } from '../../core/matches.ts';
import type { LinedStretch } from '../../core/scanner.ts';
import { detectors } from '../../privacy/detectors/registry.generated.ts';
import type { Readable } from '../chunkIndex.ts';
import { ask, Asked } from './asked.ts';
import { Tally } from './tally.ts';

/** What stretch after stretch answers to the same questions, for a thread that works for another. Each question stands alone. */
export class StretchAnswers {
  readonly #asked: Asked;
  readonly #questions: readonly Question[];
  readonly #readable: Readable;

  constructor(questions: readonly Question[], readable: Readable, summarizer: Summarizer) {
    this.#asked = new Asked(questions, { readable, summarizer, detectors, others: new Map() });
    this.#questions = questions;
    this.#readable = readable;
  }

  /** `left`: by question, how many matches are to be located, none of which has to be found where there are examples enough. */
  async answer(stretch: LinedStretch, left: readonly number[]): Promise<readonly Matches[]> {
    const tallies = this.#questions.map(({ examples }, i) => new Tally({ keep: left[i] ?? 0, examples }));
    await ask(this.#asked, tallies, this.#readable, stretch, {}, stretch);
    return tallies.map(({ count, located }) => ({ count, located }));
  }
}
