import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import type { Related } from '../../core/standard.ts';
import { readDocument } from '../document/document.ts';
import { listOf, objectOf, textOf, type JsonObject } from '../document/shape.ts';
import { resolveLink } from './links.ts';
import { isLanguage } from './terms.ts';

/** The tables of a document with what they take from the group around them and from other documents. */
export interface Outline {
  /** Language of titles that name none, `und` where the context names none either. */
  readonly language: string;
  readonly base: string | undefined;
  readonly group: JsonObject | undefined;
  readonly tables: readonly OutlinedTable[];
}

export interface OutlinedTable {
  readonly table: JsonObject;
  readonly node: NodePath;
  /** Path or URL of the data, resolved. */
  readonly url: string | undefined;
  readonly schema: Part | undefined;
  readonly dialect: Part | undefined;
}

/** A schema or a dialect, here or in another document. */
export interface Part {
  readonly object: JsonObject;
  /** Where it stands, or where the reference to it does. */
  readonly node: NodePath;
  /** Path or URL of the document it stands in, resolved; `undefined` where it stands here. */
  readonly address: string | undefined;
  /** Names of schemas, resolved. */
  readonly id: string | undefined;
}

export type DocumentKind = 'TableGroup' | 'Table' | 'Schema' | 'Dialect';

/** What a document describes, by its type or else by what it holds. */
export function kindOf(root: JsonObject): DocumentKind {
  const type = KINDS.find(kind => kind === root['@type']);
  if ('tables' in root || type === 'TableGroup') return 'TableGroup';
  if (type === 'Table' || 'url' in root || 'tableSchema' in root) return 'Table';
  if (type === 'Schema' || 'columns' in root) return 'Schema';
  return type === 'Dialect' || DIALECT_KEYS.some(key => key in root) ? 'Dialect' : 'Table';
}

const KINDS = ['TableGroup', 'Table', 'Schema', 'Dialect'] as const;
const DIALECT_KEYS = ['delimiter', 'quoteChar', 'headerRowCount', 'commentPrefix', 'lineTerminators'];

export function outlineOf(root: JsonObject, related: Related): Outline {
  const local = objectOf(listOf(root['@context'])?.[1]);
  const base = textOf(local?.['@base']);
  const language = textOf(local?.['@language']) ?? 'und';
  const group = kindOf(root) === 'TableGroup' ? root : undefined;
  const outlined = tableObjects(root).map(([table, node]): OutlinedTable => {
    const part = (key: string): Part | undefined => {
      const own = table[key] !== undefined;
      return partAt(own ? table[key] : group?.[key], own ? [...node, key] : [key], base, related);
    };
    const url = textOf(table['url']);
    return { table, node, url: url === undefined ? undefined : resolveLink(url, base), schema: part('tableSchema'), dialect: part('dialect') };
  });
  return { language: isLanguage(language) ? language : 'und', base, group, tables: outlined };
}

/** The tables of a document with their nodes; those of a group that are no objects are passed over. */
function tableObjects(root: JsonObject): readonly (readonly [JsonObject, NodePath])[] {
  if (kindOf(root) === 'Table') return [[root, []]];
  return (listOf(root['tables']) ?? []).flatMap((item, i) => {
    const table = objectOf(item);
    return table ? [[table, ['tables', i]] as const] : [];
  });
}

function partAt(value: Json | undefined, node: NodePath, base: string | undefined, related: Related): Part | undefined {
  const reference = textOf(value);
  const address = reference === undefined ? undefined : resolveLink(reference, base);
  const object = address === undefined ? objectOf(value) : objectOf(readDocument(related.get(address) ?? '', 'schema.json').value);
  const id = textOf(object?.['@id']);
  return object && { object, node, address, id: id === undefined ? undefined : resolveLink(id, base) };
}

/** References to schemas and dialects, resolved, with the nodes they stand at. */
export function referencesOf(root: JsonObject): readonly { readonly address: string; readonly node: NodePath }[] {
  const base = textOf(objectOf(listOf(root['@context'])?.[1])?.['@base']);
  const holders: readonly (readonly [Json | undefined, NodePath])[] = [[root, []], ...(listOf(root['tables']) ?? []).map((item, i) => [item, ['tables', i]] as const)];
  return holders.flatMap(([holder, node]) => ['tableSchema', 'dialect'].flatMap(key => {
    const reference = textOf(objectOf(holder)?.[key]);
    return reference === undefined ? [] : [{ address: resolveLink(reference, base), node: [...node, key] }];
  }));
}
