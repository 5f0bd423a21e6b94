import type { Profiler } from 'node:inspector';

/** How long an extension host was busy without a break, in milliseconds: with whatever it was, and with calls from some scripts. */
export interface Blocks {
  readonly longest: number;
  readonly ours: number;
}

/** The longest runs of samples in which the processor was not idle, and in which a function of `scripts` was being called. */
export function blocksIn({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile, scripts: RegExp): Blocks {
  const idle = new Set(nodes.filter(({ callFrame }) => callFrame.functionName === '(idle)').map(({ id }) => id));
  const ours = calledFrom(nodes, scripts);
  let [longest, longestOurs, run, runOurs] = [0, 0, 0, 0];
  for (const [i, sample] of samples.entries()) {
    const milliseconds = (timeDeltas[i + 1] ?? 0) / 1000;
    run = idle.has(sample) ? 0 : run + milliseconds;
    runOurs = ours.has(sample) ? runOurs + milliseconds : 0;
    longest = Math.max(longest, run);
    longestOurs = Math.max(longestOurs, runOurs);
  }
  return { longest, ours: longestOurs };
}

/** Nodes that are functions of some scripts, or are called by one directly or not. Callers come before those they call. */
function calledFrom(nodes: readonly Profiler.ProfileNode[], scripts: RegExp): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { id, callFrame, children = [] } of nodes) {
    if (!found.has(id) && !scripts.test(callFrame.url)) continue;
    found.add(id);
    for (const child of children) found.add(child);
  }
  return found;
}
