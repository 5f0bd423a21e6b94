// What was found out about a content, in one word: its class, and flags.

/** The bits of the class. */
export const CLASS: u32 = 15;
/** An "at" sign is among the bytes. */
export const HAS_AT: u32 = 16;
/** A byte from 0x80 on is among the bytes. */
export const HAS_HIGH: u32 = 32;
/** Flags, length and number are known: a value that came from an exported summary has only its class. */
export const KNOWN: u32 = 64;
/** A quote is among the bytes: what a scan notices on the way, never kept. */
export const HAS_QUOTE: u32 = 256;
