import type { Source } from '../core/format.ts';

/** Fills `target` as far as the source goes, which may give less than it is asked for. So chunks do not depend on how the bytes come. */
export async function readInto(source: Source, target: Uint8Array, position: number): Promise<number> {
  let filled = 0;
  for (let came = -1; came !== 0 && filled < target.length; filled += came) came = await source.read(target.subarray(filled), position + filled);
  return filled;
}
