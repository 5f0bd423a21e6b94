import { isUnsettled, type Chunk } from '../core/chunk.ts';
import { RECORD_LIMIT } from '../kernel/tokenizer.ts';

/** Bytes by which a record that is cut may fall short of the limit, so that no character is cut. */
const SHORT = 4;

/**
 * Tells whether the records of a stretch are what they are in the whole file. A quote is known not to be closed by bytes within the stretch, unless it is in
 * the last chunk, where their end may have told. Of a record that is too long nobody looked for the end.
 */
export class Settled {
  #isCut = false;
  #isOpen = false;

  note(chunk: Chunk): void {
    this.#isCut ||= chunk.bytes.length >= RECORD_LIMIT - SHORT;
    this.#isOpen = isUnsettled(chunk);
  }

  get doubtful(): boolean {
    return this.#isCut || this.#isOpen;
  }
}
