import { ARRAY, BOOLEAN, DEEP, NESTED, NULL, NUMBER, STRING } from './kinds.ts';
import type { PathNode, Paths } from './paths.ts';
import { NestedScanner } from './nested.ts';
import { Lexer } from './lexer.ts';

/** Objects below this depth are one cell each, as arrays are: paths longer than that are no columns anybody would name. */
const COLUMN_DEPTH = 16;

/** One value of a record. Offsets are into the scanned bytes; those of a string include its quotes. */
export interface Entry {
  node: PathNode;
  kind: number;
  start: number;
  end: number;
  keyStart: number;
  keyEnd: number;
  escaped: boolean;
}

/**
 * Takes one JSON value apart into entries, one for each scalar, array and object. It keeps nothing of the value but offsets, decodes nothing, and does
 * not recurse, so nesting costs memory and no stack.
 */
export class RecordScanner extends Lexer {
  readonly #paths: Paths;
  readonly #nested = new NestedScanner(this);
  readonly #entries: Entry[] = [];
  /** Entries of the record in `entry`; more may be left from records before. */
  count = 0;
  /** Keys that their object has already, as offsets. */
  readonly repeated: { readonly node: PathNode; readonly start: number; readonly end: number; readonly nested: boolean }[] = [];
  #serial = 0;
  readonly #stack: PathNode[] = [];
  readonly #hints: number[] = [];

  constructor(paths: Paths) {
    super();
    this.#paths = paths;
  }

  entry(index: number): Entry | undefined {
    return this.#entries[index];
  }

  /** Scans the value that starts at `from`, which is no white space, and returns where it ends, or -1 where it is broken; then `fault` says how. */
  scan(bytes: Uint8Array, from: number, end: number): number {
    this.count = 0;
    if (this.repeated.length > 0) this.repeated.length = 0;
    this.#serial++;
    this.begin(bytes, end);
    return bytes[from] === 123 ? this.#object(from) : this.#leaf(this.#paths.root, from, from, from);
  }

  /** Makes ready for `leaf` on a document. */
  start(bytes: Uint8Array): void {
    this.begin(bytes, bytes.length);
  }

  /** One value of a column that is known, as one cell whatever it is; `undefined` where it is broken. */
  leaf(node: PathNode, at: number, keyStart: number, keyEnd: number): Entry | undefined {
    this.count = 0;
    const [entry] = this.#leaf(node, at, keyStart, keyEnd) < 0 ? [] : this.#entries;
    return entry && { ...entry };
  }

  /** The members of an object and of those below it, in one loop over local variables: this is where a scan spends its time. */
  #object(from: number): number {
    const { bytes, end: stop } = this;
    let node = this.#paths.root;
    let depth = 0;
    let hint = 0;
    let at = this.space(from + 1);
    let closed = this.byteAt(at) === 125;
    for (;;) {
      let end = at + 1;
      if (!closed) {
        const likely = node.children[hint];
        let child = likely;
        let keyEnd = likely ? likely.endOfKey(bytes, at) : -1;
        if (child && keyEnd >= 0) hint++;
        else {
          keyEnd = this.key(at);
          if (keyEnd < 0) return -1;
          child = node.child(bytes, at + 1, keyEnd, this.#paths.header);
          hint = node.children.indexOf(child) + 1;
        }
        if (child.seen === this.#serial) this.#repeat(child, at, keyEnd + 1);
        child.seen = this.#serial;
        let value = keyEnd + 2;
        if (bytes[keyEnd + 1] !== 58 || value >= stop) value = this.colon(keyEnd + 1);
        else if ((bytes[value] ?? 0) <= 32) value = this.space(value);
        if (value < 0) return -1;
        if (bytes[value] === 123 && depth < COLUMN_DEPTH && value < stop) {
          this.#add(child, NESTED, value, value, at, keyEnd + 1, false);
          this.#stack[depth] = node;
          this.#hints[depth++] = hint;
          node = child;
          hint = 0;
          at = this.space(value + 1);
          closed = this.byteAt(at) === 125;
          continue;
        }
        end = this.#leaf(child, value, at, keyEnd + 1);
        if (end < 0) return -1;
      } else if (depth === 0) {
        return end;
      } else {
        node = this.#stack[--depth] ?? node;
        hint = this.#hints[depth] ?? 0;
      }
      // A member has ended: a comma and the next key follow, or the end of the object.
      at = end < stop && (bytes[end] ?? 0) > 32 ? end : this.space(end);
      closed = at < stop && bytes[at] === 125;
      if (closed) continue;
      if (at >= stop || bytes[at] !== 44) return this.failAfterValue(at, 125);
      at++;
      if (at >= stop || (bytes[at] ?? 0) <= 32) at = this.space(at);
      closed = at < stop && bytes[at] === 125;
      if (closed) this.forgive('trailing-comma', this.before(at));
    }
  }

  /** Any value but an object with columns of its own. */
  #leaf(node: PathNode, at: number, keyStart: number, keyEnd: number): number {
    const byte = this.byteAt(at);
    const whole = keyStart === at;
    let kind = NUMBER;
    let end: number;
    if (byte === 34) {
      kind = STRING;
      end = this.string(at) + 1;
      if (end === 0) return -1;
    } else if (byte === 91 || byte === 123) {
      kind = byte === 91 ? ARRAY : DEEP;
      end = this.#nested.scan(at);
      for (const { start, end: stop } of this.#nested.repeated.splice(0)) this.repeated.push({ node, start, end: stop, nested: true });
    } else if (byte === 45 || (byte >= 48 && byte <= 57)) {
      end = this.number(at);
    } else {
      end = this.word(at);
      kind = byte === 110 ? NULL : byte === 116 || byte === 102 ? BOOLEAN : NUMBER;
    }
    if (end < 0) return -1;
    this.#add(node, kind, at, end, keyStart, whole ? end : keyEnd, kind === STRING && this.escaped);
    return end;
  }

  #add(node: PathNode, kind: number, start: number, end: number, keyStart: number, keyEnd: number, escaped: boolean): void {
    const entry = this.#entries[this.count++];
    if (!entry) {
      this.#entries.push({ node, kind, start, end, keyStart, keyEnd, escaped });
      return;
    }
    entry.node = node;
    entry.kind = kind;
    entry.start = start;
    entry.end = end;
    entry.keyStart = keyStart;
    entry.keyEnd = keyEnd;
    entry.escaped = escaped;
  }

  /** Of keys that repeat, readers take the last: the value before it is dropped. */
  #repeat(node: PathNode, start: number, end: number): void {
    this.repeated.push({ node, start, end, nested: false });
    for (let i = 0; i < this.count; i++) {
      const entry = this.#entries[i];
      if (entry?.node === node && entry.kind !== NESTED) {
        this.#entries.push(...this.#entries.splice(i, 1));
        this.count--;
        return;
      }
    }
  }
}
