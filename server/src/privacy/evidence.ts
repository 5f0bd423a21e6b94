import type { Detector, Evidence } from '../core/detector.ts';
import { binomialTail, wilsonLowerBound } from '../util/binomial.ts';
import { hasWord, saysNothing, tableHasWord, wordsBeside, wordsOf } from '../util/columnWords.ts';

/** What is known of the table around a column. */
export interface Surroundings {
  /** The words of all its headers. */
  readonly words: readonly string[];
  /** Whether another column tells persons apart: their names, addresses, numbers. */
  readonly people: boolean;
}

const ALONE: Surroundings = { words: [], people: false };

/**
 * How sure the name of a column and a sample of its distinct values make us that it holds what `detector` looks for; `undefined` where they do not.
 *
 * Content counts when the lower end of the share's confidence interval reaches the detector's threshold (less where the name agrees) and chance alone
 * would hardly do as well: one random 16-digit number in ten passes a card's check digit. Fewer matches than that, but more than chance explains, are
 * low evidence. A name alone counts only where no value could be looked at, since values that were looked at and did not match speak against it.
 * Where a shape says nothing without a name, a column without any telling name still counts in a table about people if its values hold together.
 */
export function gradeEvidence(
  detector: Detector, columnName: string, sampleMatches: number, sampleSize: number, around: Surroundings = ALONE, texts: readonly string[] = [],
): Evidence | undefined {
  const { words: tableWords, people } = around;
  // Nearly every column ends here, before its name is taken apart.
  if (sampleSize > 0 && sampleMatches === 0 && !detector.hasForm || detector.among && !people) return undefined;
  const words = wordsOf(columnName);
  if (isRuledOut(detector, words)) return undefined;
  const named = isNamedFor(detector, words, around);
  if (detector.vetoNeighbours && tableHasWord(tableWords, detector.vetoNeighbours)) return undefined;
  if (detector.neighbours && !tableHasWord(tableWords, detector.neighbours)) return undefined;
  const grade = detector.basis === 'name' && !named
    ? canBeUnnamed(detector, words, people) && holdTogether(detector, sampleMatches, texts) ? 'low' : undefined
    : sampleSize === 0 ? (named ? 'low' : undefined) : gradeOfContent(detector, named, sampleMatches, sampleSize, texts) ?? (named ? gradeOfForm(detector, texts) : undefined);
  return grade && { detector, grade: atMost(grade, detector.most), matches: sampleMatches, looked: sampleSize };
}

/** Whether the words of a column name say that it holds what a detector looks for, in a table about people or another one. */
export const isNamedFor = ({ nameHints, amongPeople = [], beside }: Detector, words: readonly string[], { people, words: tableWords }: Surroundings): boolean =>
  hasWord(words, nameHints) || hasWord(words, amongPeople) && (people || beside !== undefined && tableHasWord(tableWords, beside));

/** Whether the name of a column says that it only tells something about the thing: the `status` in `email status` does, the one in `marital status` does not. */
export function isRuledOut(detector: Detector, words: readonly string[]): boolean {
  // A name that stands for none is made of the words for columns, which are things with names as well.
  if (!hasWord(words, detector.vetoWords) || saysNothing(words)) return false;
  const [hint] = excusingHints(detector).filter(each => hasWord(words, each));
  return hint?.[0] === undefined || hasWord(wordsBeside(words, hint[0]), detector.vetoWords);
}

const EXCUSING = new WeakMap<Detector, readonly (readonly [hint: string])[]>();

/** The names for a type that hold a word which would rule it out elsewhere. There are few, and names are asked about often. */
function excusingHints(detector: Detector): readonly (readonly [hint: string])[] {
  const known = EXCUSING.get(detector);
  if (known) return known;
  const hints = [...detector.nameHints, ...detector.amongPeople ?? []].filter(hint => hasWord(wordsOf(hint), detector.vetoWords));
  const made = hints.map(hint => [hint] as const);
  EXCUSING.set(detector, made);
  return made;
}

/** Whether the values of a column whose name says nothing may speak for themselves. */
export const canBeUnnamed = ({ together, tellsItself }: Detector, words: readonly string[], people: boolean): boolean =>
  together !== undefined && (people || tellsItself === true) && saysNothing(words);

/** Fewer values than this hold together by accident. */
const FEW = 2;

const holdTogether = (detector: Detector, matches: number, texts: readonly string[]): boolean =>
  texts.length >= FEW && wilsonLowerBound(matches, texts.length, Z) >= detector.threshold - NAME_HELPS && detector.together?.(texts) === true;

const GRADES = ['high', 'medium', 'low'] as const;
const BASES = ['check-digit', 'shape', 'list', 'name'];

/** The surest first; of two that are equally sure the one that stands on more, then the one that explains more values, then the rarer by chance. */
export const compareEvidence = (a: Evidence, b: Evidence): number =>
  GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade) || BASES.indexOf(a.detector.basis) - BASES.indexOf(b.detector.basis)
  || b.matches - a.matches || a.detector.chance - b.detector.chance;

/** Whether what was found in a column says that the table is about people: it names them, or hardly anything but a person has it. */
export const tellsOfPeople = ({ detector, grade, matches, looked }: Evidence): boolean =>
  (grade !== 'low' || detector.role !== 'direct-identifier' || matches === looked && matches >= ALL) && isAboutPeople(detector);

/** So many values that all match are low evidence by their number only. */
const ALL = 4;

/** Whether hardly anything but persons has what a detector looks for. */
export const isAboutPeople = ({ category }: Detector): boolean => PEOPLE.some(part => `${category}.`.startsWith(`${part}.`));

const PEOPLE = [
  'user.name', 'user.contact.email', 'user.government_id', 'user.demographic', 'user.health_and_medical', 'user.biometric',
  'user.account',
];

const atMost = (grade: Evidence['grade'], most: Evidence['grade'] = 'high'): Evidence['grade'] =>
  GRADES[Math.max(GRADES.indexOf(grade), GRADES.indexOf(most))] ?? grade;

/** How much a name that agrees lowers the share that is asked for. */
const NAME_HELPS = 0.3;
/** How unlikely chance must be. A table has many columns and there are many detectors, so content alone has more to prove. */
const NAMED_CHANCE = 0.01;
const UNNAMED_CHANCE = 1e-6;
/** And for low evidence, where nearly all values match: five rows cannot say more. Where the name agrees, no number of rows is too small for that. */
const HINT_CHANCE = 1e-3;
/** Words of a list that must match before anything is held for sure: a few are in one by accident, whatever the column is called. */
const WORDS = 5;
/** One standard error: five of five are enough to reach a threshold of 0.8, four of five are not. */
const Z = 1;

/** Share of matches that is worth a remark although the column as a whole is something else; words are in lists by accident more often. */
const SOME = 0.1;
const SOME_WORDS = 0.4;

function gradeOfContent(detector: Detector, named: boolean, matches: number, looked: number, texts: readonly string[]): Evidence['grade'] | undefined {
  const threshold = named ? detector.threshold - NAME_HELPS : detector.threshold;
  const chance = binomialTail(matches, looked, detector.chance);
  const enough = wilsonLowerBound(matches, looked, Z) >= threshold;
  if (chance > (named ? NAMED_CHANCE : UNNAMED_CHANCE)) return enough && (named || chance <= HINT_CHANCE) ? 'low' : undefined;
  if (enough) return named && (detector.basis !== 'list' || matches >= WORDS && matches * 2 >= looked) ? 'high' : 'medium';
  return named || matches / looked >= (detector.basis === 'list' ? SOME_WORDS : SOME) && !areOneKind(detector, texts) ? 'low' : undefined;
}

/** A name and the form of numbers that fail their check, as those of samples and tests do. */
function gradeOfForm({ hasForm }: Detector, texts: readonly string[]): 'low' | undefined {
  return hasForm && texts.length >= FEWEST_FORMS && texts.filter(text => hasForm(text)).length >= texts.length * OF_ONE_FORM ? 'low' : undefined;
}
const [FEWEST_FORMS, OF_ONE_FORM] = [3, 0.9];

/** Whether what does not match is mostly digits as long as what does: then all are numbers of one kind, of which some match by accident. */
function areOneKind(detector: Detector, texts: readonly string[]): boolean {
  const lengths = new Set(texts.filter(text => detector.accepts(text)).map(({ length }) => length));
  const others = texts.filter(text => !detector.accepts(text));
  return others.length > 0 && others.filter(text => /^\d+$/.test(text) && lengths.has(text.length)).length * 2 > others.length;
}
