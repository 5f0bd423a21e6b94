import type { LocatedMatch, Matches, Question } from '../../core/matches.ts';

/** Counts every match of a question, keeps the first ones. */
export class Tally implements Matches {
  count = 0;
  readonly located: LocatedMatch[] = [];
  readonly #keep: number;
  readonly #examples: boolean;

  constructor({ keep, examples = false }: Pick<Question, 'keep' | 'examples'>) {
    this.#keep = keep;
    this.#examples = examples;
  }

  /** Whether further matches make no difference. */
  get done(): boolean {
    return this.#examples && this.located.length >= this.#keep;
  }

  /** How many more are to be located. */
  get left(): number {
    return this.#keep - this.located.length;
  }

  add(locate: () => LocatedMatch): void {
    if (this.done) return;
    this.count++;
    if (this.left > 0) this.located.push(locate());
  }

  /** Adds what was found behind all that was found so far. */
  merge({ count, located }: Matches): void {
    const wanted = located.slice(0, this.left);
    this.count += this.#examples ? wanted.length : count;
    this.located.push(...wanted);
  }
}
