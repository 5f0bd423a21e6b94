import type { Detector, Evidence } from '../core/detector.ts';
import { binomialTail, wilsonLowerBound } from '../util/binomial.ts';
import { hasWord, wordsOf } from '../util/columnWords.ts';

/**
 * How sure the name of a column and a sample of its distinct values make us that it holds what `detector` looks for; `undefined` where they do not.
 *
 * Content counts when the lower end of the share's confidence interval reaches the detector's threshold (less where the name agrees) and chance alone
 * would hardly do as well: one random 16-digit number in ten passes a card's check digit. Fewer matches than that, but more than chance explains, are
 * low evidence. A name alone counts only where no value could be looked at, since values that were looked at and did not match speak against it.
 */
export function gradeEvidence(
  detector: Detector, columnName: string, sampleMatches: number, sampleSize: number, tableWords: readonly string[] = [],
): Evidence | undefined {
  // Nearly every column ends here, before its name is taken apart.
  if (sampleSize > 0 && sampleMatches === 0) return undefined;
  const words = wordsOf(columnName);
  if (hasWord(words, detector.vetoWords)) return undefined;
  const named = hasWord(words, detector.nameHints);
  if (detector.basis === 'name' && !named) return undefined;
  if (detector.vetoNeighbours && hasWord(tableWords, detector.vetoNeighbours)) return undefined;
  if (detector.neighbours && !hasWord(tableWords, detector.neighbours)) return undefined;
  const grade = sampleSize === 0 ? (named ? 'low' : undefined) : gradeOfContent(detector, named, sampleMatches, sampleSize);
  return grade && { detector, grade: atMost(grade, detector.most), matches: sampleMatches, looked: sampleSize };
}

const GRADES = ['high', 'medium', 'low'] as const;
const BASES = ['check-digit', 'shape', 'list', 'name'];

/** The surest first; of two that are equally sure the one that stands on more, then the one that explains more values, then the rarer by chance. */
export const compareEvidence = (a: Evidence, b: Evidence): number =>
  GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade) || BASES.indexOf(a.detector.basis) - BASES.indexOf(b.detector.basis)
  || b.matches - a.matches || a.detector.chance - b.detector.chance;

const atMost = (grade: Evidence['grade'], most: Evidence['grade'] = 'high'): Evidence['grade'] =>
  GRADES[Math.max(GRADES.indexOf(grade), GRADES.indexOf(most))] ?? grade;

/** How much a name that agrees lowers the share that is asked for. */
const NAME_HELPS = 0.3;
/** How unlikely chance must be. A table has many columns and there are many detectors, so content alone has more to prove. */
const NAMED_CHANCE = 0.01;
const UNNAMED_CHANCE = 1e-6;

/** Share of matches that is worth a remark although the column as a whole is something else. */
const SOME = 0.1;

function gradeOfContent(detector: Detector, named: boolean, matches: number, looked: number): Evidence['grade'] | undefined {
  const threshold = named ? detector.threshold - NAME_HELPS : detector.threshold;
  if (binomialTail(matches, looked, detector.chance) > (named ? NAMED_CHANCE : UNNAMED_CHANCE)) return undefined;
  if (wilsonLowerBound(matches, looked) >= threshold) return named ? 'high' : 'medium';
  return named || matches / looked >= SOME ? 'low' : undefined;
}
