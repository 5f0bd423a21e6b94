import type { Detector } from '../core/detector.ts';
import type { PresentClass } from '../core/summary.ts';

/** Which detectors, by index, would look at a value of a class and length in bytes. */
export type Sieve = (kind: PresentClass, bytes: number) => readonly number[];

/** What a class and a length rule out is the same in every table. */
const sieves = new WeakMap<readonly Detector[], Sieve>();

/** The cheap tests of detectors, each asked once for all values of a class and length. */
export function sieveOf(detectors: readonly Detector[]): Sieve {
  const before = sieves.get(detectors) ?? makeSieve(detectors);
  sieves.set(detectors, before);
  return before;
}

/** Bytes of a text from which on nothing is remembered of its length. */
const LONG = 4096;

function makeSieve(detectors: readonly Detector[]): Sieve {
  const known = new Map<PresentClass, (readonly number[] | undefined)[]>();
  return (kind, bytes) => {
    let byLength = known.get(kind);
    if (!byLength) known.set(kind, byLength = []);
    const likely = byLength[bytes] ?? detectors.flatMap((detector, index) => (detector.mayBe(kind, bytes) ? [index] : []));
    if (bytes < LONG) byLength[bytes] = likely;
    return likely;
  };
}

const encoder = new TextEncoder();

/** Bytes in UTF-8. Nearly all texts are plain ASCII and have as many bytes as characters. */
export const byteLength = (text: string): number => (ASCII.test(text) ? text.length : encoder.encode(text).length);
const ASCII = /^[\x00-\x7f]*$/;
