import type { Source } from '../../core/format.ts';

/**
 * A source in which `\\"` reads `""`: two bytes for two bytes, so that every offset stays what it is and the tokenizer needs to know of one way of
 * writing quotes only. An escape that is escaped itself keeps its quote: `\\\\"` ends a cell.
 */
export function withDoubledQuotes(source: Source, quote: number, escape: number): Source {
  return {
    ...source,
    get size() {
      return source.size;
    },
    async read(target, position) {
      const count = await source.read(target, position);
      if (count === 0) return 0;
      let odd = await isEscapedAt(source, escape, position);
      for (let i = 0; i < count; i++) {
        const byte = target[i];
        if (odd && byte === quote && i > 0) target[i - 1] = quote;
        odd = byte === escape && !odd;
      }
      if (odd && await byteAt(source, position + count) === quote) target[count - 1] = quote;
      return count;
    },
  };
}

/** Whether the byte at `position` stands behind an odd number of escapes. */
async function isEscapedAt(source: Source, escape: number, position: number): Promise<boolean> {
  let before = 0;
  while (before < position && await byteAt(source, position - 1 - before) === escape) before++;
  return before % 2 === 1;
}

async function byteAt(source: Source, position: number): Promise<number | undefined> {
  const one = new Uint8Array(1);
  return await source.read(one, position) === 1 ? one[0] : undefined;
}

/** The same for bytes at hand, in a copy. */
export function doubleQuotes(bytes: Uint8Array, quote: number, escape: number): Uint8Array {
  const copy = bytes.slice();
  let odd = false;
  for (let i = 0; i < copy.length; i++) {
    const byte = copy[i];
    if (odd && byte === quote) copy[i - 1] = quote;
    odd = byte === escape && !odd;
  }
  return copy;
}
