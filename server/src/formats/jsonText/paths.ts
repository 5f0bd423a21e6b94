import type { ColumnsMet } from '../../core/format.ts';
import { ARRAY, DEEP, NESTED, NO_COLUMN, NULL } from './kinds.ts';

/** Columns that are read. An object whose keys are data, such as one entry a user, would have as many as rows. */
export const COLUMN_LIMIT = 1000;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const UNMET = -2;

/** The place of values in their records: a key below the keys that lead to it. Counts what the values are. */
export class PathNode {
  readonly children: PathNode[] = [];
  /** By the key as it is written, and by what it says. */
  readonly #byKey = new Map<string, PathNode>();
  readonly #byText = new Map<string, PathNode>();
  readonly counts = new Float64Array(7);
  /** Columns of values, of arrays and of objects that are one cell; `UNMET` until there is one. */
  readonly columns: [values: number, arrays: number, deep: number];
  /** The last record that has this key. */
  seen = -1;
  /** Row of the first key, -1 before, and where it stands in its record. */
  firstRow = -1;
  keyStart = 0;
  keyEnd = 0;
  /** Row of the first value that is not null, -1 before. */
  firstValue = -1;

  constructor(
    readonly name: string, readonly key: Uint8Array, readonly depth: number, readonly parent: PathNode | undefined, header: ReadonlyMap<string, number>,
  ) {
    this.columns = [header.get(name) ?? UNMET, header.get(`${name}[]`) ?? UNMET, header.get(`${name}{}`) ?? UNMET];
  }

  /** The child whose key stands at `[start, end)` of `bytes`, quotes left out. */
  child(bytes: Uint8Array, start: number, end: number, header: ReadonlyMap<string, number>): PathNode {
    return this.#find(bytes.subarray(start, end), header);
  }

  /** The closing quote of the key that opens at `at` where it is this one, else -1. What comes after the text may be read. */
  endOfKey(bytes: Uint8Array, at: number): number {
    const { key } = this;
    const { length } = key;
    if (bytes[at] !== 34 || bytes[at + length + 1] !== 34) return -1;
    for (let i = 0; i < length; i++) if (key[i] !== bytes[at + i + 1]) return -1;
    return at + length + 1;
  }

  #find(raw: Uint8Array, header: ReadonlyMap<string, number>): PathNode {
    const key = binary(raw);
    const known = this.#byKey.get(key);
    if (known) return known;
    const text = raw.includes(92) ? unescaped(raw) : decoder.decode(raw);
    const child = this.#byText.get(text) ?? this.#add(text, raw, header);
    this.#byKey.set(key, child);
    return child;
  }

  #add(text: string, raw: Uint8Array, header: ReadonlyMap<string, number>): PathNode {
    const child = new PathNode(this.depth === 0 ? text : `${this.name}.${text}`, raw.slice(), this.depth + 1, this, header);
    this.#byText.set(text, child);
    this.children.push(child);
    return child;
  }
}

const binary = (bytes: Uint8Array): string => bytes.reduce((text, byte) => text + String.fromCharCode(byte), '');

function unescaped(raw: Uint8Array): string {
  const text: unknown = JSON.parse(`"${decoder.decode(raw)}"`);
  return typeof text === 'string' ? text : '';
}

/** All paths of a table and the columns they are. Columns that the reading does not name are added in the order they are met. */
export class Paths {
  readonly root: PathNode;
  readonly #names: string[];
  readonly header: Map<string, number>;
  /** Paths that were null and nothing else so far, in order. */
  readonly #nullOnly = new Set<string>();
  /** Whether there were more columns than are read. */
  overflown = false;

  constructor(header: readonly string[]) {
    this.#names = [...header];
    this.header = new Map(header.map((name, i) => [name, i]));
    this.root = new PathNode('', new Uint8Array(0), 0, undefined, new Map());
    const [value, list] = [this.header.get(ROOT_VALUE) ?? UNMET, this.header.get('[]') ?? UNMET];
    this.root.columns[0] = value;
    this.root.columns[1] = list;
  }

  /** The column of a value of this kind at a path, `NO_COLUMN` where it has none. A null makes no column: what else is at the path decides on it. */
  columnOf(node: PathNode, kind: number): number {
    if (kind === NULL) return this.#columnOfNull(node);
    const slot = kind === ARRAY ? 1 : kind === DEEP ? 2 : 0;
    if (node.columns[slot] === UNMET) node.columns[slot] = this.#claim(nameOf(node, slot));
    return node.columns[slot];
  }

  #columnOfNull(node: PathNode): number {
    for (const column of node.columns) if (column >= 0) return column;
    if (node.counts[NESTED] === 0 && this.#nullOnly.size < COLUMN_LIMIT) this.#nullOnly.add(nameOf(node, 0));
    return NO_COLUMN;
  }

  #claim(name: string): number {
    const known = this.header.get(name);
    if (known !== undefined) return known;
    if (this.#names.length >= COLUMN_LIMIT) {
      this.overflown = true;
      return NO_COLUMN;
    }
    this.header.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }

  columns(): ColumnsMet {
    return { named: this.#names, empty: [...this.#nullOnly] };
  }
}

/** All columns, those that are null and nothing else last: at a path of arrays or objects, their columns stand for the nulls as well. */
export function columnsOf({ named, empty }: ColumnsMet): readonly string[] {
  const known = new Set(named);
  return [...named, ...empty.filter(name => !known.has(name) && !isCovered(name, named))].slice(0, COLUMN_LIMIT);
}

/** What a value is called that is a record by itself. */
const ROOT_VALUE = 'value';

function nameOf(node: PathNode, slot: number): string {
  if (node.depth === 0 && slot === 0) return ROOT_VALUE;
  return node.name + (slot === 1 ? '[]' : slot === 2 ? '{}' : '');
}

/** Whether columns of arrays or objects stand for the path, so that its nulls need none of their own. */
export const isCovered = (name: string, columns: readonly string[]): boolean =>
  columns.some(column => column === `${name}[]` || column === `${name}{}` || column.startsWith(`${name}.`));
