import { getLocation } from 'jsonc-parser';
import type { NodePath } from '../../core/place.ts';
import type { Cursor } from './tree.ts';

/** A dash or a key of block style, at its column. */
interface Token {
  readonly column: number;
  /** `undefined` for a dash. */
  readonly key?: string;
}

/** Lines above that are looked at. */
const MOST_LINES = 20_000;

/** Where somebody writes in YAML: by the indentation of block style, which holds while the line is unfinished; within brackets as JSON has it. */
export function yamlCursor(text: string, offset: number): Cursor {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  const above = text.slice(0, lineStart).split(/\r?\n/).slice(0, -1).slice(-MOST_LINES).flatMap(tokensOf);
  const [, indent = '', dashes = '', key, rest] = /^([ \t]*)((?:-[ \t]+)*)(?:("[^"]*"|'[^']*'|[^\s"'#:[{][^:#]*?):(?:[ \t]+(.*))?$)?/.exec(before) ?? [];
  const ahead = dashesOf(indent, dashes);
  const column = indent.length + dashes.length;
  const flow = /[[{]/.exec(rest ?? (key === undefined ? before.slice(column) : ''));
  if (key !== undefined && rest !== undefined) {
    const path = [...pathOf([...above, ...ahead], column), unquoted(key)];
    if (flow) return within(path, text, offset - rest.length + flow.index, offset);
    return { ...wordAt(text, offset - rest.length + leading(rest), offset), path, at: 'value', hasValue: false, needsComma: false };
  }
  const path = pathOf([...above, ...ahead], column);
  if (flow) return within(path, text, lineStart + column + flow.index, offset);
  const word = wordAt(text, lineStart + column, offset);
  return { ...word, path, at: dashes === '' ? 'key' : 'either', hasValue: /^[ \t]*:/.test(text.slice(word.end)), needsComma: false };
}

const leading = (rest: string): number => rest.length - rest.trimStart().length;
const unquoted = (key: string): string => key.replace(/^(["'])(.*)\1$/, '$2');

function wordAt(text: string, start: number, offset: number): { readonly start: number; readonly end: number } {
  const end = offset + (/^[\w$.-]*["']?/.exec(text.slice(offset))?.[0].length ?? 0);
  return { start, end };
}

function dashesOf(indent: string, dashes: string): readonly Token[] {
  return [...dashes.matchAll(/-/g)].map(({ index }) => ({ column: indent.length + index }));
}

function tokensOf(line: string): readonly Token[] {
  const [, indent = '', dashes = '', key] = /^([ ]*)((?:-[ ]+|-$)*)(?:("[^"]*"|'[^']*'|[^\s"'#:[{|>][^:#]*?):(?:\s|$))?/.exec(line) ?? [];
  return [...dashesOf(indent, dashes), ...(key === undefined ? [] : [{ column: indent.length + dashes.length, key: unquoted(key) }])];
}

/** Walks up from a column: a dash further left makes an item of a list, a key further left is what it all stands under. */
function pathOf(tokens: readonly Token[], from: number): NodePath {
  const path: (string | number)[] = [];
  let column = from;
  let inList = false;
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i];
    if (!token) continue;
    if (token.key !== undefined) {
      if (inList ? token.column > column : token.column >= column) continue;
      path.unshift(token.key);
      [column, inList] = [token.column, false];
    } else if (token.column < column) {
      path.unshift(itemsBefore(tokens, i));
      [column, inList] = [token.column, true];
    }
  }
  return path;
}

/** How many items of the same list stand before a dash. */
function itemsBefore(tokens: readonly Token[], dash: number): number {
  const column = tokens[dash]?.column ?? 0;
  let items = 0;
  for (let i = dash - 1; i >= 0; i--) {
    const token = tokens[i];
    if (!token || token.column > column) continue;
    if (token.key !== undefined || token.column < column) break;
    items++;
  }
  return items;
}

/** Flow style is near enough to JSON for its place to be told: keys without quotes are given some. */
function within(path: NodePath, text: string, start: number, offset: number): Cursor {
  const part = text.slice(start, offset);
  const quoted = part.replace(/([{,]\s*)([A-Za-z_$][\w$-]*)(\s*:)/g, '$1"$2"$3');
  const word = /[\w$.-]*$/.exec(part)?.[0] ?? '';
  const { path: inner, isAtPropertyKey } = getLocation(quoted.slice(0, quoted.length - word.length), quoted.length - word.length);
  return {
    path: [...path, ...(isAtPropertyKey ? inner.slice(0, -1) : inner)], at: isAtPropertyKey ? 'key' : 'value', start: offset - word.length,
    end: wordAt(text, offset, offset).end, hasValue: /^[\w$.-]*\s*:/.test(text.slice(offset)), needsComma: false,
  };
}
