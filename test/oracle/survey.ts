import type { Survey } from '../../server/src/core/kernel.ts';
import type { Dialect } from '../../server/src/core/reading.ts';

/** Quotes and line ends of a block, byte by byte. */
export function surveyOf(bytes: Uint8Array, { quote, lineEnd }: Dialect): Survey {
  const end = lineEnd === 'cr' ? 13 : 10;
  const counts: [number, number] = [0, 0];
  let parity: 0 | 1 = 0;
  for (const byte of bytes) {
    if (quote !== 0 && byte === quote) parity = parity === 0 ? 1 : 0;
    else if (byte === end) counts[parity]++;
  }
  return { parity, lineEnds: counts };
}
