import type { Speed } from '../protocol/training.ts';

/**
 * Times the steps of one training run. Steps are gathered into windows of at least `WINDOW_MS`, so that the clock's grain does not matter; the first
 * window is warm-up and left out. Evaluation and reporting happen between steps and are not counted.
 */
export interface Stopwatch {
  step(milliseconds: number, examples: number): void;
  /** Milliseconds spent in steps. */
  readonly spent: number;
  speed(): Speed | null;
}

export function createStopwatch(): Stopwatch {
  const rates: number[] = [];
  let [spent, windowMs, windowExamples, warm] = [0, 0, 0, false];
  return {
    get spent() { return spent; },
    step(milliseconds, examples) {
      spent += milliseconds;
      windowMs += milliseconds;
      windowExamples += examples;
      if (windowMs < WINDOW_MS) return;
      if (warm) rates.push((windowExamples / windowMs) * 1000);
      [windowMs, windowExamples, warm] = [0, 0, true];
    },
    speed: () => (rates.length < LEAST_WINDOWS ? null : summarise(rates)),
  };
}

const WINDOW_MS = 50;
/** Below this a median means little. */
const LEAST_WINDOWS = 3;

function summarise(rates: readonly number[]): Speed {
  const sorted = [...rates].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), lowerQuartile: quantile(sorted, 0.25), upperQuartile: quantile(sorted, 0.75), windows: sorted.length };
}

/** Linear between neighbours (type 7 of Hyndman and Fan 1996). */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const at = (sorted.length - 1) * p;
  const [low, high] = [sorted[Math.floor(at)] ?? NaN, sorted[Math.ceil(at)] ?? NaN];
  return low + (high - low) * (at - Math.floor(at));
}
