import type { Json } from '../../core/problem.ts';
import { repeatedKeys } from './keys.ts';
import { objectOf } from './shape.ts';
import { movedProblem, type DocumentNode, type PartReader, type PartReading, type Property, type SyntaxProblem, valueOf } from './tree.ts';

/** A document that was read whole, with all that is needed to read it again where it changed. */
export interface Reading {
  readonly text: string;
  readonly root: DocumentNode;
  readonly value: Json;
  /** What the parser says, in its order, and the keys that occur twice. */
  readonly errors: readonly SyntaxProblem[];
  readonly repeated: readonly SyntaxProblem[];
  readonly readPart: PartReader;
}

/**
 * The reading of a text that differs from one read before within one node: only the smallest such node that can be read by itself is, what stands behind it is
 * moved, and the value of everything else is the very same object as before. `undefined` where nearly all would have to be read.
 */
export function readAgain(before: Reading, text: string): Reading | undefined {
  const edit = editBetween(before.text, text);
  const nodes = nodesAround(before.root, edit);
  for (let depth = nodes.length - 1; depth > 0; depth--) {
    const old = nodes[depth]?.node;
    if (!old || old.end - old.start > MOST * before.text.length) return undefined;
    // What was said at a text may be about it, or about what is missing before it.
    if (old.kind === 'scalar' && before.errors.some(({ start }) => start === old.start)) continue;
    const part = before.readPart(text, old, { start: old.start, end: old.end + edit.longer, depth });
    if (part) return withPart(before, text, { part: inPlace(part, old.start), old, way: nodes.slice(1, depth + 1).map(one => one.at), longer: edit.longer });
  }
  return undefined;
}

/** Share of a document from which on its parts are not tried. */
const MOST = 0.5;

interface Edit {
  /** What was there before, by its offsets. */
  readonly from: number;
  readonly to: number;
  /** Letters more than before. */
  readonly longer: number;
}

function editBetween(before: string, now: string): Edit {
  const most = Math.min(before.length, now.length);
  const from = alike(most, (at, length) => before.substr(at, length) === now.substr(at, length));
  const same = alike(most - from, (at, length) => before.substr(before.length - at - length, length) === now.substr(now.length - at - length, length));
  return { from, to: before.length - same, longer: now.length - before.length };
}

/** How far two texts are alike, told block by block, because engines compare blocks faster than letters. */
function alike(most: number, areAlike: (at: number, length: number) => boolean): number {
  let at = 0;
  for (let block = 4096; block >= 1;) {
    if (at + block <= most && areAlike(at, block)) at += block;
    else block >>= 1;
  }
  return at;
}

/** The nodes that an edit lies within, between their first and last letter, the outermost first; each with its place among its siblings. */
function nodesAround(root: DocumentNode, { from, to }: Edit): readonly { readonly node: DocumentNode; readonly at: number }[] {
  const nodes: { readonly node: DocumentNode; readonly at: number }[] = [];
  for (let [node, at]: [DocumentNode | undefined, number] = [root, 0]; node;) {
    nodes.push({ node, at });
    const inner: readonly DocumentNode[] = node.kind === 'object' ? node.properties.map(({ value }) => value) : node.kind === 'array' ? node.items : [];
    at = inner.findIndex(({ start, end }) => start < from && to < end);
    node = inner[at];
  }
  return nodes;
}

const inPlace = ({ node, errors }: PartReading, by: number): PartReading => ({ node: moved(node, by), errors: errors.map(error => movedProblem(error, by)) });

interface Replacement {
  readonly part: PartReading;
  readonly old: DocumentNode;
  /** Which child it is of which, from the root on. */
  readonly way: readonly number[];
  readonly longer: number;
}

function withPart(before: Reading, text: string, { part, old, way, longer }: Replacement): Reading {
  const around = (problems: readonly SyntaxProblem[], inner: readonly SyntaxProblem[]): readonly SyntaxProblem[] => {
    const isBefore = ({ start }: SyntaxProblem): boolean => start <= old.start;
    const behind = problems.filter(problem => !isBefore(problem) && problem.start >= old.end);
    return [...problems.filter(isBefore), ...inner, ...behind.map(problem => movedProblem(problem, longer))];
  };
  return {
    text, readPart: before.readPart,
    root: exchanged(before.root, way, part.node, longer),
    value: withValue(before.value, before.root, way, valueOf(part.node)),
    errors: around(before.errors, part.errors),
    repeated: around(before.repeated, repeatedKeys(part.node)),
  };
}

function exchanged(node: DocumentNode, [at, ...way]: readonly number[], part: DocumentNode, longer: number): DocumentNode {
  if (at === undefined) return part;
  const end = node.end + longer;
  const child = (one: DocumentNode, i: number): DocumentNode => (i < at ? one : i === at ? exchanged(one, way, part, longer) : moved(one, longer));
  if (node.kind === 'array') return { ...node, end, items: node.items.map(child) };
  if (node.kind === 'scalar') return node;
  const property = (one: Property, i: number): Property => (i < at ? one : i > at ? movedProperty(one, longer) : { ...one, value: child(one.value, i) });
  return { ...node, end, properties: node.properties.map(property) };
}

function moved(node: DocumentNode, by: number): DocumentNode {
  if (by === 0) return node;
  const [start, end] = [node.start + by, node.end + by];
  if (node.kind === 'scalar') return { start, end, kind: 'scalar', value: node.value };
  if (node.kind === 'array') return { start, end, kind: 'array', items: node.items.map(item => moved(item, by)) };
  return { start, end, kind: 'object', properties: node.properties.map(property => movedProperty(property, by)) };
}

const movedProperty = ({ key, keySpan, value }: Property, by: number): Property =>
  ({ key, keySpan: { start: keySpan.start + by, end: keySpan.end + by }, value: moved(value, by) });

/** Of keys that occur twice the last one counts. */
function withValue(value: Json, node: DocumentNode, [at, ...way]: readonly number[], part: Json): Json {
  if (at === undefined) return part;
  if (node.kind === 'array' && Array.isArray(value)) {
    const inner = node.items[at];
    return inner ? value.map((one: Json, i) => (i === at ? withValue(one, inner, way, part) : one)) : value;
  }
  const [property, known] = [node.kind === 'object' ? node.properties[at] : undefined, objectOf(value)];
  if (!property || node.kind !== 'object' || !known || node.properties.some(({ key }, i) => i > at && key === property.key)) return value;
  return { ...known, [property.key]: withValue(known[property.key] ?? null, property.value, way, part) };
}
