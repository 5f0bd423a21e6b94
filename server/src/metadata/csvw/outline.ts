import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import type { Related } from '../../core/standard.ts';
import { readDocument } from '../document/document.ts';
import { listOf, objectOf, textOf, type JsonObject } from '../document/shape.ts';
import { headerName, referredName } from './columns.ts';
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
  /** What the header is to say of each column, by the name that keys use; `undefined` where nobody says it. Virtual columns too. */
  readonly columns: ReadonlyMap<string, string | undefined>;
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
  const given = textOf(local?.['@language']) ?? 'und';
  const context = { base: textOf(local?.['@base']), language: isLanguage(given) ? given : 'und', group: kindOf(root) === 'TableGroup' ? root : undefined };
  const parts = new Parts(context, related);
  return { ...context, tables: tableObjects(root).map(([table, node]) => outlineTable(table, node, context, parts)) };
}

function outlineTable(table: JsonObject, node: NodePath, { group, base }: Omit<Outline, 'tables'>, parts: Parts): OutlinedTable {
  const part = (key: string): Part | undefined => (table[key] === undefined ? parts.at(group?.[key], [key]) : parts.at(table[key], [...node, key]));
  const url = textOf(table['url']);
  return { table, node, url: url === undefined ? undefined : resolveLink(url, base), schema: part('tableSchema'), dialect: part('dialect') };
}

/** Schemas and dialects, each read once however many tables share it. */
class Parts {
  readonly #context: Omit<Outline, 'tables'>;
  readonly #related: Related;
  readonly #documents = new Map<string, JsonObject | undefined>();
  readonly #columns = new Map<JsonObject, Part['columns']>();

  constructor(context: Omit<Outline, 'tables'>, related: Related) {
    this.#context = context;
    this.#related = related;
  }

  at(value: Json | undefined, node: NodePath): Part | undefined {
    const { base } = this.#context;
    const reference = textOf(value);
    const address = reference === undefined ? undefined : resolveLink(reference, base);
    const object = address === undefined ? objectOf(value) : this.#document(address);
    const id = textOf(object?.['@id']);
    return object && { object, node, address, id: id === undefined ? undefined : resolveLink(id, base), columns: this.#columnsOf(object) };
  }

  #document(address: string): JsonObject | undefined {
    if (!this.#documents.has(address)) this.#documents.set(address, objectOf(readDocument(this.#related.get(address) ?? '', 'schema.json').value));
    return this.#documents.get(address);
  }

  #columnsOf(object: JsonObject): Part['columns'] {
    const known = this.#columns.get(object) ?? columnNames(object, this.#context.language);
    this.#columns.set(object, known);
    return known;
  }
}

/** The first of several columns of one name counts. */
function columnNames(object: JsonObject, language: string): Part['columns'] {
  const names = new Map<string, string | undefined>();
  for (const item of listOf(object['columns']) ?? []) {
    const column = objectOf(item);
    const name = column && referredName(column, language);
    if (column && name !== undefined && !names.has(name)) names.set(name, headerName(column, language));
  }
  return names;
}

/** The tables of a document with their nodes; those of a group that are no objects are passed over. */
function tableObjects(root: JsonObject): readonly (readonly [JsonObject, NodePath])[] {
  if (kindOf(root) === 'Table') return [[root, []]];
  return (listOf(root['tables']) ?? []).flatMap((item, i) => {
    const table = objectOf(item);
    return table ? [[table, ['tables', i]] as const] : [];
  });
}

/** References to schemas and dialects, resolved, with the nodes they stand at. */
export function referencesOf(root: JsonObject): readonly { readonly address: string; readonly node: NodePath }[] {
  const base = textOf(objectOf(listOf(root['@context'])?.[1])?.['@base']);
  const tables = (listOf(root['tables']) ?? []).map((item, i) => [item, ['tables', i]] as const);
  const holders: readonly (readonly [Json | undefined, NodePath])[] = [[root, []], ...tables];
  return holders.flatMap(([holder, node]) => ['tableSchema', 'dialect'].flatMap(key => {
    const reference = textOf(objectOf(holder)?.[key]);
    return reference === undefined ? [] : [{ address: resolveLink(reference, base), node: [...node, key] }];
  }));
}
