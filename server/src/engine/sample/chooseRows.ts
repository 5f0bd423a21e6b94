import { SAMPLE_ROWS } from '../../core/sample.ts';
import { mix } from '../../util/mix.ts';

/**
 * Neighbouring rows that are taken together. A row costs reading the chunk it is in, so single rows would mean reading nearly every file whole; runs
 * of this length leave a few hundred places all over the table, enough for shares and correlations.
 */
export const RUN = 64;
const SEED = 0x11e7e1;

/** Rows to sample of a table, ascending: all of a small one, else the runs whose numbers have the smallest hashes. */
export function chooseRows(records: number, most = SAMPLE_ROWS): Uint32Array {
  if (records <= most) return Uint32Array.from({ length: records }, (_, i) => i);
  const runs = smallestHashes(Math.ceil(records / RUN), Math.max(1, Math.floor(most / RUN)));
  return Uint32Array.from(runs.flatMap(run => Array.from({ length: Math.min(RUN, records - run * RUN) }, (_, i) => run * RUN + i)));
}

/** The `wanted` numbers below `limit` with the smallest hashes, ascending. */
function smallestHashes(limit: number, wanted: number): readonly number[] {
  const bound = Math.min(2 ** 32, ((wanted + 8 * Math.sqrt(wanted) + 8) / limit) * 2 ** 32);
  const found: { readonly run: number; readonly hash: number }[] = [];
  for (let run = 0; run < limit; run++) {
    const hash = mix(run, SEED);
    if (hash < bound) found.push({ run, hash });
  }
  return found.sort((a, b) => a.hash - b.hash || a.run - b.run).slice(0, wanted).map(({ run }) => run).sort((a, b) => a - b);
}
