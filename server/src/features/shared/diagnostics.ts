import { type Diagnostic, type DiagnosticRelatedInformation, DiagnosticSeverity } from 'vscode-languageserver';
import type { Finding } from '../../core/finding.ts';
import { say } from '../../core/message.ts';
import type { Severity } from '../../core/problem.ts';
import { NO_RANGE } from '../../engine/findings.ts';
import type { StoredSet } from '../../engine/store.ts';
import { ACT_ON_FINDING, PREVIEW_ROWS, type DiagnosticData } from '../../protocol/messages.ts';
import { findingKey } from './findingKey.ts';
import { type Mark, selectMarks } from './selection.ts';
import { type Session, type ToRange, rangesFor, toClient, words } from './session.ts';

/** What an editor shows of the findings of one document. */
export async function diagnosticsOf(session: Session, set: StoredSet): Promise<Diagnostic[]> {
  const toRange = await rangesFor(session, set.uri);
  const marks = selectMarks(set.findings);
  const shared = new Map<Finding, Shared>();
  for (const { finding } of marks) if (!shared.has(finding)) shared.set(finding, await sharedOf(session, set, finding, toRange));
  return marks.flatMap(mark => {
    const parts = shared.get(mark.finding);
    return parts ? [diagnosticOf(set, mark, toRange, parts)] : [];
  });
}

/** What is the same at all places of a finding. */
type Shared = Omit<Diagnostic, 'range' | 'data'>;

/** What was put into words before: most findings stay while somebody types. Those that point elsewhere are not kept, for what they point at moves. */
const known = new WeakMap<Session, WeakMap<Finding, Shared>>();

async function sharedOf(session: Session, set: StoredSet, finding: Finding, toRange: ToRange): Promise<Shared> {
  const before = known.get(session) ?? new WeakMap<Finding, Shared>();
  known.set(session, before);
  const shared = before.get(finding) ?? await putIntoWords(session, set, finding, toRange);
  if (shared.relatedInformation === undefined) before.set(finding, shared);
  return shared;
}

async function putIntoWords(session: Session, set: StoredSet, finding: Finding, toRange: ToRange): Promise<Shared> {
  const { client } = session;
  const href = client.options.ruleHref?.replace('{rule}', encodeURIComponent(finding.rule));
  const links = [...rowLinks(session, set.uri, finding), ...actionLink(session, set, finding)];
  const related = client.relatedInformation ? [...links, ...await relatedOf(session, set, finding, toRange)] : [];
  return {
    severity: SEVERITY[finding.severity],
    source: 'lintel',
    code: finding.rule,
    message: words(session, finding.message),
    ...(href !== undefined && { codeDescription: { href } }),
    ...(related.length > 0 && { relatedInformation: related }),
  };
}

function diagnosticOf(set: StoredSet, { spot, index }: Mark, toRange: ToRange, shared: Shared): Diagnostic {
  const data: DiagnosticData = { resultId: set.resultId, key: String(index) };
  return { range: toRange(spot.range), ...shared, data };
}

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

async function relatedOf(session: Session, set: StoredSet, finding: Finding, own: ToRange): Promise<DiagnosticRelatedInformation[]> {
  return Promise.all(finding.related.map(async ({ spot, message }) => {
    const toRange = spot.uri === set.uri ? own : await rangesFor(session, spot.uri);
    return { location: { uri: toClient(session, spot.uri), range: toRange(spot.range) }, message: words(session, message) };
  }));
}

/** Rows of one finding that are linked to. */
const LINKED = 3;

/**
 * Where no editor shows the file as text a finding stands at its start: links lead to its first rows in the preview. They are documents of a scheme of their
 * own, because an editor opens nothing else from its list of problems.
 */
function rowLinks(session: Session, uri: string, { spots }: Finding): readonly DiagnosticRelatedInformation[] {
  const { client, workspace } = session;
  const hasText = workspace.lastSnapshot(uri)?.checked.layout?.hasText ?? true;
  if (hasText || !ROWS_OPEN.test(uri) || client.options.commands?.includes(PREVIEW_ROWS.command) !== true) return [];
  const places = spots.flatMap(({ place }) => ('row' in place ? [{ row: place.row, column: 'column' in place ? place.column : -1 }] : []));
  const rows = places.filter(({ row }, i) => places.findIndex(other => other.row === row) === i).slice(0, LINKED);
  return rows.map(({ row, column }) => ({
    location: { uri: linkUri(toClient(session, uri), { row, column }), range: NO_RANGE }, message: words(session, say`Show row ${row + 1} in the preview`),
  }));
}

/** An editor hands no text beyond this to extensions, and asks them for no quick fixes there. */
const MOST_TEXT = 50 * 1024 * 1024;

/** What quick fixes offer elsewhere. */
function actionLink(session: Session, set: StoredSet, finding: Finding): readonly DiagnosticRelatedInformation[] {
  const { client, workspace } = session;
  const snapshot = workspace.lastSnapshot(set.uri);
  if (!snapshot || client.options.commands?.includes(ACT_ON_FINDING) !== true) return [];
  const hasActions = snapshot.checked.layout?.hasText !== false && (workspace.documents.get(set.uri) !== undefined || snapshot.bytes <= MOST_TEXT);
  if (hasActions) return [];
  const link = { row: -1, column: -1, finding: findingKey(set, set.findings.indexOf(finding)) };
  return [{ location: { uri: linkUri(toClient(session, set.uri), link), range: NO_RANGE }, message: words(session, say`What can be done about it…`) }];
}

/** Files that the preview opens by itself. */
const ROWS_OPEN = /\.(?:(?:csv|tsv|jsonl|ndjson)\.gz|parquet|parq|pq)$/i;

/** The same path, so that an editor shows the name of the file; the file itself and what is meant in the query. */
function linkUri(uri: string, meant: Readonly<Record<string, number | string>>): string {
  const path = uri.slice(uri.indexOf(':') + 1).replace(/^\/\/[^/]*/, '').replace(/[?#].*$/, '');
  return `${PREVIEW_ROWS.scheme}:${path}?${encodeURIComponent(JSON.stringify({ uri, ...meant }))}`;
}
