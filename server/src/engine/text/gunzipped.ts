import { Gunzip } from 'fflate';
import type { Source } from '../../core/format.ts';
import { crc32 } from '../../util/crc32.ts';
import { inTurn } from './inTurn.ts';

/** Packed bytes taken at a time. Deflate packs 1,032 to 1 at best, so one step never gives more than 17 MB. */
const STEP = 16 * 1024;
/** Text from the start of the file that is kept: small files are unpacked once, others again for each pass. */
const KEPT_HEAD = 32 * 1024 * 1024;
/** Text before the reading position that is kept beyond that, for readers that look back a little. */
const KEPT_TAIL = 1024 * 1024;
const FOOTER = 8;

interface Run {
  readonly start: number;
  readonly bytes: Uint8Array;
}

/**
 * The text of a gzip file (RFC 1952, of one or several members), unpacked as it is read. Reading goes forward; further back than what is kept it
 * starts again. What a file that is cut short or damaged still gives is given, and `broken` tells.
 */
export class Gunzipped implements Source {
  readonly #packed: Source;
  readonly #keep: { readonly head: number; readonly tail: number };
  readonly #head: Run[] = [];
  #stream: Stream;
  #tail: Run[] = [];
  #size: number | undefined;
  #broken = false;

  /** `keep`: bytes of text that are kept from the start of the file, and before the reading position beyond that. */
  constructor(packed: Source, keep = { head: KEPT_HEAD, tail: KEPT_TAIL }) {
    this.#packed = packed;
    this.#keep = keep;
    this.#stream = new Stream(packed);
  }

  get size(): number | undefined {
    return this.#size;
  }

  /** True once it was seen that the file ends too early, or that its bytes are not what was packed. */
  get broken(): boolean {
    return this.#broken;
  }

  readonly read = inTurn(async (target: Uint8Array, position: number): Promise<number> => {
    for (;;) {
      const run = runAt(this.#head, position) ?? runAt(this.#tail, position);
      if (run) return copy(run, target, position);
      if (this.#size !== undefined && position >= this.#size) return 0;
      if (position < this.#stream.position) this.#restart();
      await this.#goOn();
    }
  });

  #restart(): void {
    this.#stream = new Stream(this.#packed);
    this.#tail = [];
  }

  async #goOn(): Promise<void> {
    const { stream, head } = { stream: this.#stream, head: this.#head };
    const runs = await stream.next();
    if (!runs) {
      this.#size = stream.position;
      this.#broken ||= stream.broken;
      return;
    }
    for (const run of runs) {
      const kept = head.at(-1);
      if (run.start === (kept ? kept.start + kept.bytes.length : 0) && run.start + run.bytes.length <= this.#keep.head) head.push(run);
      else this.#tail.push(run);
    }
    this.#tail = this.#tail.filter(({ start, bytes }) => start + bytes.length > stream.position - this.#keep.tail || start >= stream.lastStart);
  }
}

/** The run that holds a position; runs are in order, and the latest is the likeliest. */
function runAt(runs: readonly Run[], position: number): Run | undefined {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.start ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  const run = runs[low - 1];
  return run && position < run.start + run.bytes.length ? run : undefined;
}

function copy({ start, bytes }: Run, target: Uint8Array, position: number): number {
  const part = bytes.subarray(position - start, position - start + target.length);
  target.set(part);
  return part.length;
}

/** One way through a packed file, from its start. Sums and lengths of all members are compared with what the file says of them. */
class Stream {
  /** Bytes of text so far. */
  position = 0;
  /** Where the runs of the last step began. */
  lastStart = 0;
  broken = false;
  readonly #packed: Source;
  readonly #gunzip = new Gunzip();
  readonly #input = new Uint8Array(STEP);
  #runs: Run[] = [];
  #taken = 0;
  #ended = false;
  #crc = 0;
  #length = 0;
  /** The last packed bytes: the footer of a member stands before the next one begins, or at the end. */
  #recent: Uint8Array = new Uint8Array(0);

  constructor(packed: Source) {
    this.#packed = packed;
    this.#gunzip.ondata = bytes => this.#add(bytes);
    this.#gunzip.onmember = offset => this.#endMember(offset);
  }

  /** The next runs of text, perhaps none; `undefined` at the end. */
  async next(): Promise<readonly Run[] | undefined> {
    if (this.#ended) return undefined;
    const count = await this.#packed.read(this.#input, this.#taken);
    this.#runs = [];
    this.lastStart = this.position;
    if (count === 0) this.#finish();
    else this.#push(this.#input.slice(0, count));
    return this.#runs.length > 0 || !this.#ended ? this.#runs : undefined;
  }

  #push(bytes: Uint8Array): void {
    this.#recent = joined(this.#recent.subarray(-STEP), bytes);
    this.#taken += bytes.length;
    try {
      this.#gunzip.push(bytes);
    } catch {
      this.broken ||= !this.#isComplete();
      this.#ended = true;
    }
  }

  #finish(): void {
    this.#ended = true;
    this.broken ||= !this.#isComplete();
  }

  #add(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#runs.push({ start: this.position, bytes });
    this.position += bytes.length;
    this.#length += bytes.length;
    this.#crc = crc32(bytes, this.#crc);
  }

  #endMember(offset: number): void {
    this.broken ||= !this.#isSum(offset);
    this.#crc = 0;
    this.#length = 0;
  }

  /** Zeros after the last member are padding, as some programs add it; the footer itself may end in zeros. Anything else there is damage. */
  #isComplete(): boolean {
    const end = this.#taken - trailingZeros(this.#recent);
    return this.#isSum(this.#taken) || Array.from({ length: FOOTER }, (_, zeros) => end + zeros).some(at => at < this.#taken && this.#isSum(at));
  }

  /** Whether the footer that ends at a packed offset fits what was unpacked. */
  #isSum(offset: number): boolean {
    const end = offset - (this.#taken - this.#recent.length);
    if (end < FOOTER || end > this.#recent.length) return false;
    const footer = new DataView(this.#recent.buffer, this.#recent.byteOffset + end - FOOTER, FOOTER);
    return footer.getUint32(0, true) === this.#crc && footer.getUint32(4, true) === this.#length % 2 ** 32;
  }
}

function trailingZeros(bytes: Uint8Array): number {
  let count = 0;
  while (count < bytes.length && bytes[bytes.length - 1 - count] === 0) count += 1;
  return count;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
