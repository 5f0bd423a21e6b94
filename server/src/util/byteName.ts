const NAMES: Readonly<Record<number, string>> = { 0: 'NUL', 1: 'U+0001', 9: 'Tab', 10: 'LF', 13: 'CR', 32: 'Space', 127: 'DEL' };

/** How a single byte of ASCII is shown to people: itself where it can be seen, else its name or code point. */
export const byteName = (byte: number): string =>
  NAMES[byte] ?? (byte < 32 ? `U+${byte.toString(16).toUpperCase().padStart(4, '0')}` : String.fromCharCode(byte));
