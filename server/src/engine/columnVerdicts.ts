import type { ColumnPrivacy } from '../core/annotation.ts';
import type { Column } from '../core/column.ts';
import type { FieldDescription } from '../core/description.ts';
import type { Detector, Evidence } from '../core/detector.ts';
import { compareEvidence, gradeEvidence, isAboutPeople } from '../privacy/evidence.ts';
import { wilsonLowerBound } from '../util/binomial.ts';
import { hasWord, wordsOf } from '../util/columnWords.ts';

/** What detectors and the description say of one column, side by side. Holds no value. */
export interface ColumnVerdict {
  readonly index: number;
  readonly name: string;
  /** What detectors are surest of; left out where none found anything. */
  readonly found?: FoundType;
  readonly annotation?: ColumnPrivacy;
}

export interface FoundType {
  readonly detector: Detector;
  readonly grade: Evidence['grade'];
  /** Matches among the distinct values that were looked at; both 0 where the name alone speaks. */
  readonly matches: number;
  readonly looked: number;
  /** Share of the values looked at, and the lower end of its 95 % interval (Wilson 1927). */
  readonly share: number;
  readonly atLeast: number;
}

export const verdictsOf = (columns: readonly Pick<Column, 'index' | 'name' | 'evidence' | 'field'>[]): readonly ColumnVerdict[] =>
  columns.map(({ index, name, evidence, field }) => verdictOf(index, name, evidence[0], field));

/** Where no value can be looked at, or shall not be: names alone are low evidence. */
export function verdictsOfNames(names: readonly string[], detectors: readonly Detector[], fieldOf: (index: number) => FieldDescription | undefined): readonly ColumnVerdict[] {
  const words = names.flatMap(wordsOf);
  const people = names.some(name => detectors.some(detector => isAboutPeople(detector) && gradeEvidence(detector, name, 0, 0, { words, people: false })));
  return names.map((name, index) => {
    const [best] = detectors.flatMap(detector => gradeEvidence(detector, name, 0, 0, { words, people }) ?? []).sort(closestTo(wordsOf(name)));
    return verdictOf(index, name, best, fieldOf(index));
  });
}

/** Of names that speak for several things, the longest one that fits is meant: a `first name` is no whole name, a `street name` nobody's. */
const closestTo = (words: readonly string[]) => (a: Evidence, b: Evidence): number =>
  lengthOfName(b.detector, words) - lengthOfName(a.detector, words) || compareEvidence(a, b);

const lengthOfName = ({ nameHints, amongPeople = [] }: Detector, words: readonly string[]): number =>
  Math.max(0, ...[...nameHints, ...amongPeople].filter(hint => hasWord(words, [hint])).map(({ length }) => length));

function verdictOf(index: number, name: string, evidence: Evidence | undefined, field: FieldDescription | undefined): ColumnVerdict {
  const annotation = field?.privacy;
  return { index, name, ...(evidence && { found: foundOf(evidence) }), ...(annotation && { annotation }) };
}

const foundOf = ({ detector, grade, matches, looked }: Evidence): FoundType =>
  ({ detector, grade, matches, looked, share: looked === 0 ? 0 : matches / looked, atLeast: wilsonLowerBound(matches, looked) });
