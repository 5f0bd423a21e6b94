import type { NodePath } from '../../core/place.ts';
import type { Change, Json } from '../../core/problem.ts';
import { nodeAt, type DocumentNode, type Span } from './tree.ts';

/** A change of a description: the value at a path set, a key renamed, a node taken out or moved, its punctuation written as the language wants it. */
export type NodeChange = Extract<Change, { readonly do: 'set-node' | 'rename-node' | 'remove-node' | 'insert-node' | 'move-node' | 'half-width-node' }>;

/** A replacement of part of a text, by UTF-16 offsets. */
export interface OffsetEdit {
  readonly offset: number;
  readonly length: number;
  readonly content: string;
}

/** The node a value is to be put at or below, and what is left of the path; `undefined` where the rest cannot be made there. */
export function nearestTo(root: DocumentNode, path: NodePath): { readonly node: DocumentNode; readonly rest: NodePath } | undefined {
  let length = path.length;
  while (length > 0 && !nodeAt(root, path.slice(0, length))) length--;
  const node = nodeAt(root, path.slice(0, length));
  const rest = path.slice(length);
  const [step] = rest;
  const fits = step === undefined || node?.kind === (typeof step === 'number' ? 'array' : 'object');
  return node && fits ? { node, rest } : undefined;
}

/** A value inside of the objects and lists that a path asks for. */
export function nestedIn(path: NodePath, value: Json): Json {
  return path.reduceRight<Json>((inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }), value);
}

/** A key takes a new name only where the name is free; `write` puts it into the words of the language. */
export function renameKey(root: DocumentNode, path: NodePath, to: string, write: (key: string) => string): readonly OffsetEdit[] {
  const parent = nodeAt(root, path.slice(0, -1));
  if (parent?.kind !== 'object' || parent.properties.some(({ key }) => key === to)) return [];
  return parent.properties.filter(({ key }) => key === path.at(-1))
    .map(({ keySpan: { start, end } }) => ({ offset: start, length: end - start, content: write(to) }));
}

/** An entry of an object or a list from its first to its last character, and its neighbours. */
export interface Entry {
  readonly span: Span;
  readonly before: Span | undefined;
  readonly after: Span | undefined;
}

export function spanOfEntry(parent: DocumentNode, step: string | number | undefined): Entry | undefined {
  if (parent.kind === 'scalar') return undefined;
  const isObject = parent.kind === 'object';
  const spans: readonly Span[] = isObject
    ? parent.properties.map(({ keySpan, value }) => ({ start: keySpan.start, end: value.end }))
    : parent.items;
  const index = isObject ? parent.properties.findIndex(({ key }) => key === step) : Number(step);
  const span = spans[index];
  return span && { span, before: spans[index - 1], after: spans[index + 1] };
}
