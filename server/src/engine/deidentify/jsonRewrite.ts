/** What becomes of a value: `undefined` leaves it, `null` takes it out with its key, a text takes its place as JSON. `raw` is the value as it is written. */
export type LeafVisitor = (column: string, raw: string) => string | null | undefined;

/** Deeper values make a record unreadable here. */
const DEEPEST = 128;

/**
 * A line of JSON with some of its values changed; all else stays as it is written. Columns are named as the reader of JSON Lines names them: keys joined by
 * points, `[]` behind arrays, `{}` behind objects that are one cell. `undefined` where the line is no JSON, `null` where nothing of it is left.
 */
export function rewriteJson(line: string, isCell: (column: string) => boolean, visit: LeafVisitor): string | null | undefined {
  const rewriter = new Rewriter(line, isCell, visit);
  const found = rewriter.value('', 0);
  if (found === undefined || !/^\s*$/.test(line.slice(rewriter.at))) return undefined;
  return found;
}

class Rewriter {
  at = 0;
  readonly #line: string;
  readonly #isCell: (column: string) => boolean;
  readonly #visit: LeafVisitor;

  constructor(line: string, isCell: (column: string) => boolean, visit: LeafVisitor) {
    this.#line = line;
    this.#isCell = isCell;
    this.#visit = visit;
  }

  /** The value at the next place, rewritten; blanks before it belong to it. */
  value(column: string, depth: number): string | null | undefined {
    const start = this.at;
    this.#space();
    const from = this.at;
    const first = this.#line[from];
    if (depth > DEEPEST) return undefined;
    if (first === '{' && !this.#isCell(`${column}{}`)) {
      const inner = this.#members(column, depth);
      return typeof inner === 'string' ? this.#line.slice(start, from) + inner : inner;
    }
    if (!this.#pass(depth)) return undefined;
    const raw = this.#line.slice(from, this.at);
    const changed = this.#visit(first === '[' ? `${column}[]` : first === '{' ? `${column}{}` : column === '' ? 'value' : column, raw);
    return changed === null ? null : this.#line.slice(start, from) + (changed ?? raw);
  }

  #members(column: string, depth: number): string | null | undefined {
    const members: string[] = [];
    let dropped = 0;
    this.at++;
    const empty = this.#empty();
    if (empty !== undefined) return empty;
    for (;;) {
      const start = this.at;
      const key = this.#key();
      if (key === undefined) return undefined;
      const head = this.#line.slice(start, this.at);
      const value = this.value(column === '' ? key : `${column}.${key}`, depth + 1);
      if (value === undefined) return undefined;
      const space = this.#space();
      if (value === null) dropped++;
      else members.push(head + value + space);
      const next = this.#line[this.at++];
      if (next === '}') break;
      if (next !== ',') return undefined;
    }
    return members.length === 0 && dropped > 0 ? null : `{${members.join(',')}}`;
  }

  /** An object without members, as it is written. */
  #empty(): string | undefined {
    const start = this.at;
    const space = this.#space();
    if (this.#line[this.at] === '}') {
      this.at++;
      return `{${space}}`;
    }
    this.at = start;
    return undefined;
  }

  #key(): string | undefined {
    this.#space();
    const from = this.at;
    if (!this.#string()) return undefined;
    const key = textIn(this.#line.slice(from, this.at));
    this.#space();
    return this.#line[this.at++] === ':' ? key : undefined;
  }

  #space(): string {
    const from = this.at;
    while (SPACE.has(this.#line.charCodeAt(this.at))) this.at++;
    return this.#line.slice(from, this.at);
  }

  /** Passes over a whole value. */
  #pass(depth: number): boolean {
    const first = this.#line[this.at];
    if (first === '"') return this.#string();
    if (first === '[' || first === '{') return this.#nested(depth);
    SCALAR.lastIndex = this.at;
    const [scalar] = SCALAR.exec(this.#line) ?? [];
    this.at += scalar?.length ?? 0;
    return scalar !== undefined;
  }

  #string(): boolean {
    if (this.#line[this.at] !== '"') return false;
    for (let i = this.at + 1; i < this.#line.length; i++) {
      const code = this.#line.charCodeAt(i);
      if (code === 92) i++;
      else if (code === 34) {
        this.at = i + 1;
        return true;
      }
    }
    return false;
  }

  /** Brackets that close one another, strings apart. */
  #nested(depth: number): boolean {
    const due: string[] = [];
    for (; this.at < this.#line.length;) {
      const character = this.#line[this.at] ?? '';
      if (character === '"') {
        if (!this.#string()) return false;
        continue;
      }
      this.at++;
      if (character === '[') due.push(']');
      else if (character === '{') due.push('}');
      else if ((character === ']' || character === '}') && due.pop() !== character) return false;
      if (due.length === 0) return true;
      if (due.length + depth > 10 * DEEPEST) return false;
    }
    return false;
  }
}

const SPACE: ReadonlySet<number> = new Set([9, 10, 13, 32]);
const SCALAR = /(?:true|false|null|NaN|-?Infinity|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)/y;

function textIn(raw: string): string | undefined {
  if (!raw.includes('\\')) return raw.slice(1, -1);
  try {
    const text: unknown = JSON.parse(raw);
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}

/** What a value says as the text of a cell; `undefined` for null. */
export function leafText(raw: string): string | undefined {
  if (raw === 'null') return undefined;
  return raw.startsWith('"') ? textIn(raw) ?? raw : raw;
}

/** A new value as JSON: a string stays one, what was none stays none where it can. */
export function leafOf(text: string, before: string): string {
  if (text === '') return 'null';
  const isNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text);
  return !before.startsWith('"') && isNumber ? text : JSON.stringify(text);
}
