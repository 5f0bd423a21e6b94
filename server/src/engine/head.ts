import type { Source } from '../core/format.ts';
import { readAll } from '../util/readFile.ts';

const SAMPLE = 64 * 1024;
/** A first line longer than this is cut where it is; the tokenizer's limit for one record is the same. */
const LONGEST = 8 * 1024 * 1024;

/** The first bytes of a source: a sample of 64 KB, or more until it holds a line break. */
export async function readHead(source: Source): Promise<Uint8Array> {
  for (let size = SAMPLE; ; size *= 4) {
    const head = await readAll(source, Math.min(size, LONGEST));
    if (head.length < size || size >= LONGEST || head.includes(10) || head.includes(13)) return head;
  }
}
