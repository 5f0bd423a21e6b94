import type { Position } from 'vscode-languageserver';
import type { Column } from '../../core/column.ts';
import type { FieldDescription, ResourceDescription } from '../../core/description.ts';
import type { NodePath, TextPosition, TextRange } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import type { Guide, ParsedDescription } from '../../core/standard.ts';
import { allFound, type FoundDescription, type Snapshot } from '../../engine/dataCheck.ts';
import { partUris } from '../../engine/descriptionParts.ts';
import { readDescription } from '../../engine/descriptions.ts';
import type { OpenDocument } from '../../engine/documents.ts';
import { isDescriptionUri, standardOf } from '../../engine/registry.ts';
import { readDocument } from '../../metadata/document/document.ts';
import { Lines } from '../../metadata/document/lines.ts';
import { fileNameOf } from '../../util/uri.ts';
import type { Session } from './session.ts';

/** A description document that is open, read once a version. */
export interface OpenDescription {
  readonly uri: string;
  readonly fileName: string;
  readonly text: string;
  readonly lines: Lines;
  readonly parsed: ParsedDescription;
  readonly guide: Guide | undefined;
  /** The document as a plain value. */
  readonly value: Json | undefined;
  /** Offset in UTF-16 units of a position of the client. */
  offsetAt(position: Position): number;
}

const known = new WeakMap<OpenDocument, Promise<OpenDescription | undefined>>();

/** `undefined` where the document is not open, no standard knows it, or it is said to be no description. */
export async function openDescription(session: Session, uri: string): Promise<OpenDescription | undefined> {
  const document = isDescriptionUri(uri) ? session.workspace.documents.get(uri) : undefined;
  if (!document || await session.workspace.configurations.isNoDescription(uri)) return undefined;
  const opened = known.get(document) ?? readOpen(session, document);
  known.set(document, opened);
  return opened;
}

async function readOpen({ workspace, client }: Session, { uri, text }: OpenDocument): Promise<OpenDescription | undefined> {
  const whole = text.toString();
  const standard = standardOf(uri, whole);
  const parsed = standard && await readDescription(workspace.files, uri);
  if (!parsed || 'refused' in parsed) return undefined;
  const lines = new Lines(whole);
  const offsetAt = (position: Position): number => lines.offset(text.positionAt(text.offsetAt(position, client.encoding)));
  const fileName = fileNameOf(uri);
  return { uri, fileName, text: whole, lines, parsed, guide: standard?.guide, value: readDocument(whole, fileName).value, offsetAt };
}

/** The resource and the field a node belongs to, as far as it belongs to any. Fields may stand elsewhere than their resource. */
export function ownersOf({ parsed }: OpenDescription, path: NodePath): { readonly resource: ResourceDescription | undefined; readonly field: FieldDescription | undefined } {
  const resources = parsed.description?.resources ?? [];
  const resource = resources.find(({ node }) => isBelow(path, node) && node.length > 0)
    ?? resources.find(({ fields }) => fields.some(({ node }) => isBelow(path, node.slice(0, -1)) && node.length > 1))
    ?? resources.find(({ node }) => node.length === 0);
  return { resource, field: resource?.fields.find(({ node }) => isBelow(path, node)) };
}

export const isBelow = (path: NodePath, above: NodePath): boolean => above.length <= path.length && above.every((step, i) => path[i] === step);

/** Only what is known already: looking at a description does not start a scan. */
export function snapshotOf({ workspace }: Session, description: string, resource: ResourceDescription | undefined): Snapshot | undefined {
  const snapshots = workspace.describedBy(description).flatMap(uri => workspace.lastSnapshot(uri) ?? []);
  const isOf = (one: FoundDescription): boolean => one.described.uri === description || partUris(one.described.uri, one.parsed).includes(description);
  return snapshots.find(({ found }) => resource !== undefined && (
    resource.paths.length === 0 || allFound(found).some(one => isOf(one) && one.described.resource.name === resource.name)));
}

export const columnsOf = (session: Session, description: string, resource: ResourceDescription | undefined): readonly Column[] =>
  snapshotOf(session, description, resource)?.checked.table?.columns ?? [];

export function contains({ start, end }: TextRange, at: TextPosition): boolean {
  return compare(start, at) <= 0 && compare(at, end) <= 0;
}

const compare = (a: TextPosition, b: TextPosition): number => a.line - b.line || a.character - b.character;
