/** Work in parts of a few milliseconds: whoever does it may give others a turn after each. */
export type InParts<T> = Generator<undefined, T>;

/** The same without turns. */
export function atOnce<T>(parts: InParts<T>): T {
  for (;;) {
    const part = parts.next();
    if (part.done === true) return part.value;
  }
}
