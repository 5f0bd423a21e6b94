import type { NamedValue } from '../core/column.ts';
import type { Detector, Evidence } from '../core/detector.ts';
import type { PresentClass } from '../core/summary.ts';
import { compareEvidence, gradeEvidence } from '../privacy/evidence.ts';
import { hasWord, wordsOf } from '../util/columnWords.ts';

/** What detectors make of a column, by its name and the texts of some of its values, the surest first. */
export type FindEvidence = (name: string, values: readonly NamedValue[]) => readonly Evidence[];

/**
 * Detectors for the columns of one table. There are many of them, and nearly every value is none of their business: their cheap tests are asked once
 * for all values of a class and length, and what the name of a column rules out is not looked for in it.
 */
export function evidenceFinder(detectors: readonly Detector[], tableWords: readonly string[]): FindEvidence {
  const sieve = sieveOf(detectors);
  return (name, values) => {
    const words = wordsOf(name);
    const wanted = detectors.map(detector => mayHold(detector, words, tableWords));
    const matches = detectors.map(() => 0);
    for (const { class: kind, text } of values) {
      for (const index of sieve(kind, byteLength(text))) {
        if (wanted[index] && detectors[index]?.accepts(text)) matches[index] = (matches[index] ?? 0) + 1;
      }
    }
    return detectors.flatMap((detector, index) => {
      const evidence = wanted[index] ? gradeEvidence(detector, name, matches[index] ?? 0, values.length, tableWords) : undefined;
      return evidence ? [evidence] : [];
    }).sort(compareEvidence);
  };
}

/** Whether the names of the column and of those beside it leave room for what a detector looks for. */
function mayHold({ basis, nameHints, vetoWords, neighbours, vetoNeighbours }: Detector, words: readonly string[], tableWords: readonly string[]): boolean {
  return (basis !== 'name' || hasWord(words, nameHints)) && !hasWord(words, vetoWords)
    && (!neighbours || hasWord(tableWords, neighbours)) && !(vetoNeighbours && hasWord(tableWords, vetoNeighbours));
}

/** Which detectors, by index, would look at a value of a class and length in bytes. */
function sieveOf(detectors: readonly Detector[]): (kind: PresentClass, bytes: number) => readonly number[] {
  const known = new Map<PresentClass, (readonly number[] | undefined)[]>();
  return (kind, bytes) => {
    let byLength = known.get(kind);
    if (!byLength) known.set(kind, byLength = []);
    return byLength[bytes] ??= detectors.flatMap((detector, index) => (detector.mayBe(kind, bytes) ? [index] : []));
  };
}

const encoder = new TextEncoder();

/** In UTF-8. Nearly all texts are plain ASCII and have as many bytes as characters. */
const byteLength = (text: string): number => (ASCII.test(text) ? text.length : encoder.encode(text).length);
const ASCII = /^[\x00-\x7f]*$/;
