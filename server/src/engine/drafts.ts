import { isRefusal, type Files, type Refusal } from '../core/host.ts';
import type { Description } from '../core/description.ts';
import { readText } from '../util/readFile.ts';
import { toJson } from '../util/json.ts';
import { applyNodeEdits, editNode, type NodeChange } from '../metadata/document/edit.ts';
import { objectOf } from '../metadata/document/shape.ts';
import { canonicalUri, childOf, fileNameOf, folderOf, pathBelow } from '../util/uri.ts';
import type { Snapshot } from './dataCheck.ts';
import { describeTable } from './describe.ts';
import { partsOf } from './describeMl.ts';
import { findForeignKeys, type KeyedTable } from './findForeignKeys.ts';
import { findKey } from './findKey.ts';
import { mergeDescription } from './mergeDescription.ts';
import type { RowSurroundings } from './readRows.ts';
import { allStandards } from './registry.ts';
import { resolvePath } from './resourcePaths.ts';

/** Where a new description goes, beside its data. */
const TARGET = 'datapackage.json';
export const OWN = 'data-package';
/** Descriptions larger than this are not edited. */
export const LIMIT = 16 * 1024 * 1024;

/** The text of a description as it should be; nothing is written here. */
export interface Draft {
  readonly target: string;
  readonly text: string;
  /** The same as a whole new document, where there is one. */
  readonly fresh: string;
  readonly exists: boolean;
}

/** Where rows are read from, and how other tables of a description are come by; without that no keys are looked for that lead to them. */
export interface DraftSurroundings extends RowSurroundings {
  snapshotOf?(uri: string): Promise<Snapshot | undefined>;
}

export type Undrafted = Refusal & { readonly uri: string };

/** What a check has seen of a table, in a new description or merged into the one that is there; `undefined` where there is no table. */
export async function describedAs(files: Files, snapshot: Snapshot, surroundings: DraftSurroundings): Promise<Draft | Undrafted | undefined> {
  const { uri, checked, found, masks } = snapshot;
  const isOwn = found !== undefined && found.described.description.standard === OWN && found.described.resource.node.length > 0;
  const target = isOwn ? found.described.uri : childOf(folderOf(uri), TARGET);
  const key = await findKey(snapshot, surroundings, {});
  const there = await readText(files, target, LIMIT);
  const table = describeTable(checked, pathBelow(folderOf(target), uri) ?? fileNameOf(uri), masks, isRefusal(key) ? undefined : key);
  const others = typeof there === 'string' ? await keyedTables(target, there, uri, surroundings) : [];
  const description = table && await withForeignKeys(table, snapshot, others, surroundings);
  const text = description && allStandards.find(({ id }) => id === OWN)?.write?.(description).text;
  if (text === undefined) return undefined;
  if (typeof there !== 'string') return there.refused === 'missing' ? { target, text, fresh: text, exists: false } : { ...there, uri: target };
  return { target, fresh: text, text: withParts(mergeDescription(there, fileNameOf(target), toJson(JSON.parse(text)) ?? null), fileNameOf(target)), exists: true };
}

/** A drafted description of one table with the foreign keys that lead to others. */
export async function withForeignKeys(
  description: Description, snapshot: Snapshot, others: readonly KeyedTable[], surroundings: RowSurroundings,
): Promise<Description> {
  const [resource] = description.resources;
  const foreignKeys = resource && others.length > 0 ? await findForeignKeys(snapshot, others, [...resource.node, 'schema', 'foreignKeys'], surroundings, {}) : [];
  return resource && foreignKeys.length > 0 ? { ...description, resources: [{ ...resource, foreignKeys }] } : description;
}

/** Tables of a description whose rows one column tells apart, but for the file itself. */
async function keyedTables(target: string, text: string, own: string, { snapshotOf }: DraftSurroundings): Promise<readonly KeyedTable[]> {
  const { description } = allStandards.find(({ id }) => id === OWN)?.read(text, fileNameOf(target)) ?? {};
  const found: KeyedTable[] = [];
  for (const { name, paths, primaryKey } of (description?.resources ?? []).slice(0, MOST_TABLES)) {
    const [path, ...parts] = paths;
    const [key, ...keys] = primaryKey ?? [];
    const uri = path === undefined || parts.length > 0 ? undefined : resolvePath(target, path).uri;
    if (uri === undefined || key === undefined || keys.length > 0 || canonicalUri(uri) === canonicalUri(own)) continue;
    const snapshot = await snapshotOf?.(canonicalUri(uri));
    if (snapshot) found.push({ snapshot, name, key });
  }
  return found;
}

/** Other tables that are looked at for one description. */
const MOST_TABLES = 20;

/** A description with the parts its tables make up together, where nobody has said anything of parts. */
function withParts(text: string, fileName: string): string {
  const { description, complaints } = allStandards.find(({ id }) => id === OWN)?.read(text, fileName) ?? {};
  const parts = description && partsOf(description);
  if (!description || !parts || complaints?.some(({ kind }) => kind === 'syntax') || description.ml?.splits) return text;
  const value = toJson({ ...(description.ml?.target === undefined && parts.target !== undefined && { target: parts.target }), splits: parts.splits?.parts ?? {} });
  const changes: readonly NodeChange[] = description.ml
    ? Object.entries(objectOf(value) ?? {}).map(([key, one]) => ({ do: 'set-node', path: ['ml', key], value: one }))
    : [{ do: 'set-node', path: ['ml'], value: value ?? null }];
  return changes.reduce((now, change) => applyNodeEdits(now, editNode(now, fileName, change)), text);
}
