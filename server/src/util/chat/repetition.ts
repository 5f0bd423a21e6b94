/** Bytes of a passage: four or five words of English, eight characters of Chinese. */
const PASSAGE = 24;
/** Bytes of a text that are looked at: one that goes round in circles does so from its beginning, or is long. */
const LOOKED = 4096;
/** Fewer passages are said again by chance, or make a verse. */
const FEWEST = 40;
const SLOTS = 1 << 13;

/** Tells how much of a text says again what it has said. */
export class RepetitionMeter {
  readonly #hashes = new Uint32Array(SLOTS);
  readonly #turns = new Uint32Array(SLOTS);
  #turn = 0;

  /** The share, in [0, 1], of passages from the start of a word on that occurred before in the UTF-8 at `[start, end)`; 0 where there are few. */
  share(bytes: Uint8Array, start: number, end: number): number {
    this.#turn++;
    let [all, again] = [0, 0];
    const last = Math.min(end, start + LOOKED) - PASSAGE;
    for (let at = start; at <= last; at++) {
      if (!isWordStart(bytes, at, start)) continue;
      all++;
      if (this.#isKnown(passageHash(bytes, at))) again++;
    }
    return all < FEWEST ? 0 : again / all;
  }

  #isKnown(hash: number): boolean {
    let slot = hash % SLOTS;
    for (; this.#turns[slot] === this.#turn; slot = (slot + 1) % SLOTS) if (this.#hashes[slot] === hash) return true;
    [this.#turns[slot], this.#hashes[slot]] = [this.#turn, hash];
    return false;
  }
}

/** The first letter behind a space or a line break, escaped or not, or a Chinese character. */
function isWordStart(bytes: Uint8Array, at: number, start: number): boolean {
  const byte = bytes[at] ?? 0;
  if (byte >= 0xe4 && byte <= 0xe9) return true;
  if ((byte | 32) < 97 || (byte | 32) > 122) return false;
  const before = at === start ? SPACE : bytes[at - 1] ?? 0;
  return before <= SPACE || before === LETTER_N && bytes[at - 2] === BACKSLASH;
}

const [SPACE, LETTER_N, BACKSLASH] = [32, 110, 92];

/** FNV-1a over the bytes of a passage. */
function passageHash(bytes: Uint8Array, at: number): number {
  let hash = 0x811c9dc5;
  for (let i = at; i < at + PASSAGE; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
  return hash >>> 0;
}
