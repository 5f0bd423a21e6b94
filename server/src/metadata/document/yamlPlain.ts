import { Composer, Parser } from 'yaml';
import { withOffsets } from './punctuation.ts';
import { DEPTH_LIMIT, movedProblem, type DocumentNode, type PartReader, type PartReading, type Property, type SyntaxProblem } from './tree.ts';
import { YamlReader } from './yamlReader.ts';
import { simpleScalar } from './yamlScalar.ts';
import { tooDeepAt } from './yamlTokens.ts';
import { composedProblems } from './yamlWords.ts';

/**
 * Reads YAML as people write nearly all of it, line by line: block maps and block lists of texts and numbers that stand on one line. Other values (texts
 * over several lines, brackets, escapes) are handed to the parser one by one. `undefined` wherever anything else occurs, such as anchors and tags: then the
 * whole has to be parsed, which takes ten times as long. What it gives is what the parser gives, to the offset. With `mends` an item
 * of a list, or the value of a key, that is broken is handed to the parser by itself too: somebody is typing there, and what is wrong with it is told alone.
 */
export function readPlainYaml(text: string, mends = false): PartReading | undefined {
  return readLines(text, 0, mends);
}

/**
 * A block map or block list by itself, at the column it stands at. Whatever comes behind it stands no deeper than it does, or it would be part of it, so the
 * reader comes to the same as where nothing does.
 */
export const readPlainPart: PartReader = (text, old, { start, end, depth }) => {
  const column = start - (text.lastIndexOf('\n', start - 1) + 1);
  const read = old.kind === 'scalar' ? undefined : readLines(' '.repeat(column) + text.slice(start, end), depth, false);
  if (read?.node.start !== column || read.node.end !== column + end - start) return undefined;
  return { node: withOffsets(read.node, offset => offset - column), errors: [] };
};

function readLines(text: string, depth: number, mends: boolean): PartReading | undefined {
  if (/\r|\t|^(?:---|\.\.\.|%)|\ufeff/m.test(text)) return undefined;
  const reader = new PlainReader(text, mends);
  try {
    const node = reader.document(depth);
    return node && { node, errors: reader.errors };
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

/** Something that only the parser reads. */
class NotPlain extends Error {}

/** No part of it is handed to the parser, which recurses. */
class TooDeep extends NotPlain {}

/** A node with the end of the line it ends on, which is where lists and maps around it end. */
interface Read {
  readonly node: DocumentNode;
  readonly end: number;
}

class PlainReader {
  readonly #text: string;
  /** Of each line with content: where that begins, its column, and where the line ends. Behind a dash both begin anew. */
  readonly #starts: number[] = [];
  readonly #columns: number[] = [];
  readonly #ends: number[] = [];
  readonly #mends: boolean;
  readonly #errors: SyntaxProblem[] = [];
  #line = 0;

  /** With `mends` what is broken is handed to the parser by itself, see `readPlainYaml`. */
  constructor(text: string, mends: boolean) {
    this.#text = text;
    this.#mends = mends;
  }

  get errors(): readonly SyntaxProblem[] {
    return this.#errors;
  }

  document(depth: number): DocumentNode | undefined {
    this.#cutLines();
    if (this.#starts.length === 0) return undefined;
    const { node } = this.#node(depth);
    if (this.#line < this.#starts.length || node.kind === 'scalar') throw new NotPlain();
    return node;
  }

  #cutLines(): void {
    const text = this.#text;
    let comment = -1;
    for (let start = 0; start < text.length;) {
      const newline = text.indexOf('\n', start);
      const end = newline === -1 ? text.length : newline;
      let at = start;
      while (at < end && text.charCodeAt(at) === SPACE) at += 1;
      if (at < end && text.charCodeAt(at) === HASH) comment = Math.max(comment, at - start);
      else if (at < end) {
        // A comment that stands deeper than what follows belongs to what is before it.
        if (comment > at - start) throw new NotPlain();
        comment = -1;
        this.#starts.push(at);
        this.#columns.push(at - start);
        this.#ends.push(end);
      }
      start = end + 1;
    }
    if (comment > 0) throw new NotPlain();
  }

  #node(depth: number): Read {
    if (depth > DEPTH_LIMIT / 2) throw new TooDeep();
    if (this.#isItem()) return this.#list(depth);
    const { start, line } = this.#here();
    KEY.lastIndex = start;
    return KEY.test(this.#text) ? this.#map(depth) : this.#scalar(start, line);
  }

  #list(depth: number): Read {
    const column = this.#column();
    const { start } = this.#here();
    const items: DocumentNode[] = [];
    let end = start;
    while (this.#column() === column && this.#isItem()) {
      const { start: dash, line } = this.#here();
      let at = dash + 1;
      while (this.#text.charCodeAt(at) === SPACE) at += 1;
      if (at >= (this.#ends[line] ?? 0)) throw new NotPlain();
      this.#starts[line] = at;
      this.#columns[line] = column + at - dash;
      const item = this.#guarded(column, () => this.#node(depth + 1), () => this.#mended(at, line, column));
      items.push(item.node);
      end = item.end;
    }
    return { node: { start, end, kind: 'array', items }, end };
  }

  #map(depth: number): Read {
    const column = this.#column();
    const { start } = this.#here();
    const properties: Property[] = [];
    let end = start;
    while (this.#column() === column && !this.#isItem()) {
      const { start: at } = this.#here();
      KEY.lastIndex = at;
      const key = KEY.exec(this.#text)?.[0];
      if (key === undefined || NO_TEXT.test(key)) throw new NotPlain();
      const value = this.#value(at, at + key.length + 1, column, depth);
      properties.push({ key, keySpan: { start: at, end: at + key.length }, value: value.node });
      end = value.end;
    }
    if (this.#column() > column) throw new NotPlain();
    return { node: { start, end, kind: 'object', properties }, end };
  }

  /** What stands behind the colon of a key, or below it. */
  #value(key: number, colon: number, column: number, depth: number): Read {
    const { line } = this.#here();
    if (colon < (this.#ends[line] ?? 0)) {
      let at = colon;
      while (this.#text.charCodeAt(at) === SPACE) at += 1;
      if (at === this.#ends[line]) throw new NotPlain();
      return this.#inline(key, at, line, column);
    }
    this.#line += 1;
    if (this.#column() > column || (this.#column() === column && this.#isItem())) {
      return this.#guarded(column, () => this.#node(depth + 1), () => this.#parsed(key, line, column));
    }
    return { node: { start: colon, end: colon, kind: 'scalar', value: null }, end: colon };
  }

  #inline(key: number, at: number, line: number, column: number): Read {
    const goesOn = (this.#columns[line + 1] ?? -1) > column;
    return !goesOn && isSimple(this.#text, at, this.#ends[line] ?? at) ? this.#scalar(at, line) : this.#parsed(key, line, column);
  }

  /** A value on one line. */
  #scalar(at: number, line: number): Read {
    const lineEnd = this.#ends[line] ?? at;
    const read = simpleScalar(this.#text, at, lineEnd);
    if (!read) throw new NotPlain();
    this.#line = line + 1;
    return { node: read, end: Math.min(lineEnd + 1, this.#text.length) };
  }

  /** An item of a list, or what stands below a key, to the last line that stands deeper; where it is not plain the parser may read it. */
  #guarded(column: number, read: () => Read, parsed: () => Read): Read {
    const known = this.#errors.length;
    try {
      const found = read();
      if (this.#column() > column) throw new NotPlain();
      return found;
    } catch (error) {
      if (!(error instanceof NotPlain) || error instanceof TooDeep || !this.#mends) throw error;
      this.#errors.length = known;
      return parsed();
    }
  }

  /** A value that the parser has to read: the lines from its key on that stand deeper than the key. */
  #parsed(key: number, line: number, column: number): Read {
    const { root, base } = this.#composed(key, column, line, column);
    const value = root.kind === 'object' && root.properties.length === 1 ? root.properties[0]?.value : undefined;
    if (!value) throw new NotPlain();
    return { node: withOffsets(value, offset => offset + base), end: root.end + base };
  }

  /** An item of a list that begins at `at`, behind a dash in `column`. */
  #mended(at: number, line: number, column: number): Read {
    const { root, base } = this.#composed(at, at - this.#text.lastIndexOf('\n', at) - 1, line, column);
    return { node: withOffsets(root, offset => offset + base), end: root.end + base };
  }

  /** What the parser makes of the lines that stand deeper than a column; offsets are less by `base`. */
  #composed(from: number, indent: number, line: number, column: number): { readonly root: DocumentNode; readonly base: number } {
    let last = line;
    while ((this.#columns[last + 1] ?? -1) > column) last += 1;
    const next = last + 1 < this.#starts.length ? this.#text.lastIndexOf('\n', (this.#starts[last + 1] ?? 0) - 1) + 1 : this.#text.length;
    const own = this.#text.slice(from, next);
    if (/^ *#/m.test(own) || /[:\s[{,][&*!]/.test(` ${own}`)) throw new NotPlain();
    const tokens = [...new Parser().parse(' '.repeat(indent) + own)];
    if (tooDeepAt(tokens) !== undefined) throw new TooDeep();
    const [document, second] = new Composer({ uniqueKeys: false }).compose(tokens, true, own.length + indent);
    const reader = new YamlReader();
    const root = document?.contents ? reader.read(document.contents) : undefined;
    const errors = document ? [...composedProblems(document), ...reader.problems] : [];
    if (!root || second || (errors.length > 0 && !this.#mends)) throw new NotPlain();
    const base = from - indent;
    this.#errors.push(...errors.map(error => movedProblem(error, base)));
    this.#line = last + 1;
    return { root, base };
  }

  #here(): { readonly start: number; readonly line: number } {
    return { start: this.#starts[this.#line] ?? this.#text.length, line: this.#line };
  }

  /** Column of the line that is next; less than every other at the end. */
  #column(): number {
    return this.#columns[this.#line] ?? -1;
  }

  #isItem(): boolean {
    const at = this.#starts[this.#line];
    return at !== undefined && this.#text.charCodeAt(at) === DASH && (at + 1 === this.#ends[this.#line] || this.#text.charCodeAt(at + 1) === SPACE);
  }
}

const [SPACE, HASH, DASH] = [32, 35, 45];
/** Keys without quotes that no reader could take for something else. */
const KEY = /[A-Za-z_$][\w$./-]*(?: [\w$./-]+)*(?=:(?: |\n|$))/y;
const NO_TEXT = /^(?:null|true|false)$/i;

const isSimple = (text: string, at: number, end: number): boolean => simpleScalar(text, at, end) !== undefined;
