import { isAlias, isMap, isPair, isScalar, isSeq, type Alias, type Node, type YAMLMap } from 'yaml';
import { name, number, say, type Message } from '../../core/message.ts';
import { DEPTH_LIMIT, type DocumentNode, type Property, type Span, type SyntaxProblem } from './tree.ts';

/** Nodes that aliases and merge keys may add to a document: enough for every honest one, too few for a bomb. */
export const ALIAS_BUDGET = 50_000;

/** How much a node holds, all aliases followed. */
interface Extent {
  readonly nodes: number;
  readonly height: number;
}

const LEAF: Extent = { nodes: 1, height: 0 };

/**
 * Turns parsed YAML into a document tree. An alias shares the node of its anchor, so memory stays small; because every reader of the tree
 * walks the shared parts again, the nodes that aliases stand for are counted and an alias beyond the budget is read as null, with a problem
 * at its place.
 */
export class YamlReader {
  readonly #anchors = new Map<string, DocumentNode>();
  readonly #extents = new WeakMap<DocumentNode, Extent>();
  readonly #problems: SyntaxProblem[] = [];
  #borrowed = 0;
  #told = false;

  get problems(): readonly SyntaxProblem[] {
    return this.#problems;
  }

  read(node: Node, depth = 0): DocumentNode {
    if (isAlias(node)) return this.#follow(node, depth);
    const read = this.#plain(node, depth);
    const anchor = 'anchor' in node ? node.anchor : undefined;
    if (anchor !== undefined) this.#anchors.set(anchor, read);
    return read;
  }

  #plain(node: Node, depth: number): DocumentNode {
    const span = spanOf(node);
    if (isMap(node)) return this.#sized({ ...span, kind: 'object', properties: this.#properties(node, depth) });
    if (isSeq(node)) return this.#sized({ ...span, kind: 'array', items: node.items.map(item => this.#value(item, span.end, depth)) });
    return { ...span, kind: 'scalar', value: isScalar(node) ? scalarOf(node.value) : null };
  }

  /** What a map has under its own keys, then what it merges in under keys of which it has none. */
  #properties(map: YAMLMap, depth: number): readonly Property[] {
    const own: Property[] = [];
    const merged: Property[] = [];
    for (const { key, value } of map.items) {
      if (!isScalar(key)) {
        const span = keySpanOf(key, map);
        this.#problems.push({ ...span, message: say`Keys are plain text here, not lists or maps` });
        continue;
      }
      const keySpan = spanOf(key);
      const read = this.#value(value, keySpan.end, depth);
      if (key.value === '<<' && key.type === 'PLAIN') merged.push(...this.#mergeable(read));
      else own.push({ key: String(scalarOf(key.value) ?? ''), keySpan, value: read });
    }
    const taken = new Set(own.map(property => property.key));
    return [...own, ...merged.filter(({ key }) => !taken.has(key) && taken.add(key))];
  }

  #value(value: unknown, end: number, depth: number): DocumentNode {
    return isNodeLike(value) ? this.read(value, depth + 1) : { start: end, end, kind: 'scalar', value: null };
  }

  #follow(alias: Alias, depth: number): DocumentNode {
    const target = this.#anchors.get(alias.source);
    if (!target) return this.#refuse(alias, say`No anchor ${name(`&${alias.source}`)} stands before this alias`);
    const { nodes, height } = this.#extentOf(target);
    this.#borrowed += nodes;
    if (depth + height > DEPTH_LIMIT) return this.#refuse(alias, say`Nested too deeply to be read`);
    if (this.#borrowed <= ALIAS_BUDGET) return this.#share(target);
    if (this.#told) return nothing(alias);
    this.#told = true;
    return this.#refuse(alias, say`Aliases of this document stand for more than ${number(ALIAS_BUDGET)} values; from here on they are read as empty`);
  }

  /** The properties a merge key brings: of one map, or of several with the first one winning. */
  #mergeable(node: DocumentNode): readonly Property[] {
    if (node.kind === 'array') return node.items.flatMap(item => (item.kind === 'object' ? this.#mergeable(item) : []));
    return node.kind === 'object' ? node.properties.map(property => ({ ...property, value: this.#share(property.value) })) : [];
  }

  #share(node: DocumentNode): DocumentNode {
    const copy: DocumentNode = { ...node, shared: true };
    this.#extents.set(copy, this.#extentOf(node));
    return copy;
  }

  #refuse(alias: Alias, message: Message): DocumentNode {
    this.#problems.push({ ...spanOf(alias), message });
    return nothing(alias);
  }

  #sized(node: DocumentNode): DocumentNode {
    const parts = node.kind === 'array' ? node.items : node.kind === 'object' ? node.properties.map(property => property.value) : [];
    let nodes = 1;
    let height = 0;
    for (const part of parts) {
      const extent = this.#extentOf(part);
      nodes += extent.nodes;
      height = Math.max(height, extent.height + 1);
    }
    this.#extents.set(node, { nodes, height });
    return node;
  }

  #extentOf(node: DocumentNode): Extent {
    return this.#extents.get(node) ?? LEAF;
  }
}

const nothing = (node: Node): DocumentNode => ({ ...spanOf(node), kind: 'scalar', value: null });

function spanOf(node: Node): Span {
  const [start = 0, end = start] = node.range ?? [];
  return { start, end };
}

const keySpanOf = (key: unknown, map: YAMLMap): Span => (isNodeLike(key) ? spanOf(key) : spanOf(map));

function isNodeLike(value: unknown): value is Node {
  return isAlias(value) || isMap(value) || isSeq(value) || (isScalar(value) && !isPair(value));
}

function scalarOf(value: unknown): string | number | boolean | null {
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
