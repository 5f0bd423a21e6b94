import { CompletionItemKind } from 'vscode-languageserver';
import type { Column } from '../../core/column.ts';
import type { FieldDescription, ResourceDescription } from '../../core/description.ts';
import { isRefusal } from '../../core/host.ts';
import { count, say, type Message } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import { isDatasetName, isDescriptionUri } from '../../engine/registry.ts';
import type { GuideName } from '../../core/standard.ts';
import { readDocument } from '../../metadata/document/document.ts';
import { nodeAt, type DocumentNode } from '../../metadata/document/tree.ts';
import { READ_ENCODINGS } from '../../util/charset/labels.ts';
import { childOf, fileNameOf, folderOf, pathBelow } from '../../util/uri.ts';
import { typeName } from './columnTypes.ts';
import { columnsOf, type OpenDescription, ownersOf, snapshotOf } from './openDescription.ts';
import type { Session } from './session.ts';
import { termsFor } from './privacyTerms.ts';

/** A value that may stand at a place of a description. */
export interface Offer {
  readonly value: string;
  readonly kind: CompletionItemKind;
  readonly detail?: Message;
  /** Stands there as it is, a number for instance. */
  readonly raw?: boolean;
}

/** Values that a place of a description may name: files, columns, fields, resources, values of the data, and words of vocabularies. */
export async function namesFor(session: Session, open: OpenDescription, path: NodePath): Promise<readonly Offer[]> {
  const name = open.guide?.names(path, open.fileName, open.value);
  return name === undefined ? [] : offersFor(session, open, path, name);
}

/** All names of one sort that may stand at a place. */
export async function offersFor(session: Session, open: OpenDescription, path: NodePath, name: GuideName): Promise<readonly Offer[]> {
  const { resource, field } = ownersOf(open, path);
  const resources = open.parsed.description?.resources ?? [];
  switch (name) {
    case 'path': return filesBelow(session, open.uri, isDatasetName);
    case 'document': return filesBelow(session, open.uri, isDescriptionUri);
    case 'column': return undescribed(columnsOf(session, open.uri, resource), resource, snapshotOf(session, open.uri, resource)?.masks);
    case 'field': return fieldsOf(resource?.fields ?? [], open);
    case 'any-field': return fieldsOf(resources.flatMap(({ fields }) => fields), open);
    case 'referenced-field': return fieldsOf(referenced(open, path, resource, resources), open);
    case 'resource': return resources.map(({ name }) => ({ value: name, kind: CompletionItemKind.Module }));
    case 'value': return valuesOf(session, open, resource, field);
    case 'licence': return LICENCES.map(value => ({ value, kind: CompletionItemKind.Constant }));
    case 'encoding': return ['utf-8', ...READ_ENCODINGS].map(value => ({ value, kind: CompletionItemKind.Constant }));
    case 'media-type': return MEDIA_TYPES.map(value => ({ value, kind: CompletionItemKind.Constant }));
    case 'identifier': return identifiers(readDocument(open.text, open.fileName).root);
    default: return terms(open, path, name);
  }
}

/** As the document writes them: with the prefix of a vocabulary, or after what stands there before the term. */
function terms({ text, fileName, guide, value }: OpenDescription, path: NodePath, name: GuideName): readonly Offer[] {
  const node = nodeAt(readDocument(text, fileName).root, path);
  const written = node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : '';
  const { before, after } = guide?.term?.(path, written, value) ?? guide?.term?.(path, '', value) ?? { before: '', after: '' };
  return termsFor(name).map(({ id, meaning }) => ({ value: `${before}${id}${after}`, kind: CompletionItemKind.Constant, detail: meaning }));
}

/** Identifiers of things of JSON-LD that say what they are. */
function identifiers(node: DocumentNode | undefined): readonly Offer[] {
  if (node?.kind === 'array') return node.items.flatMap(identifiers);
  if (node?.kind !== 'object') return [];
  const own = node.properties.some(({ key }) => key === '@type') ? node.properties.filter(({ key }) => key === '@id') : [];
  const named = own.flatMap(({ value }): Offer[] => (value.kind === 'scalar' && typeof value.value === 'string' ? [{ value: value.value, kind: CompletionItemKind.Reference }] : []));
  return [...named, ...node.properties.flatMap(({ value }) => identifiers(value))];
}

/** The licences that datasets mostly have, by their SPDX identifiers. */
const LICENCES: readonly string[] = [
  'CC0-1.0', 'CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-NC-4.0', 'CC-BY-NC-SA-4.0', 'CC-BY-ND-4.0', 'CC-BY-NC-ND-4.0', 'CC-BY-3.0', 'ODbL-1.0', 'ODC-By-1.0', 'PDDL-1.0',
  'CDLA-Permissive-2.0', 'CDLA-Sharing-1.0', 'OGL-UK-3.0', 'etalab-2.0', 'DL-DE-BY-2.0', 'MIT', 'Apache-2.0', 'BSD-3-Clause',
];
const MEDIA_TYPES: readonly string[] = ['text/csv', 'text/tab-separated-values', 'application/json', 'application/x-ndjson', 'application/vnd.apache.parquet', 'application/gzip'];

/** Folders that are looked into, and names that are offered. */
const DEEPEST = 3;
const MOST = 200;

async function filesBelow({ workspace: { files } }: Session, uri: string, accepts: (name: string) => boolean): Promise<readonly Offer[]> {
  const root = folderOf(uri);
  const offers: Offer[] = [];
  const pending: { readonly folder: string; readonly depth: number }[] = [{ folder: root, depth: 0 }];
  for (let next = pending.shift(); next && offers.length < MOST; next = pending.shift()) {
    const names = await files.list(next.folder);
    if (isRefusal(names)) continue;
    for (const name of [...names].sort()) {
      const at = childOf(next.folder, name.replace(/\/$/, ''));
      if (name.startsWith('.') || name === 'node_modules/') continue;
      if (name.endsWith('/') && next.depth < DEEPEST) pending.push({ folder: at, depth: next.depth + 1 });
      else if (accepts(name) && at !== uri) offers.push({ value: pathBelow(root, at) ?? fileNameOf(at), kind: CompletionItemKind.File });
    }
  }
  return offers.slice(0, MOST);
}

/** Columns that no field is called by yet come first. */
function undescribed(columns: readonly Column[], resource: ResourceDescription | undefined, masks: ((column: number) => unknown) | undefined): readonly Offer[] {
  const named = new Set(resource?.fields.map(({ name }) => name));
  const offers = columns.map(column => ({ value: column.name, kind: CompletionItemKind.Field, detail: typeName(column, masks?.(column.index) !== undefined) }));
  return [...offers.filter(({ value }) => !named.has(value)), ...offers.filter(({ value }) => named.has(value))];
}

/** Fields as keys refer to them: by their names, though the header may have another title. */
function fieldsOf(fields: readonly FieldDescription[], { text, fileName }: OpenDescription): readonly Offer[] {
  const { root } = readDocument(text, fileName);
  const names = fields.map(({ name, node }) => {
    const own = nodeAt(root, [...node, 'name']);
    return own?.kind === 'scalar' && typeof own.value === 'string' ? own.value : name;
  });
  return [...new Set(names)].filter(name => name !== '').map(value => ({ value, kind: CompletionItemKind.Field }));
}

function referenced({ text, fileName }: OpenDescription, path: NodePath, own: ResourceDescription | undefined, resources: readonly ResourceDescription[]): readonly FieldDescription[] {
  const reference = path.lastIndexOf('reference');
  const node = nodeAt(readDocument(text, fileName).root, [...path.slice(0, reference + 1), 'resource']);
  const name = node?.kind === 'scalar' ? String(node.value ?? '') : '';
  return (name === '' ? own : resources.find(resource => resource.name === name))?.fields ?? [];
}

/** The commonest values of a column, but never of one that may be personal. */
function valuesOf(session: Session, open: OpenDescription, resource: ResourceDescription | undefined, field: FieldDescription | undefined): readonly Offer[] {
  const snapshot = snapshotOf(session, open.uri, resource);
  const column = snapshot?.checked.table?.columns.find(({ name }) => name === field?.name);
  if (!snapshot || !column || snapshot.masks(column.index) !== undefined) return [];
  const raw = field?.type === 'integer' || field?.type === 'number' || field?.type === 'boolean';
  return column.values.slice(0, MOST).map((one): Offer => ({ value: one.text, kind: CompletionItemKind.Value, detail: say`${count(one.count, 'row')}`, raw }));
}
