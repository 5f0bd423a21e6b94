import type { Declared, Format } from '../../core/format.ts';
import type { Kernel } from '../../core/kernel.ts';

/** What a detection looks at: it says the same of the same. */
interface Asked {
  readonly kernel: Kernel;
  readonly format: Format;
  readonly fileName: string;
  readonly declared: Declared;
  readonly head: Uint8Array;
}

interface Known extends Asked {
  readonly detected: ReturnType<Format['detect']>;
}

/** The last detections, the newest first: a document is checked after every pause in typing, and its start seldom changes. */
let known: readonly Known[] = [];
const MOST = 4;
/** Longer heads are those of files whose first line is unheard of. */
const LONGEST = 256 * 1024;

/** How a format reads a text that begins so. */
export function detect(asked: Asked): ReturnType<Format['detect']> {
  const { kernel, format, fileName, declared, head } = asked;
  const before = known.find(one => isSame(one, asked));
  if (before) return before.detected;
  const detected = format.detect(kernel, head, fileName, declared);
  if (head.length <= LONGEST) known = [{ ...asked, detected }, ...known.slice(0, MOST - 1)];
  return detected;
}

function isSame(one: Asked, { kernel, format, fileName, declared, head }: Asked): boolean {
  return one.kernel === kernel && one.format === format && one.fileName === fileName && one.head.length === head.length
    && JSON.stringify(one.declared) === JSON.stringify(declared) && one.head.every((byte, i) => byte === head[i]);
}
