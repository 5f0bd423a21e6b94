import type { NodePath, TextRange } from '../core/place.ts';

/** A stretch of a text, in UTF-16 code units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where nodes of a JSON text that parses lie, by their paths; `undefined` for those that are not there. Everything that leads to none of them is passed over. */
export function jsonPlaces(text: string, paths: readonly NodePath[]): readonly (Stretch | undefined)[] {
  const root: Wanted = { indexes: [], children: new Map() };
  paths.forEach((path, i) => {
    let at = root;
    for (const step of path) {
      const next = at.children.get(`${step}`) ?? { indexes: [], children: new Map() };
      at.children.set(`${step}`, next);
      at = next;
    }
    at.indexes.push(i);
  });
  const places = paths.map((): Stretch | undefined => undefined);
  walk(text, 0, root, places);
  return places;
}

interface Wanted {
  readonly indexes: number[];
  readonly children: Map<string, Wanted>;
}

/** Goes over the value that begins at or after `from`, and returns where it ends. */
function walk(text: string, from: number, wanted: Wanted, places: (Stretch | undefined)[]): number {
  const start = afterSpace(text, from);
  const isNested = text[start] === '{' || text[start] === '[';
  const end = isNested && wanted.children.size > 0 ? walkInto(text, start, wanted, places) : endOf(text, start);
  for (const index of wanted.indexes) places[index] = { start, end };
  return end;
}

function walkInto(text: string, start: number, { children }: Wanted, places: (Stretch | undefined)[]): number {
  const isList = text[start] === '[';
  let at = afterSpace(text, start + 1);
  for (let item = 0; at < text.length && text[at] !== '}' && text[at] !== ']'; item++) {
    const keyEnd = isList ? at : stringEnd(text, at);
    const key = isList ? `${item}` : keyOf(text.slice(at, keyEnd));
    const from = isList ? at : afterSpace(text, keyEnd) + 1;
    const child = children.get(key);
    at = afterSpace(text, child ? walk(text, from, child, places) : endOf(text, afterSpace(text, from)));
    if (text[at] === ',') at = afterSpace(text, at + 1);
  }
  return at + 1;
}

function keyOf(quoted: string): string {
  const key: unknown = JSON.parse(quoted);
  return String(key);
}

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN: ReadonlySet<number> = new Set([91, 123]);
const CLOSE: ReadonlySet<number> = new Set([93, 125]);

/** Where a value ends that begins here. */
function endOf(text: string, start: number): number {
  if (text[start] === '"') return stringEnd(text, start);
  if (text[start] !== '{' && text[start] !== '[') {
    let end = start;
    while (end < text.length && !/[\s,\]}]/.test(text[end] ?? '')) end++;
    return end;
  }
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = stringEnd(text, at) - 1;
    else if (OPEN.has(code)) depth++;
    else if (CLOSE.has(code) && --depth === 0) return at + 1;
  }
  return text.length;
}

function stringEnd(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return end + 1;
  }
  return text.length;
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 32) at++;
  return at;
}

/** Stretches as editors count them, each found by walking on from the one before it where they are in order. Lines end with `\n`. */
export function rangesIn(text: string, stretches: readonly Stretch[]): readonly TextRange[] {
  let [line, lineStart] = [0, 0];
  const position = (offset: number): TextRange['start'] => {
    if (offset < lineStart) [line, lineStart] = [0, 0];
    for (let next = text.indexOf('\n', lineStart); next >= 0 && next < offset; next = text.indexOf('\n', lineStart)) [line, lineStart] = [line + 1, next + 1];
    return { line, character: offset - lineStart };
  };
  return stretches.map(({ start, end }) => ({ start: position(start), end: position(end) }));
}
