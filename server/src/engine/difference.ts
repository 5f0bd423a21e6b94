import { type Control, goesOn } from './pass.ts';

/** Where two texts as UTF-8 part, as offsets into each; both at their end where one is the start of the other. */
export interface Difference {
  readonly first: number;
  readonly second: number;
}

/** Bytes that are compared before others have a turn. */
const STEP = 256 * 1024;
const LF = 10;
const CR = 13;

/**
 * Holds two texts against each other without regard to a byte-order mark at the start and to how lines end: `equal` where not even these differ, `alike`
 * where nothing else does, `undefined` when cancelled.
 */
export async function differenceOf(first: Uint8Array, second: Uint8Array, control: Control): Promise<Difference | 'equal' | 'alike' | undefined> {
  let at: Walked = { first: markLength(first), second: markLength(second), exact: first.length === second.length, parted: false };
  while (!at.parted && at.first < first.length && at.second < second.length) {
    at = walk(first, second, at);
    if (!await goesOn(control)) return undefined;
  }
  if (at.parted || at.first < first.length || at.second < second.length) return at;
  return at.exact ? 'equal' : 'alike';
}

interface Walked extends Difference {
  /** No line end was written in another way. */
  readonly exact: boolean;
  readonly parted: boolean;
}

/** One step further. */
function walk(first: Uint8Array, second: Uint8Array, from: Walked): Walked {
  const end = Math.min(first.length, from.first + STEP);
  let i = from.first;
  let j = from.second;
  let { exact } = from;
  while (i < end && j < second.length) {
    const a = first[i];
    const b = second[j];
    if (a === b && a !== CR) {
      i++;
      j++;
    } else if ((a === LF || a === CR) && (b === LF || b === CR)) {
      const [stepA, stepB] = [lineEndAt(first, i), lineEndAt(second, j)];
      exact &&= a === b && stepA === stepB;
      i += stepA;
      j += stepB;
    } else return { first: i, second: j, exact, parted: true };
  }
  return { first: i, second: j, exact, parted: false };
}

const lineEndAt = (bytes: Uint8Array, at: number): 1 | 2 => (bytes[at] === CR && bytes[at + 1] === LF ? 2 : 1);

const markLength = ([first, second, third]: Uint8Array): 0 | 3 => (first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0);
