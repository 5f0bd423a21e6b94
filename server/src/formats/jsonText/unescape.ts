import { resolveEscapes } from '../../util/jsonString.ts';

const QUOTE = 34;

/**
 * Resolves the escapes of the string at `[start, end)`, quotes included, in place, and returns where it starts now: it still ends at `end`. A quote of the
 * content is doubled, as cells have it, so no escape gets longer. Half a character becomes U+FFFD, which is what encoders make of it.
 */
export function unescape(bytes: Uint8Array, start: number, end: number): number {
  let to = resolveEscapes(bytes, start + 1, end - 1, bytes, start + 1, true);
  bytes[to++] = QUOTE;
  bytes.copyWithin(end - (to - start), start, to);
  return end - (to - start);
}
