/** What to do when the server died by itself. */
export type Verdict =
  /** Start it again and say so. */
  | 'restart-and-say'
  /** Start it again; that was said before. */
  | 'restart'
  /** It dies too often: leave it, and offer to start it by hand. */
  | 'stay-down';

/** A server that ran this long before it died is worth another start. */
const STEADY_MILLISECONDS = 3 * 60_000;

/** Decides after each death. The first restart of a session is announced, later ones only logged. `now` counts milliseconds. */
export function restartPolicy(now: () => number): { started(): void; died(): Verdict; forgive(): void } {
  let startedAt = now();
  let restarts = 0;
  let said = false;
  return {
    started: () => { startedAt = now(); },
    died() {
      if (now() - startedAt >= STEADY_MILLISECONDS) restarts = 0;
      if (restarts > 0) return 'stay-down';
      restarts++;
      const verdict = said ? 'restart' : 'restart-and-say';
      said = true;
      return verdict;
    },
    /** The user restarts by hand: what was before does not count. */
    forgive: () => { restarts = 0; },
  };
}
