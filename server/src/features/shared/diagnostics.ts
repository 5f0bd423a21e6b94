import { type Diagnostic, type DiagnosticRelatedInformation, DiagnosticSeverity } from 'vscode-languageserver';
import type { Finding } from '../../core/finding.ts';
import type { Severity } from '../../core/problem.ts';
import type { StoredSet } from '../../engine/store.ts';
import type { DiagnosticData } from '../../protocol/messages.ts';
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

async function sharedOf(session: Session, set: StoredSet, finding: Finding, toRange: ToRange): Promise<Shared> {
  const { client } = session;
  const href = client.options.ruleHref?.replace('{rule}', encodeURIComponent(finding.rule));
  const related = client.relatedInformation ? await relatedOf(session, set, finding, toRange) : [];
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
