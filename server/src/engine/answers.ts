import type { Matches, Question } from '../core/matches.ts';
import { isRowQuery } from '../core/query.ts';
import type { ResolveContext } from './resolve.ts';
import { resolveQuestions } from './resolve.ts';
import type { Control } from './pass.ts';

/**
 * Remembers what was asked of one table: a rule that asks for a count and then reports the same cells costs one pass and not two.
 */
export class Answers {
  readonly #known = new Map<string, Matches>();

  /** See `resolveQuestions`. Only what is not known is looked for. */
  async resolve(questions: readonly Question[], context: ResolveContext, control: Control): Promise<readonly Matches[] | undefined> {
    const keys = questions.map(keyOf);
    const known = questions.map((question, i) => this.#recall(question, keys[i]));
    const open = questions.filter((_, i) => known[i] === undefined);
    const found = await resolveQuestions(open, context, control);
    if (!found) return undefined;
    let next = 0;
    return questions.map((_, i) => {
      const answer = known[i] ?? found[next++] ?? NOTHING;
      const key = keys[i];
      if (key !== undefined) this.#known.set(key, answer);
      return answer;
    });
  }

  /** An answer that has as many places as are wanted, or all there are. */
  #recall({ keep }: Question, key: string | undefined): Matches | undefined {
    const known = key === undefined ? undefined : this.#known.get(key);
    if (!known || known.located.length < Math.min(keep, known.count)) return undefined;
    return { count: known.count, located: known.located.slice(0, keep) };
  }
}

const NOTHING: Matches = { count: 0, located: [] };

/** Equal for questions about cells with equal answers; `undefined` where the count is not exact, or for rows: such a query may carry a whole forest. */
function keyOf({ query, column, rewriting, within, examples }: Question): string | undefined {
  if (examples || within || isRowQuery(query)) return undefined;
  return JSON.stringify([query, column, rewriting ?? null], (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
}
