import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { isConfigurationName } from '../../config/configurations.ts';
import type { Finding } from '../../core/finding.ts';
import { comparePositions } from '../../core/place.ts';
import { foundFor } from '../../engine/dataCheck.ts';
import { homeOf } from '../../engine/descriptionParts.ts';
import type { StoredSet } from '../../engine/store.ts';
import { changesData, editsOf } from '../../engine/fixes.ts';
import { readText } from '../../util/readFile.ts';
import { isDescriptionUri } from '../../engine/registry.ts';
import { editNode } from '../../metadata/document/edit.ts';
import { fileNameOf } from '../../util/uri.ts';
import { type Session, rangesFor, toClient } from './session.ts';

/** Finding `key` of a set, as `data` of diagnostics and code actions names it; behind a dot stands which of its other fixes takes the place of its fix. */
export function findingOf(set: StoredSet, key: string): Finding | undefined {
  const [index, other] = key.split('.');
  const finding = set.findings[Number(index)];
  return finding && other !== undefined ? { ...finding, fix: finding.alternatives?.[Number(other)] } : finding;
}

/**
 * The document a fix would edit, or `undefined` where it cannot be made here: the data is not open, or no description is known. A fix of
 * data may be a change of its description, which need not be open.
 */
export function targetOf({ workspace }: Session, finding: Finding): string | undefined {
  const { fix, primary } = finding;
  if (!fix) return undefined;
  if (changesData(fix.change)) return workspace.documents.get(primary.uri) ? primary.uri : undefined;
  if (isDescriptionUri(primary.uri) || isConfigurationName(fileNameOf(primary.uri))) return primary.uri;
  const nearest = workspace.lastSnapshot(primary.uri)?.found;
  const found = nearest && foundFor(nearest, finding);
  return found && homeOf(found.described.uri, found.parsed, fix.change.path).uri;
}

/** One edit of the workspace that makes all given fixes; where two want the same place the first one has it. */
export async function workspaceEdit(session: Session, findings: readonly Finding[]): Promise<WorkspaceEdit> {
  const byTarget = new Map<string, Finding[]>();
  for (const finding of findings) {
    const target = targetOf(session, finding);
    if (target !== undefined) byTarget.set(target, [...(byTarget.get(target) ?? []), finding]);
  }
  const documents = await Promise.all([...byTarget].map(([uri, own]) => documentEdits(session, uri, own)));
  if (!session.client.versionedEdits) return { changes: Object.fromEntries(documents.map(({ uri, edits }) => [uri, edits])) };
  return { documentChanges: documents.map(({ uri, version, edits }) => ({ textDocument: { uri, version }, edits })) };
}

interface DocumentEdits {
  /** As the client spells it. */
  readonly uri: string;
  readonly version: number | null;
  readonly edits: TextEdit[];
}

async function documentEdits(session: Session, uri: string, findings: readonly Finding[]): Promise<DocumentEdits> {
  const toRange = await rangesFor(session, uri);
  const edits = (await Promise.all(findings.map(finding => fixEdits(session, uri, finding)))).flat();
  return {
    uri: toClient(session, uri),
    version: session.workspace.documents.get(uri)?.version ?? null,
    edits: withoutOverlaps(edits).map(({ range, newText }) => ({ range: toRange(range), newText })),
  };
}

/** Descriptions larger than this are not edited. */
const DESCRIPTION_LIMIT = 16 * 1024 * 1024;

async function fixEdits({ workspace }: Session, uri: string, finding: Finding): Promise<readonly TextEdit[]> {
  const { fix, primary } = finding;
  if (!fix) return [];
  const { change } = fix;
  if (changesData(change)) {
    const dialect = workspace.lastSnapshot(uri)?.checked.reading?.dialect;
    return dialect ? editsOf(fix, dialect) : [];
  }
  const text = await readText(workspace.files, uri, DESCRIPTION_LIMIT);
  const nearest = primary.uri === uri ? undefined : workspace.lastSnapshot(primary.uri)?.found;
  const found = nearest && foundFor(nearest, finding);
  const path = found ? homeOf(found.described.uri, found.parsed, change.path).path : change.path;
  return typeof text === 'string' ? editNode(text, fileNameOf(uri), { ...change, path }) : [];
}

function withoutOverlaps(edits: readonly TextEdit[]): readonly TextEdit[] {
  const sorted = [...edits].sort((a, b) => comparePositions(a.range.start, b.range.start) || comparePositions(a.range.end, b.range.end));
  const kept: TextEdit[] = [];
  for (const edit of sorted) {
    const last = kept[kept.length - 1];
    if (!last || comparePositions(last.range.end, edit.range.start) <= 0) kept.push(edit);
  }
  return kept;
}
