import { ErrorCodes, ResponseError, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import type { Description, ResourceDescription } from '../../core/description.ts';
import { name as called, say } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { ParsedDescription } from '../../core/standard.ts';
import { descriptionsNaming, readDescription, type NamingDescription } from '../../engine/descriptions.ts';
import { editsOf } from '../../engine/fixes.ts';
import { standardOf } from '../../engine/registry.ts';
import { resolvePath } from '../../engine/resourcePaths.ts';
import { editNode, type NodeEdit } from '../../metadata/document/edit.ts';
import { readDocument } from '../../metadata/document/document.ts';
import { namePlace, type NamePlace } from '../../metadata/document/namePlace.ts';
import type { DocumentNode } from '../../metadata/document/tree.ts';
import { readText } from '../../util/readFile.ts';
import { fileNameOf } from '../../util/uri.ts';
import { asWorkspaceEdit } from './configurationEdits.ts';
import { isBelow } from './openDescription.ts';
import { type Session, rangesFor, toClient, words } from './session.ts';

/** A column by its name, and the documents that are known to have it. */
export interface RenamedColumn {
  readonly name: string;
  readonly data: readonly string[];
  /** A description it stands in, and the resource there; there may be no data that is known. */
  readonly description: { readonly uri: string; readonly resource: string } | undefined;
}

/** Edits of all documents a column is named in. */
export async function renameColumn(session: Session, column: RenamedColumn, to: string): Promise<WorkspaceEdit> {
  const edits = new Map<string, readonly NodeEdit[]>();
  for (const uri of column.data) edits.set(uri, await headerEdits(session, uri, column.name, to));
  for (const naming of await namingDescriptions(session, column)) {
    for (const [uri, found] of await editsIn(session, naming, column.name, to)) if (!edits.has(uri)) edits.set(uri, found);
  }
  const documents = await Promise.all([...edits].filter(([, found]) => found.length > 0).map(([uri, found]) => documentEdit(session, uri, found)));
  return asWorkspaceEdit(session, documents);
}

async function documentEdit(session: Session, uri: string, found: readonly NodeEdit[]) {
  const toRange = await rangesFor(session, uri);
  const edits: TextEdit[] = found.map(({ range, newText }) => ({ range: toRange(range), newText }));
  return { uri, creates: false, change: { textDocument: { uri: toClient(session, uri), version: session.workspace.documents.get(uri)?.version ?? null }, edits } };
}

/** Refused where the data has the column and no header to write it in: a description alone would contradict the data from then on. */
async function headerEdits(session: Session, uri: string, name: string, to: string): Promise<readonly NodeEdit[]> {
  const snapshot = await session.workspace.snapshot(uri);
  const checked = snapshot && 'checked' in snapshot ? snapshot.checked : undefined;
  const column = checked?.table?.columns.find(each => each.name === name);
  if (!column || !checked?.reading) return [];
  // Names that stand in no file of data are the description's alone.
  if (!checked.reading.hasHeader && !checked.reading.dialect.values) return [];
  const header = checked.layout?.hasText === true && !checked.reading.dialect.values ? checked.layout.headers[column.index] : undefined;
  if (!header) throw new ResponseError(ErrorCodes.InvalidParams, words(session, say`${called(name)} cannot be renamed in ${called(fileNameOf(uri))}: only headers of CSV and TSV files are.`));
  const spot = { uri, place: { at: 'header' as const, column: column.index }, ...header };
  const title = { template: '', parts: [] };
  return editsOf({ title, safety: 'unsafe', change: { do: 'rename-header', to }, spots: [spot], complete: true }, checked.reading.dialect);
}

async function namingDescriptions({ workspace: { files, folders, configurations } }: Session, { data, description }: RenamedColumn): Promise<readonly NamingDescription[]> {
  const found: NamingDescription[] = [];
  for (const one of (await Promise.all(data.map(uri => descriptionsNaming(uri, files, folders)))).flat()) if (!await configurations.isNoDescription(one.uri)) found.push(one);
  if (!description || found.some(({ uri }) => uri === description.uri)) return found;
  const parsed = await readDescription(files, description.uri);
  const resource = parsed && !('refused' in parsed) ? parsed.description?.resources.find(({ name }) => name === description.resource) : undefined;
  return resource && parsed && !('refused' in parsed) ? [...found, { uri: description.uri, parsed, resource }] : found;
}

/** Edits by document: in the description itself and in the documents that were read into it. */
async function editsIn(session: Session, { uri, parsed, resource }: NamingDescription, name: string, to: string): Promise<ReadonlyMap<string, readonly NodeEdit[]>> {
  const edits = new Map<string, readonly NodeEdit[]>();
  const whole: Pick<Scope, 'uri' | 'at'> = { uri, at: [] };
  const scopes = [whole, ...(parsed.parts ?? []).flatMap(({ at, path }) => {
    const target = resolvePath(uri, path).uri;
    return target === undefined || !isBelow(at, resource.node) ? [] : [{ uri: target, at }];
  })];
  for (const scope of scopes) {
    const text = await readText(session.workspace.files, scope.uri, DESCRIPTION_LIMIT);
    if (typeof text !== 'string') continue;
    const fileName = fileNameOf(scope.uri);
    const { root } = readDocument(text, fileName);
    const nodes = root ? nodesNaming(root, { text, uri: scope.uri, at: scope.at, parsed, resource }, name) : [];
    edits.set(scope.uri, nodes.flatMap(({ path, part }) => editNode(text, fileName, part === 'key' ? { do: 'rename-node', path, to } : { do: 'set-node', path, value: to })));
  }
  return edits;
}

/** Larger descriptions are not edited. */
const DESCRIPTION_LIMIT = 16 * 1024 * 1024;

interface Scope {
  readonly text: string;
  readonly uri: string;
  /** Where the document stands in the description. */
  readonly at: NodePath;
  readonly parsed: ParsedDescription;
  readonly resource: ResourceDescription;
}

/** Places of a document that hold the name of the column and mean it. */
function nodesNaming(root: DocumentNode, { text, uri, at, parsed, resource }: Scope, name: string): readonly NamePlace[] {
  const guide = standardOf(uri, text)?.guide;
  const fileName = fileNameOf(uri);
  const own = resource.fields.filter(field => field.name === name && isBelow(field.node, at));
  const named = own.flatMap(({ node }) => namePlace(root, { name, node: node.slice(at.length) }) ?? []);
  const fields = new Set(named.map(({ path }) => path.join('/')));
  // Keys refer to the name of a column; where its title is what the header says, they stay.
  if (named.some(({ path }) => path.includes('titles'))) return named;
  const others = scalarsWith(root, name).filter(path => {
    const whole = [...at, ...path];
    if (fields.has(path.join('/'))) return false;
    const isOwn = isBelow(whole, resource.node);
    switch (guide?.names(path, fileName)) {
      case 'field': return isOwn;
      case 'any-field': return true;
      case 'referenced-field': return leadsTo(whole, parsed.description, resource);
      default: return false;
    }
  });
  return [...named, ...others.map((path): NamePlace => ({ path, part: 'value' }))];
}

function leadsTo(path: NodePath, description: Description | undefined, target: ResourceDescription): boolean {
  const owner = description?.resources.find(({ node }) => isBelow(path, node));
  const key = owner?.foreignKeys?.find(({ node }) => isBelow(path, node));
  return key !== undefined && (key.resource === '' ? owner === target : key.resource === target.name);
}

function scalarsWith(node: DocumentNode, value: string, path: NodePath = []): readonly NodePath[] {
  if (node.kind === 'scalar') return node.value === value ? [path] : [];
  if (node.kind === 'array') return node.items.flatMap((item, i) => scalarsWith(item, value, [...path, i]));
  return node.properties.flatMap(({ key, value: inner }) => scalarsWith(inner, value, [...path, key]));
}
