import { stringify } from 'yaml';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import { nearestTo, renameKey, type NodeChange, type OffsetEdit } from './nodeChange.ts';
import { nodeAt, type DocumentNode, type Property } from './tree.ts';
import { parseYaml } from './yaml.ts';

/** Edits of YAML on its spans. Values that stand on one line are replaced in place; what is added goes on a line of its own below its siblings. */
export function editYaml(text: string, change: NodeChange): readonly OffsetEdit[] {
  const { root } = parseYaml(text);
  if (!root || !isNested(root, change.path)) return [];
  if (change.do === 'rename-node') return renameKey(root, change.path, change.to, scalar);
  if (change.do === 'remove-node') return removeNode(text, root, change.path);
  return setNode(text, root, change.path, change.value);
}

/** A node reached through an alias or a merge lies outside its parent: a change there would change other places too. */
function isNested(root: DocumentNode, path: NodePath): boolean {
  let outer = root;
  for (let length = 1; length <= path.length; length++) {
    const inner = nodeAt(root, path.slice(0, length));
    if (!inner) return true;
    if (inner.start < outer.start || inner.end > outer.end) return false;
    outer = inner;
  }
  return true;
}

function setNode(text: string, root: DocumentNode, path: NodePath, value: Json): readonly OffsetEdit[] {
  const nearest = nearestTo(root, path);
  if (!nearest) return [];
  const { node, rest: [step, ...rest] } = nearest;
  if (step === undefined) return [{ offset: node.start, length: node.end - node.start, content: padded(text, node.start, inline(value)) }];
  const nested = rest.reduceRight<Json>((inner, key) => (typeof key === 'number' ? [inner] : { [key]: inner }), value);
  return node.kind === 'object' ? addProperty(text, node, String(step), nested) : addItem(text, node, nested);
}

/** A value after a colon needs a space before it; an empty value has none yet. */
const padded = (text: string, offset: number, content: string): string => (/[:\-]$/.test(text.slice(0, offset)) ? ` ${content}` : content);

function addProperty(text: string, node: DocumentNode, key: string, value: Json): readonly OffsetEdit[] {
  const entry = `${scalar(key)}: ${inline(value)}`;
  const last = node.kind === 'object' ? node.properties.at(-1) : undefined;
  if (!last || text[node.start] === '{') return [intoFlow(text, node, last !== undefined, entry)];
  return [belowLast(text, node, columnOf(text, last.keySpan.start), entry)];
}

function addItem(text: string, node: DocumentNode, value: Json): readonly OffsetEdit[] {
  const last = node.kind === 'array' ? node.items.at(-1) : undefined;
  if (!last || text[node.start] === '[') return [intoFlow(text, node, last !== undefined, inline(value))];
  return [belowLast(text, node, columnOf(text, node.start), `- ${inline(value)}`)];
}

function intoFlow(text: string, node: DocumentNode, hasOthers: boolean, entry: string): OffsetEdit {
  const close = text[node.end - 1] === '}' || text[node.end - 1] === ']' ? node.end - 1 : node.end;
  const space = /\s*$/.exec(text.slice(node.start, close))?.[0].length ?? 0;
  return { offset: close - space, length: 0, content: hasOthers ? `, ${entry}` : entry };
}

/** After the last line of a block: a new line with the indentation of the siblings. */
function belowLast(text: string, node: DocumentNode, column: number, entry: string): OffsetEdit {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const tail = /\s*$/.exec(text.slice(node.start, node.end))?.[0].length ?? 0;
  const end = lineEnd(text, node.end - tail);
  return { offset: end, length: 0, content: `${eol}${' '.repeat(column)}${entry}` };
}

function removeNode(text: string, root: DocumentNode, path: NodePath): readonly OffsetEdit[] {
  const parent = nodeAt(root, path.slice(0, -1));
  const span = parent && entrySpan(text, parent, path.at(-1));
  if (!parent || !span) return [];
  const { start, end, alone } = span;
  if (text[parent.start] === '{' || text[parent.start] === '[') return [cutFromFlow(text, start, end)];
  if (alone) return [{ offset: parent.start, length: parent.end - parent.start, content: parent.kind === 'array' ? '[]' : '{}' }];
  return [cutLines(text, start, end)];
}

interface Entry {
  readonly start: number;
  readonly end: number;
  /** No sibling is left once it is gone. */
  readonly alone: boolean;
}

function entrySpan(text: string, parent: DocumentNode, step: string | number | undefined): Entry | undefined {
  if (parent.kind === 'object') {
    const property = parent.properties.find(({ key }: Property) => key === step);
    return property && { start: property.keySpan.start, end: property.value.end, alone: parent.properties.length === 1 };
  }
  const item = parent.kind === 'array' ? parent.items[Number(step)] : undefined;
  if (!item || parent.kind !== 'array') return undefined;
  const dash = text[parent.start] === '[' ? item.start : text.lastIndexOf('-', item.start - 1);
  return { start: dash, end: item.end, alone: parent.items.length === 1 };
}

/** With the comma after it, or before it where it is the last one. */
function cutFromFlow(text: string, start: number, end: number): OffsetEdit {
  const after = /^\s*,\s*/.exec(text.slice(end))?.[0].length ?? 0;
  const before = after > 0 ? 0 : (/\s*,\s*$/.exec(text.slice(0, start))?.[0].length ?? 0);
  return { offset: start - before, length: before + end + after - start, content: '' };
}

/** Whole lines where the entry has them to itself; where it shares its first line with a dash, the next line moves up. */
function cutLines(text: string, start: number, end: number): OffsetEdit {
  const from = start - columnOf(text, start);
  const trimmed = start + text.slice(start, end).trimEnd().length;
  const next = Math.min(text.length, lineEnd(text, trimmed) + (text.startsWith('\r\n', lineEnd(text, trimmed)) ? 2 : 1));
  if (text.slice(from, start).trim() === '') return { offset: from, length: next - from, content: '' };
  const indent = /^[ ]*/.exec(text.slice(next))?.[0].length ?? 0;
  return { offset: start, length: next + indent - start, content: '' };
}

const columnOf = (text: string, offset: number): number => offset - (text.lastIndexOf('\n', offset - 1) + 1);

function lineEnd(text: string, offset: number): number {
  const match = /\r?\n/.exec(text.slice(offset));
  return match ? offset + match.index : text.length;
}

/** Flow style on one line, so that it can stand wherever a value can: written as the one item of a list, whose brackets are taken off. */
function inline(value: Json): string {
  return stringify([value], { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trimEnd().slice(1, -1);
}

const scalar = (text: string): string => inline(text);
