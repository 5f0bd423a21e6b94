import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import { parseJson } from './json.ts';
import { jsonPunctuation } from './punctuation.ts';
import { nearestTo, nestedIn, renameKey, spanOfEntry, type NodeChange, type OffsetEdit } from './nodeChange.ts';
import { nodeAt, type DocumentNode } from './tree.ts';

/** Edits of JSON on its spans, in the indentation and with the line ends the text has. What is not changed keeps its layout. */
export function editJson(text: string, change: NodeChange): readonly OffsetEdit[] {
  const { root } = parseJson(text);
  if (!root) return [];
  switch (change.do) {
    case 'rename-node': return renameKey(root, change.path, change.to, key => JSON.stringify(key));
    case 'remove-node': return removeNode(root, change.path);
    case 'set-node': return setNode(text, root, change.path, change.value);
    case 'insert-node': return insertItem(text, root, change.path, change.value);
    case 'move-node': return moveItem(text, root, change.path, change.to);
    case 'half-width-node': return jsonPunctuation(text);
  }
}

function setNode(text: string, root: DocumentNode, path: NodePath, value: Json): readonly OffsetEdit[] {
  const nearest = nearestTo(root, path);
  if (!nearest) return [];
  const { node, rest: [step, ...rest] } = nearest;
  if (step === undefined) return [{ offset: node.start, length: node.end - node.start, content: write(value, text, node.start) }];
  const last = node.kind === 'object' ? node.properties.at(-1)?.value : node.kind === 'array' ? node.items.at(-1) : undefined;
  const first = node.kind === 'object' ? node.properties[0]?.keySpan : node.kind === 'array' ? node.items[0] : undefined;
  const isOnOneLine = !first || !text.slice(node.start, first.start).includes('\n');
  const at = isOnOneLine ? node.start : first.start;
  const entry = (node.kind === 'object' ? `${JSON.stringify(String(step))}: ` : '') + write(nestedIn(rest, value), text, at);
  if (!last) return [{ offset: node.start, length: node.end - node.start, content: node.kind === 'object' ? `{ ${entry} }` : `[${entry}]` }];
  return [{ offset: last.end, length: 0, content: isOnOneLine ? `, ${entry}` : `,${eolOf(text)}${indentAt(text, at)}${entry}` }];
}

function insertItem(text: string, root: DocumentNode, path: NodePath, value: Json): readonly OffsetEdit[] {
  const list = nodeAt(root, path.slice(0, -1));
  const item = list?.kind === 'array' ? list.items[Number(path.at(-1))] : undefined;
  if (!list || !item) return setNode(text, root, path, value);
  const isOnOneLine = !text.slice(list.start, item.start).includes('\n');
  return [{ offset: item.start, length: 0, content: `${write(value, text, item.start)},${isOnOneLine ? ' ' : eolOf(text) + indentAt(text, item.start)}` }];
}

/** The texts of the items between the two places move by one; commas and white space stay where they are. */
function moveItem(text: string, root: DocumentNode, path: NodePath, to: number): readonly OffsetEdit[] {
  const list = nodeAt(root, path.slice(0, -1));
  const from = Number(path.at(-1));
  if (list?.kind !== 'array') return [];
  const order = list.items.map((_, i) => i);
  order.splice(to, 0, ...order.splice(from, 1));
  return list.items.flatMap(({ start, end }, i) => {
    const other = list.items[order[i] ?? i];
    return !other || order[i] === i ? [] : [{ offset: start, length: end - start, content: text.slice(other.start, other.end) }];
  });
}

/** With the comma and the space that belong to it. */
function removeNode(root: DocumentNode, path: NodePath): readonly OffsetEdit[] {
  const parent = nodeAt(root, path.slice(0, -1));
  const entry = parent && path.length > 0 ? spanOfEntry(parent, path.at(-1)) : undefined;
  if (!parent || !entry) return [];
  const { span, before, after } = entry;
  if (after) return [{ offset: span.start, length: after.start - span.start, content: '' }];
  if (before) return [{ offset: before.end, length: span.end - before.end, content: '' }];
  return [{ offset: parent.start, length: parent.end - parent.start, content: parent.kind === 'array' ? '[]' : '{}' }];
}

/** Columns that a value may take on one line. */
const WIDTH = 80;

/** A value on one line where it is short, else on lines of their own below the line it starts on. */
function write(value: Json, text: string, offset: number): string {
  const flat = JSON.stringify(value);
  if (flat.length <= WIDTH || !text.includes('\n')) return spaced(value);
  const step = /^[^\n]*\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
  return JSON.stringify(value, null, step).replaceAll('\n', eolOf(text) + indentAt(text, offset));
}

/** JSON on one line with spaces, as people write it. */
function spaced(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(spaced).join(', ')}]`;
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${spaced(item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const eolOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** The white space that the line of an offset begins with. */
function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}
