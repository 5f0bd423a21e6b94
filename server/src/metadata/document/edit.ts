import { applyEdits, modify, type Edit } from 'jsonc-parser';
import type { NodePath, TextRange } from '../../core/place.ts';
import type { Change, Json } from '../../core/problem.ts';
import { isYaml } from './document.ts';
import { parseJson } from './json.ts';
import { Lines } from './lines.ts';
import { nodeAt } from './tree.ts';
import { editYaml } from './yamlEdit.ts';

/** A change of a description: the value at a path set, a key renamed, a node taken out. */
export type NodeChange = Extract<Change, { readonly do: 'set-node' | 'rename-node' | 'remove-node' }>;

export interface NodeEdit {
  readonly range: TextRange;
  readonly newText: string;
}

/**
 * The smallest edits of a JSON or YAML text that make a change; formatting, comments, order and line ends stay. No edits where the change cannot be
 * made: the parent does not exist, the key is taken, or the place is shared through an alias.
 */
export function editNode(text: string, fileName: string, change: NodeChange): readonly NodeEdit[] {
  const lines = new Lines(text);
  const edits = isYaml(fileName) ? editYaml(text, change) : editJson(text, change);
  return edits.map(({ offset, length, content }) => ({ range: lines.range({ start: offset, end: offset + length }), newText: content }));
}

/** The text after edits, which must not overlap. */
export function applyNodeEdits(text: string, edits: readonly NodeEdit[]): string {
  const lines = new Lines(text);
  return applyEdits(text, edits.map(({ range, newText }) => {
    const offset = lines.offset(range.start);
    return { offset, length: lines.offset(range.end) - offset, content: newText };
  }));
}

function editJson(text: string, change: NodeChange): readonly Edit[] {
  const { root } = parseJson(text);
  if (!root) return [];
  if (change.do === 'rename-node') return renameKey(text, change.path, change.to);
  if (change.do === 'remove-node') return nodeAt(root, change.path) ? modify(text, [...change.path], undefined, { formattingOptions: formattingOf(text) }) : [];
  const nearest = existing(change.path, path => nodeAt(root, path) !== undefined);
  if (!fits(nodeAt(root, nearest)?.kind, change.path, nearest)) return [];
  return modify(text, [...change.path], plain(change.value), { formattingOptions: formattingOf(text) });
}

/** A key is renamed only where its new name is free. */
function renameKey(text: string, path: NodePath, to: string): readonly Edit[] {
  const { root } = parseJson(text);
  const parent = nodeAt(root, path.slice(0, -1));
  if (parent?.kind !== 'object' || parent.properties.some(({ key }) => key === to)) return [];
  return parent.properties.filter(({ key }) => key === path.at(-1))
    .map(({ keySpan: { start, end } }) => ({ offset: start, length: end - start, content: JSON.stringify(to) }));
}

/** The longest beginning of a path that exists. */
export function existing(path: NodePath, exists: (path: NodePath) => boolean): NodePath {
  let length = path.length;
  while (length > 0 && !exists(path.slice(0, length))) length--;
  return path.slice(0, length);
}

/** Whether the rest of a path can be made below the nearest node that exists: by key in an object, by number in a list. */
export function fits(kind: 'object' | 'array' | 'scalar' | undefined, path: NodePath, nearest: NodePath): boolean {
  const step = path[nearest.length];
  if (step === undefined) return kind !== undefined;
  return kind === (typeof step === 'number' ? 'array' : 'object');
}

/** What the text is indented and broken with; two spaces where it does not say. */
function formattingOf(text: string): { readonly tabSize: number; readonly insertSpaces: boolean; readonly eol: string } {
  const indent = /^(?:[^\n]*\n)?([ \t]+)"/.exec(text)?.[1] ?? '  ';
  return { tabSize: indent.startsWith('\t') ? 1 : indent.length, insertSpaces: !indent.startsWith('\t'), eol: text.includes('\r\n') ? '\r\n' : '\n' };
}

/** jsonc-parser takes mutable values. */
function plain(value: Json): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(value));
  return copy;
}
