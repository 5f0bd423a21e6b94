import { type Diagnostic, type DiagnosticRelatedInformation, DiagnosticSeverity } from 'vscode-languageserver';
import type { Severity } from '../../core/problem.ts';
import type { StoredSet } from '../../engine/store.ts';
import type { DiagnosticData } from '../../protocol/messages.ts';
import { type Mark, selectMarks } from './selection.ts';
import { type Session, type ToRange, rangesFor, toClient, words } from './session.ts';

/** What an editor shows of the findings of one document. */
export async function diagnosticsOf(session: Session, set: StoredSet): Promise<Diagnostic[]> {
  const toRange = await rangesFor(session, set.uri);
  return Promise.all(selectMarks(set.findings).map(mark => diagnosticOf(session, set, mark, toRange)));
}

async function diagnosticOf(session: Session, set: StoredSet, { finding, spot, index }: Mark, toRange: ToRange): Promise<Diagnostic> {
  const { client } = session;
  const data: DiagnosticData = { resultId: set.resultId, key: String(index) };
  const href = client.options.ruleHref?.replace('{rule}', encodeURIComponent(finding.rule));
  const related = client.relatedInformation ? await relatedOf(session, set, { finding, spot, index }, toRange) : [];
  return {
    range: toRange(spot.range),
    severity: SEVERITY[finding.severity],
    source: 'lintel',
    code: finding.rule,
    message: words(session, finding.message),
    data,
    ...(href !== undefined && { codeDescription: { href } }),
    ...(related.length > 0 && { relatedInformation: related }),
  };
}

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

async function relatedOf(session: Session, set: StoredSet, { finding }: Mark, own: ToRange): Promise<DiagnosticRelatedInformation[]> {
  return Promise.all(finding.related.map(async ({ spot, message }) => {
    const toRange = spot.uri === set.uri ? own : await rangesFor(session, spot.uri);
    return { location: { uri: toClient(session, spot.uri), range: toRange(spot.range) }, message: words(session, message) };
  }));
}
