import { Composer, Parser } from 'yaml';
import { withOffsets } from './punctuation.ts';
import { DEPTH_LIMIT, type DocumentNode, type PartReader, type Property } from './tree.ts';
import { YamlReader } from './yamlReader.ts';

/**
 * Reads YAML as people write nearly all of it, line by line: block maps and block lists of texts and numbers that stand on one line. Other values (texts
 * over several lines, brackets, escapes) are handed to the parser one by one. `undefined` wherever anything else occurs, such as anchors, tags, errors:
 * then the whole has to be parsed, which takes ten times as long. What it gives is what the parser gives, to the offset.
 */
export const readPlainYaml = (text: string): DocumentNode | undefined => readLines(text, 0);

/**
 * A block map or block list by itself, at the column it stands at. Whatever comes behind it stands no deeper than it does, or it would be part of it, so the
 * reader comes to the same as where nothing does.
 */
export const readPlainPart: PartReader = (text, old, { start, end, depth }) => {
  const column = start - (text.lastIndexOf('\n', start - 1) + 1);
  const node = old.kind === 'scalar' ? undefined : readLines(' '.repeat(column) + text.slice(start, end), depth);
  return node?.start === column && node.end === column + end - start ? { node: withOffsets(node, offset => offset - column), errors: [] } : undefined;
};

function readLines(text: string, depth: number): DocumentNode | undefined {
  if (/\r|\t|^(?:---|\.\.\.|%)|\ufeff/m.test(text)) return undefined;
  const reader = new PlainReader(text);
  try {
    return reader.document(depth);
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

/** Something that only the parser reads. */
class NotPlain extends Error {}

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
  #line = 0;

  constructor(text: string) {
    this.#text = text;
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
    if (depth > DEPTH_LIMIT / 2) throw new NotPlain();
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
      const item = this.#node(depth + 1);
      if (this.#column() > column) throw new NotPlain();
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
    if (this.#column() > column || (this.#column() === column && this.#isItem())) return this.#node(depth + 1);
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

  /** A value that the parser has to read: the lines from its key on that stand deeper than the key. */
  #parsed(key: number, line: number, column: number): Read {
    let last = line;
    while ((this.#columns[last + 1] ?? -1) > column) last += 1;
    const next = last + 1 < this.#starts.length ? (this.#starts[last + 1] ?? 0) - (this.#columns[last + 1] ?? 0) : this.#text.length;
    const own = this.#text.slice(key, next);
    if (/^ *#/m.test(own) || /[:\s[{,][&*!]/.test(own)) throw new NotPlain();
    const [document, second] = new Composer({ uniqueKeys: false }).compose([...new Parser().parse(' '.repeat(column) + own)], true, own.length + column);
    const reader = new YamlReader();
    const root = document?.contents ? reader.read(document.contents) : undefined;
    const value = root?.kind === 'object' && root.properties.length === 1 ? root.properties[0]?.value : undefined;
    if (!value || !root || second || !document || document.errors.length + document.warnings.length + reader.problems.length > 0) throw new NotPlain();
    this.#line = last + 1;
    const base = key - column;
    return { node: withOffsets(value, offset => offset + base), end: root.end + base };
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

/** A value in quotes without escapes, or a plain one; `undefined` where it is neither, or not sure to be. */
function simpleScalar(text: string, at: number, end: number): DocumentNode | undefined {
  const line = text.slice(at, end);
  const quoted = /^"([^"\\]*)" *$|^'([^']*)' *$/.exec(line);
  if (quoted) return { start: at, end: at + line.trimEnd().length, kind: 'scalar', value: quoted[1] ?? quoted[2] ?? '' };
  if (!/^(?:[\p{L}\d_.(/+$]|-[^ ])/u.test(line)) return undefined;
  const comment = line.indexOf(' #');
  const plain = (comment === -1 ? line : line.slice(0, comment)).trimEnd();
  if (plain.includes(': ') || plain.endsWith(':')) return undefined;
  const value = plainValue(plain);
  return value === undefined ? undefined : { start: at, end: at + plain.length, kind: 'scalar', value };
}

/** The core schema of YAML 1.2; `undefined` for its rarer numbers. */
function plainValue(text: string): string | number | boolean | null | undefined {
  if (/^[-+.\d]/.test(text)) {
    if (/^[-+]?\d+$/.test(text)) return parseInt(text, 10);
    if (/^[-+]?(?:\.\d+|\d+\.\d*)(?:[eE][-+]?\d+)?$|^[-+]?\d+[eE][-+]?\d+$/.test(text)) return parseFloat(text);
    return /^(?:[-+]?\.(?:inf|nan)|0[xo][\da-f]+)$/i.test(text) ? undefined : text;
  }
  if (/^(?:null|true|false)$/i.test(text)) return /^(?:null|Null|NULL)$/.test(text) ? null : /^(?:true|True|TRUE)$/.test(text) ? true : /^(?:false|False|FALSE)$/.test(text) ? false : text;
  return text;
}
