import { stringify } from 'yaml';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import { nearestTo, nestedIn, renameKey, spanOfEntry, type NodeChange, type OffsetEdit } from './nodeChange.ts';
import { yamlPunctuation } from './punctuation.ts';
import { nodeAt, spanOf, type DocumentNode } from './tree.ts';
import { parseYaml } from './yaml.ts';

/**
 * Edits of YAML on its spans. New values are written on one line, in flow style where they have parts: in place of what they replace, or on
 * a line of their own below their siblings. Nothing is changed through an alias, because that would change other places too.
 */
export function editYaml(text: string, change: NodeChange): readonly OffsetEdit[] {
  const { root } = parseYaml(text);
  if (!root || isShared(root, change.path)) return [];
  switch (change.do) {
    case 'rename-node': return renameKey(root, change.path, change.to, inline);
    case 'remove-node': return removeNode(text, root, change.path);
    case 'set-node': return setNode(text, root, change.path, change.value);
    case 'insert-node': return insertItem(text, root, change.path, change.value);
    case 'move-node': return moveItem(text, root, change.path, change.to);
    case 'half-width-node': return yamlPunctuation(text);
  }
}

const isShared = (root: DocumentNode, path: NodePath): boolean => path.some((_, i) => nodeAt(root, path.slice(0, i + 1))?.shared === true);

function setNode(text: string, root: DocumentNode, path: NodePath, value: Json): readonly OffsetEdit[] {
  const nearest = nearestTo(root, path);
  if (!nearest) return [];
  const { node, rest: [step, ...rest] } = nearest;
  if (step === undefined) return [replace(text, node, valueStart(text, root, path, node), inline(value))];
  const nested = nestedIn(rest, value);
  const entry = node.kind === 'object' ? `${inline(String(step))}: ${inline(nested)}` : inline(nested);
  const size = node.kind === 'object' ? node.properties.length : node.kind === 'array' ? node.items.length : 0;
  if (size === 0 || isFlow(text, node)) return [intoFlow(text, node, size, entry)];
  const column = columnOf(text, node.kind === 'object' ? (node.properties.at(-1)?.keySpan.start ?? node.start) : node.start);
  return [addLine(text, node, `${' '.repeat(column)}${node.kind === 'array' ? '- ' : ''}${entry}`)];
}

/** A value that begins below its key is replaced from the key on, so that the new one can stand beside it. */
function valueStart(text: string, root: DocumentNode, path: NodePath, node: DocumentNode): number {
  if (path.length === 0 || typeof path.at(-1) === 'number') return node.start;
  const { end } = spanOf(root, path, 'key');
  const colon = /^\s*:/.exec(text.slice(end, node.start))?.[0].length ?? 0;
  return text.slice(end, node.start).includes('\n') ? end + colon : node.start;
}

function replace(text: string, node: DocumentNode, start: number, content: string): OffsetEdit {
  const end = Math.max(start, start + text.slice(start, contentEnd(text, node)).trimEnd().length);
  const needsSpace = /[:\-?,]$/.test(text.slice(Math.max(0, start - 1), start));
  return { offset: start, length: end - start, content: needsSpace ? ` ${content}` : content };
}

function intoFlow(text: string, node: DocumentNode, size: number, entry: string): OffsetEdit {
  if (size === 0) return replace(text, node, node.start, node.kind === 'array' ? `[${entry}]` : `{${entry}}`);
  const inner = text.slice(node.start, node.end - 1).trimEnd();
  return { offset: node.start + inner.length, length: 0, content: inner.endsWith(',') ? ` ${entry}` : `, ${entry}` };
}

/** A new line below the last one of a block. */
function addLine(text: string, node: DocumentNode, line: string): OffsetEdit {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const end = contentEnd(text, node);
  const offset = text[end - 1] === '\n' ? end : lineEnd(text, end);
  return text[offset - 1] === '\n' ? { offset, length: 0, content: line + eol } : { offset, length: 0, content: eol + line };
}

function insertItem(text: string, root: DocumentNode, path: NodePath, value: Json): readonly OffsetEdit[] {
  const list = nodeAt(root, path.slice(0, -1));
  const item = list?.kind === 'array' ? list.items[Number(path.at(-1))] : undefined;
  if (!list || !item) return setNode(text, root, path, value);
  if (isFlow(text, list)) return [{ offset: item.start, length: 0, content: `${inline(value)}, ` }];
  const dash = text.lastIndexOf('-', item.start - 1);
  const indent = ' '.repeat(columnOf(text, dash));
  return [{ offset: dash, length: 0, content: `- ${inline(value)}${text.includes('\r\n') ? '\r\n' : '\n'}${indent}` }];
}

/** Items of a list change places with all that belongs to them, their dashes left where they are. */
function moveItem(text: string, root: DocumentNode, path: NodePath, to: number): readonly OffsetEdit[] {
  const list = nodeAt(root, path.slice(0, -1));
  const from = Number(path.at(-1));
  if (list?.kind !== 'array') return [];
  const order = list.items.map((_, i) => i);
  order.splice(to, 0, ...order.splice(from, 1));
  const spans = list.items.map(item => ({ start: item.start, end: item.start + text.slice(item.start, contentEnd(text, item)).trimEnd().length }));
  return spans.flatMap(({ start, end }, i) => {
    const other = spans[order[i] ?? i];
    return !other || order[i] === i ? [] : [{ offset: start, length: end - start, content: text.slice(other.start, other.end) }];
  });
}

function removeNode(text: string, root: DocumentNode, path: NodePath): readonly OffsetEdit[] {
  const parent = nodeAt(root, path.slice(0, -1));
  const node = nodeAt(root, path);
  const entry = parent && spanOfEntry(parent, path.at(-1));
  if (!parent || !node || !entry || path.length === 0) return [];
  const { span, before, after } = entry;
  if (!before && !after) {
    const start = valueStart(text, root, path.slice(0, -1), parent);
    return [replace(text, parent, start, parent.kind === 'array' ? '[]' : '{}')];
  }
  if (!isFlow(text, parent)) {
    const start = parent.kind === 'array' ? text.lastIndexOf('-', span.start - 1) : span.start;
    return [cutLines(text, start, contentEnd(text, node))];
  }
  const [from, to] = after ? [span.start, after.start] : [before?.end ?? span.start, span.end];
  return [{ offset: from, length: to - from, content: '' }];
}

/** Whole lines where the entry has them to itself; where it shares its first line with a dash, the next line moves up. */
function cutLines(text: string, start: number, end: number): OffsetEdit {
  const from = start - columnOf(text, start);
  const next = text[end - 1] === '\n'
    ? end
    : Math.min(text.length, lineEnd(text, end) + (text.startsWith('\r\n', lineEnd(text, end)) ? 2 : 1));
  if (text.slice(from, start).trim() === '') return { offset: from, length: next - from, content: '' };
  const indent = /^ */.exec(text.slice(next))?.[0].length ?? 0;
  return { offset: start, length: next + indent - start, content: '' };
}

const isFlow = (text: string, node: DocumentNode): boolean => text[node.start] === '{' || text[node.start] === '[';

/**
 * Where the last value of a node ends. The parser counts blank lines and comments below a block as part of it; a block scalar ends its own
 * line.
 */
function contentEnd(text: string, node: DocumentNode): number {
  if (node.kind === 'scalar' || isFlow(text, node)) return node.end;
  const last = node.kind === 'object' ? node.properties.at(-1) : undefined;
  const inner = node.kind === 'array' ? node.items.at(-1) : last?.value;
  if (!inner) return node.end;
  return inner.shared || inner.end < (last?.keySpan.end ?? node.start)
    ? lineEnd(text, last?.keySpan.end ?? node.start)
    : contentEnd(text, inner);
}

const columnOf = (text: string, offset: number): number => offset - (text.lastIndexOf('\n', offset - 1) + 1);

function lineEnd(text: string, offset: number): number {
  const match = /\r?\n/.exec(text.slice(offset));
  return match ? offset + match.index : text.length;
}

/**
 * Flow style on one line, so that it can stand wherever a value can: written as the one item of a list, whose brackets are taken off. Texts that would
 * take several lines are written as JSON has them, which YAML reads alike.
 */
function inline(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return `{${Object.entries(value).map(([key, item]: [string, Json]) => `${inline(key)}: ${inline(item)}`).join(', ')}}`;
  const written = stringify([value], { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trimEnd().slice(1, -1);
  return written.includes('\n') ? JSON.stringify(value) : written;
}
