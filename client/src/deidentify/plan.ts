import type { ColumnTreatment } from '../../../server/src/protocol/deidentify.ts';
import type { Json } from '../../../server/src/core/problem.ts';

/** What the user has chosen so far. */
export interface Wishes {
  /** By column. */
  readonly treatments: ReadonlyMap<string, ColumnTreatment & { readonly label: string }>;
  readonly quasiIdentifiers: readonly string[];
  /** 0 where classes of a size are not asked for. */
  readonly k: number;
}

/** The same as a plan of `deidentify.yaml`. */
export function planOf({ treatments, quasiIdentifiers, k }: Wishes): Json {
  const columns = [...treatments].filter(([, { use }]) => use !== 'keep').map(([name, { use, parameters }]) => [name, { use, ...parameters }] as const);
  return { columns: Object.fromEntries(columns), ...(k > 0 && { kAnonymity: { k, quasiIdentifiers } }) };
}

/** Names of the keys that a plan needs. */
export const keyNames = ({ treatments }: Wishes): readonly string[] =>
  [...new Set([...treatments.values()].flatMap(({ parameters: { keyRef } }) => (typeof keyRef === 'string' ? [keyRef] : [])))];
