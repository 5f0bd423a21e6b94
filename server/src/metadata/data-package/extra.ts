import type { Extra } from '../../core/description.ts';
import type { JsonObject } from '../document/shape.ts';

/** Properties besides those the model has words for; `undefined` where there are none. */
export function extraOf(value: JsonObject, known: readonly string[]): Extra | undefined {
  const kept = Object.entries(value).filter(([key]) => !known.includes(key));
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}
