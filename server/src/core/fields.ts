import type { Place } from './place.ts';
import type { StructuralFact } from './structure.ts';

/** What the values of one key are, all records taken together. */
export interface Field {
  /** The column of its values, or of its arrays where it has no others. */
  readonly column: number;
  /** The first key. */
  readonly place: Place;
  /** Row of the first value that is not null, -1 where there is none. */
  readonly firstValue: number;
  readonly counts: Readonly<Record<FieldKind, number>>;
}

export const FIELD_KINDS = ['strings', 'numbers', 'booleans', 'nulls', 'arrays', 'objects'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** The fields a format has told of; none where columns are not named by every record. */
export function fieldsOf(facts: readonly StructuralFact[]): readonly Field[] {
  return facts.filter(({ kind, numbers }) => kind === 'field' && numbers['column'] === numbers['of']).map(({ place, numbers }) => {
    const count = (kind: FieldKind): number => numbers[kind] ?? 0;
    return {
      column: numbers['column'] ?? -1, place, firstValue: numbers['record'] ?? -1,
      counts: {
        strings: count('strings'), numbers: count('numbers'), booleans: count('booleans'), nulls: count('nulls'), arrays: count('arrays'), objects: count('objects'),
      },
    };
  });
}
