import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import { listOf, objectOf, textOf, type JsonObject } from '../document/shape.ts';
import { CONTEXT } from './terms.ts';

/** A node of a graph: its properties by their names with the prefixes of `CONTEXT`, each a list, and where it stands in the document. */
export interface GraphNode {
  readonly id: string | undefined;
  readonly types: readonly string[];
  readonly path: NodePath;
  readonly properties: ReadonlyMap<string, readonly (GraphNode | string)[]>;
}

/**
 * The nodes of a JSON-LD document, as far as the form goes that people write by hand and tools compact to: prefixes of a context in the document, full
 * addresses, one value or a list, nodes within each other or side by side in a `@graph`. Contexts elsewhere are not fetched.
 */
export class Graph {
  readonly roots: readonly GraphNode[];
  readonly #prefixes: ReadonlyMap<string, string>;
  readonly #byId = new Map<string, GraphNode>();

  constructor(document: JsonObject) {
    this.#prefixes = prefixesOf(document['@context']);
    const graph = listOf(document['@graph']);
    this.roots = graph ? graph.flatMap((one, i) => this.#node(objectOf(one), ['@graph', i]) ?? []) : [this.#node(document, [])].flatMap(one => one ?? []);
  }

  /** The nodes a property names; a reference stands for the node that is described elsewhere. */
  nodes(from: GraphNode, property: string): readonly GraphNode[] {
    return (from.properties.get(property) ?? []).flatMap(one => (typeof one === 'string' ? [] : [this.#byId.get(one.id ?? '') ?? one]));
  }

  text(from: GraphNode | undefined, property: string): string | undefined {
    return from?.properties.get(property)?.find(one => typeof one === 'string');
  }

  /** What a property names, by its term: of a reference the term itself, of a node its types. */
  terms(from: GraphNode, property: string): readonly string[] {
    return this.nodes(from, property).flatMap(({ id, types }) => (types.length > 0 || id === undefined ? types : [id]));
  }

  #node(object: JsonObject | undefined, path: NodePath): GraphNode | undefined {
    if (!object) return undefined;
    const types = each(object['@type']).flatMap(one => (typeof one === 'string' ? [this.#term(one)] : []));
    const id = textOf(object['@id']);
    const named = Object.entries(object).filter(([key]) => !key.startsWith('@'));
    const properties = new Map(named.map(([key, value]) => [this.#term(key), this.#values(value, [...path, key])] as const));
    const node = { id: id === undefined ? undefined : this.#term(id), types, path, properties };
    if (node.id !== undefined && (types.length > 0 || properties.size > 0)) this.#byId.set(node.id, node);
    return node;
  }

  #values(value: Json, path: NodePath): readonly (GraphNode | string)[] {
    const isList = Array.isArray(value);
    return each(value).flatMap((one, i): readonly (GraphNode | string)[] => {
      const object = objectOf(one);
      const literal = object ? textOf(object['@value']) : textOf(one);
      if (literal !== undefined) return [literal];
      const node = this.#node(object, isList ? [...path, i] : path);
      return node ? [node] : [];
    });
  }

  /** `https://w3id.org/dpv#Process`, `x:Process` with an x of the document, and `dpv:Process` are one term. */
  #term(name: string): string {
    const [prefix = '', ...rest] = name.split(':');
    const space = this.#prefixes.get(prefix);
    const address = space !== undefined && rest.length > 0 ? `${space}${rest.join(':')}` : name;
    const own = Object.entries(CONTEXT).find(([, start]) => address.startsWith(start));
    return own ? `${own[0]}:${address.slice(own[1].length)}` : name;
  }
}

const each = (value: Json | undefined): readonly Json[] => (value === undefined ? [] : listOf(value) ?? [value]);

/** Addresses by the prefixes that stand for them in a context; those of `CONTEXT` need no declaration. */
export function prefixesOf(context: Json | undefined): ReadonlyMap<string, string> {
  const own = each(context).flatMap(one => Object.entries(objectOf(one) ?? {}));
  return new Map([...Object.entries(CONTEXT), ...own.flatMap(([key, value]) => (typeof value === 'string' ? [[key, value] as const] : []))]);
}
