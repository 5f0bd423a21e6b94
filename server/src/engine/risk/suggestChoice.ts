import type { Guarantees, PrivacyDescription } from '../../core/annotation.ts';
import type { Column } from '../../core/column.ts';
import type { Detector } from '../../core/detector.ts';
import { suggestRoles } from '../suggestRoles.ts';
import type { RiskChoice } from './measureTable.ts';

/** What to measure by where nobody says: what the annotation promises, then what columns are annotated or seem to be. */
export function suggestChoice(columns: readonly Column[], privacy: PrivacyDescription | undefined, detectors: readonly Detector[]): RiskChoice {
  const named = (names: readonly string[] = []): readonly number[] => columns.filter(column => names.includes(column.name)).map(({ index }) => index);
  const suggested = suggestRoles(columns, detectors);
  const declared = named(privacy?.guarantees?.kAnonymity?.qi);
  const quasi = declared.length > 0 ? declared : suggested.quasiIdentifiers.map(({ index }) => index);
  return {
    quasiIdentifiers: quasi.map(column => ({ column })),
    sensitive: suggested.sensitive.map(({ index }) => index).filter(index => !quasi.includes(index)),
    unit: named(privacy?.unit?.key).filter(index => !quasi.includes(index)),
    missing: privacy?.guarantees?.kAnonymity?.missing ?? 'own-category',
  };
}

/** The l of recursive diversity that are promised. */
export const declaredLs = ({ lDiversity = [] }: Guarantees = {}): readonly number[] => lDiversity.flatMap(({ kind, l }) => (kind === 'recursive' && l !== undefined ? [l] : []));
