/** What one contender did: examples a second (median of windows) and the losses of the first steps. */
export interface Measured {
  readonly speed: number;
  readonly losses: readonly number[];
  readonly peakBytes: number;
}

/** Steps until a step takes its usual time. */
const WARM = 3;
const LEAST_WINDOWS = 3;
/** Milliseconds after which one step to warm up and one that is timed must do. */
const LONG = 15_000;

/** Times steps for some seconds; `step` resolves to the loss before it. */
export async function measure(step: (at: number) => Promise<number>, batch: number, seconds: number): Promise<Measured> {
  const losses: number[] = [];
  const begun = performance.now();
  for (let at = 0; at < WARM && (at === 0 || performance.now() - begun < LONG); at++) losses.push(await step(at));
  const rates: number[] = [];
  const end = performance.now() + seconds * 1000;
  for (let at = WARM; performance.now() < end || rates.length < (performance.now() - begun < LONG ? LEAST_WINDOWS : 1);) {
    const [from, start] = [at, performance.now()];
    do await step(at++); while (performance.now() - start < (seconds * 1000) / 12);
    rates.push(((at - from) * batch * 1000) / (performance.now() - start));
  }
  rates.sort((a, b) => a - b);
  return { speed: rates[rates.length >> 1] ?? NaN, losses, peakBytes: process.resourceUsage().maxRSS * 1024 };
}
