import type { SteppedFeature } from './classForest.ts';
import type { Coded } from './contingency.ts';

/** Steps of a quantity, and categories that have a step each. */
const STEPS = 128;
const CATEGORIES = 32;

/** A quantity cut at its quantiles; numbers that are missing are a step below all others. */
export function stepsOfNumbers(numbers: Float64Array): SteppedFeature {
  const sorted = numbers.filter(number => Number.isFinite(number)).sort();
  const cuts = [...new Set(Array.from({ length: STEPS - 1 }, (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / STEPS)] ?? 0))];
  const stepOf = (number: number): number => {
    let [low, high] = [0, cuts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cuts[middle] ?? 0) <= number) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
  return { steps: Uint8Array.from(numbers, number => (Number.isNaN(number) ? 0 : stepOf(number))), ordered: true };
}

/** Categories: the commonest ones have a step each, all others share one, and cells that are missing another. */
export function stepsOfCodes({ codes, levels }: Coded): SteppedFeature {
  const counts = new Uint32Array(levels);
  for (const code of codes) if (code >= 0) counts[code] = (counts[code] ?? 0) + 1;
  const commonest = [...counts.keys()].sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b).slice(0, CATEGORIES);
  const stepOf = new Map(commonest.map((code, i) => [code, i + 2]));
  return { steps: Uint8Array.from(codes, code => (code < 0 ? 0 : stepOf.get(code) ?? 1)), ordered: false };
}
