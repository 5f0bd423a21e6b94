import type { Column, NamedValue } from '../core/column.ts';
import type { Detector, Evidence } from '../core/detector.ts';
import { canBeUnnamed, compareEvidence, gradeEvidence, isNamedFor, isRuledOut, tellsOfPeople } from '../privacy/evidence.ts';
import type { Surroundings } from '../privacy/evidence.ts';
import { saysNothing, tableHasWord, wordsOf } from '../util/columnWords.ts';
import { byCompany } from './company.ts';
import { type Control, goesOn } from './pass.ts';
import { withRivals } from './rivals.ts';
import { byteLength, sieveOf } from './sieve.ts';

/** What detectors make of a column, by its name and the texts of some of its values, the surest first; `undefined` when cancelled. */
export type FindEvidence = (name: string, values: readonly NamedValue[], control: Control) => Promise<readonly Evidence[] | undefined>;

/** Looks of detectors at values before others have a turn. */
const LOOKS = 1000;

/**
 * Detectors for the columns of one table. There are many of them, and nearly every value is none of their business: their cheap tests are asked once
 * for all values of a class and length, and what the name of a column rules out is not looked for in it.
 */
export function evidenceFinder(detectors: readonly Detector[], around: Surroundings): FindEvidence {
  const sieve = sieveOf(detectors);
  return async (name, values, control) => {
    const words = wordsOf(name);
    const wanted: (boolean | undefined)[] = [];
    const repeated = areRepeated(values);
    const wants = (detector: Detector, index: number): boolean => wanted[index] ??= mayHold(detector, words, around) && !(repeated && detector.varied);
    const matches = detectors.map(() => 0);
    const texts = values.map(({ text }) => text);
    let looks = 0;
    for (const { class: kind, text } of values) {
      const likely = sieve(kind, byteLength(text));
      for (const index of likely) {
        const detector = detectors[index];
        if (detector && wants(detector, index) && detector.accepts(text)) matches[index] = (matches[index] ?? 0) + 1;
      }
      looks += likely.length;
      if (looks < LOOKS) continue;
      looks = 0;
      if (!await goesOn(control)) return undefined;
    }
    return withRivals(detectors.flatMap((detector, index) => {
      const named = values.length === 0 || detector.hasForm !== undefined && isNamedFor(detector, words, around);
      const mayCount = (matches[index] ?? 0) > 0 || named && wants(detector, index);
      const evidence = mayCount ? gradeEvidence(detector, name, matches[index] ?? 0, values.length, around, texts) : undefined;
      return evidence ? [evidence] : [];
    }).sort(compareEvidence));
  };
}

/** Few words over and over, as kinds of things are named. */
function areRepeated(values: readonly NamedValue[]): boolean {
  return values.length > 0 && values.length <= KINDS && values.reduce((sum, { count }) => sum + count, 0) >= values.length * TIMES;
}
const KINDS = 6;
const TIMES = 15;

/**
 * What says something only beside other columns is looked for once those are known: first beside those that tell persons apart, then by the company that
 * columns without names keep, which may tell that the table is about persons after all. `undefined` when cancelled.
 */
export async function besideOthers(
  columns: readonly Column[], detectors: readonly Detector[], words: readonly string[], control: Control,
): Promise<readonly Column[] | undefined> {
  const first = await amongPeople(columns, detectors, words, control);
  const told = first && byCompany(first, detectors);
  if (!told || told === first || areAboutPeople(columns) || !areAboutPeople(told)) return told;
  const again = await amongPeople(told, detectors, words, control);
  return again && byCompany(again, detectors);
}

const areAboutPeople = (columns: readonly Column[]): boolean => columns.some(({ evidence }) => evidence.some(tellsOfPeople));

/** In columns of which nothing surer is known. */
async function amongPeople(
  columns: readonly Column[], detectors: readonly Detector[], words: readonly string[], control: Control,
): Promise<readonly Column[] | undefined> {
  // A column alone has nothing beside it that would say what it is about.
  if (columns.length > 1 && !areAboutPeople(columns)) return columns;
  const findMore = evidenceFinder(amongThose(detectors), { words, people: true });
  const told: Column[] = [];
  for (const column of columns) {
    const isKnown = column.evidence.some(({ grade }) => grade !== 'low');
    const found = isKnown ? [] : await findMore(column.name, column.values, control);
    if (!found) return undefined;
    const more = found.filter(({ detector }) => column.evidence.every(known => known.detector !== detector));
    told.push(more.length === 0 ? column : { ...column, evidence: [...column.evidence, ...more].sort(compareEvidence) });
  }
  return withoutSeveral(told);
}

/** Takes back what several columns without a telling name were held for and only one can be. */
function withoutSeveral(columns: readonly Column[]): readonly Column[] {
  const guessed = columns.filter(({ name, evidence: [best] }) => best?.detector.single && saysNothing(wordsOf(name)));
  return guessed.length < 2 ? columns : columns.map(column => (guessed.includes(column) ? { ...column, evidence: column.evidence.slice(1) } : column));
}

const AMONG = new WeakMap<readonly Detector[], readonly Detector[]>();

/** The detectors that say something only, or more, beside columns that tell persons apart. */
function amongThose(detectors: readonly Detector[]): readonly Detector[] {
  const those = AMONG.get(detectors) ?? detectors.filter(({ among, amongPeople: hints, together }) => among ?? hints ?? together);
  AMONG.set(detectors, those);
  return those;
}

/** Whether the names of the column and of those beside it leave room for what a detector looks for. */
function mayHold(detector: Detector, words: readonly string[], around: Surroundings): boolean {
  const { words: tableWords, people } = around;
  const { basis, neighbours, vetoNeighbours, among } = detector;
  return (people || !among) && (basis !== 'name' || isNamedFor(detector, words, around) || canBeUnnamed(detector, words, people))
    && !isRuledOut(detector, words) && (!neighbours || tableHasWord(tableWords, neighbours)) && !(vetoNeighbours && tableHasWord(tableWords, vetoNeighbours));
}
