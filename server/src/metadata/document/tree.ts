import type { Message } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Fix, Json } from '../../core/problem.ts';

/**
 * A JSON or YAML document as one kind of tree, so that a standard and an editor feature need not know which it was. Offsets are UTF-16 code
 * units from the start of the text. A node reached through a YAML alias or a merge key keeps the offsets of the place it was written at.
 */
export type DocumentNode =
  | Span & { readonly kind: 'object'; readonly properties: readonly Property[] }
  | Span & { readonly kind: 'array'; readonly items: readonly DocumentNode[] }
  | Span & { readonly kind: 'scalar'; readonly value: string | number | boolean | null };

export interface Span {
  readonly start: number;
  readonly end: number;
  /** True for a node reached through an alias or a merge key: it stands in the text once and in the tree more often. */
  readonly shared?: boolean;
}

export interface Property {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: DocumentNode;
}

/** What a parser made of a text: as much of a tree as there is, and what is wrong with the rest. */
export interface ParsedText {
  readonly root: DocumentNode | undefined;
  /** All but keys that occur twice. */
  readonly errors: readonly SyntaxProblem[];
  /** Reads nodes of it by themselves; absent where that could come to something else. */
  readonly readPart?: PartReader;
}

/** A node read by itself; offsets are those of what was read. */
export interface PartReading {
  readonly node: DocumentNode;
  readonly errors: readonly SyntaxProblem[];
}

/**
 * Reads a node by itself that is as another one was but for letters between its first and last: `text` is the whole new text, `start` and `end` are where the
 * node stands in it, `depth` how many nodes it lies in. `undefined` unless a parser that comes to `start` is sure to be at `end` behind one node, having said
 * nothing that depends on what stands around it.
 */
export type PartReader = (text: string, old: DocumentNode, place: { readonly start: number; readonly end: number; readonly depth: number }) => PartReading | undefined;

export interface SyntaxProblem extends Span {
  readonly message: Message;
  readonly fix?: Fix;
}

/** A problem whose text stands elsewhere now. */
export const movedProblem = (problem: SyntaxProblem, by: number): SyntaxProblem => ({ ...problem, start: problem.start + by, end: problem.end + by });

/** Where somebody writes in a document, whether it parses or not. */
export interface Cursor {
  /** Of the object whose key is written, or of the value that is. */
  readonly path: NodePath;
  /** `either` where an item of a list may become a value or the first key of an object. */
  readonly at: 'key' | 'value' | 'either';
  /** What is there of the word, by offsets, quotes included: what a completion takes the place of. */
  readonly start: number;
  readonly end: number;
  /** A colon stands behind the key already. */
  readonly hasValue: boolean;
  /** A comma has to be written behind it, because another entry follows. */
  readonly needsComma: boolean;
}

/** Levels of nesting that are read; deeper ones would exhaust the stack of every recursive reader. */
export const DEPTH_LIMIT = 100;

/** The plain value of a node. Keys named `__proto__` are kept as ordinary keys. */
export function valueOf(node: DocumentNode): Json {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'array') return node.items.map(valueOf);
  return Object.fromEntries(node.properties.map(({ key, value }) => [key, valueOf(value)]));
}

/** The node at a path, or `undefined` where there is none. The last of repeated keys counts, as it does for every JSON parser. */
export function nodeAt(root: DocumentNode | undefined, path: NodePath): DocumentNode | undefined {
  return path.reduce<DocumentNode | undefined>((node, step) => node && childOf(node, step)?.node, root);
}

/** The path of the deepest node that an offset lies in, or whose key it lies in. */
export function pathTo(root: DocumentNode, offset: number): NodePath {
  const path: (string | number)[] = [];
  const holds = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  for (let node: DocumentNode | undefined = root; node;) {
    const inner: readonly [string | number, Span, DocumentNode] | undefined = node.kind === 'object'
      ? node.properties.map(({ key, keySpan, value }) => [key, { start: keySpan.start, end: Math.max(keySpan.end, value.end) }, value] as const).find(([, span]) => holds(span))
      : node.kind === 'array' ? node.items.map((item, i) => [i, item, item] as const).find(([, span]) => holds(span)) : undefined;
    if (!inner) break;
    path.push(inner[0]);
    node = holds(inner[2]) ? inner[2] : undefined;
  }
  return path;
}

/** The span that stands for a path: of the value or of the key; where the node does not exist, the key of its nearest ancestor. */
export function spanOf(root: DocumentNode | undefined, path: NodePath, part: 'key' | 'value'): Span {
  if (!root) return { start: 0, end: 0 };
  let node = root;
  let key = opening(root);
  for (const step of path) {
    const child = childOf(node, step);
    if (!child) return key;
    ({ node, key } = child);
  }
  return part === 'key' ? key : node;
}

interface Child {
  readonly node: DocumentNode;
  readonly key: Span;
}

function childOf(node: DocumentNode, step: string | number): Child | undefined {
  if (node.kind === 'object') {
    const property = propertyOf(node, String(step));
    return property && { node: property.value, key: property.keySpan };
  }
  const item = node.kind === 'array' ? node.items[Number(step)] : undefined;
  return item && { node: item, key: opening(item) };
}

/** From so many properties on an index is kept: a thousand problems of a thousand entries are looked up one by one. */
const MANY = 64;
const indexes = new WeakMap<DocumentNode, ReadonlyMap<string, Property>>();

function propertyOf(node: DocumentNode & { readonly kind: 'object' }, key: string): Property | undefined {
  const { properties } = node;
  if (properties.length < MANY) return properties.filter(property => property.key === key).at(-1);
  const index = indexes.get(node) ?? new Map(properties.map(property => [property.key, property]));
  indexes.set(node, index);
  return index.get(key);
}

/** What a node without a key of its own is shown by: the bracket it opens with, its first key, or all of a scalar. */
function opening(node: DocumentNode): Span {
  if (node.kind === 'scalar') return node;
  const first = node.kind === 'object' ? node.properties[0]?.keySpan : undefined;
  return first?.start === node.start ? first : { start: node.start, end: Math.min(node.end, node.start + 1) };
}
