import type { Finding } from '../../core/finding.ts';
import type { Reading } from '../../core/reading.ts';
import type { Snapshot } from '../../engine/dataCheck.ts';
import type { CheckReport, DialectFacts, FindingCounts } from '../../protocol/messages.ts';
import { type Session, toClient, words } from './session.ts';

/** What a check of a data document came to, in the client's words. */
export function reportOf(session: Session, { uri, checked }: Snapshot, cancelled = false): CheckReport {
  return {
    uri: toClient(session, uri),
    findings: countFindings(checked.findings),
    rows: checked.table?.records ?? 0,
    columns: checked.table?.columns.length ?? 0,
    dialect: checked.reading ? dialectOf(checked.reading) : null,
    notices: checked.notices.map(notice => words(session, notice)),
    cancelled,
  };
}

/** How a table is read, for people. */
export function dialectOf({ dialect: { values, delimiter, quote }, hasHeader, encoding, provenance, encodingBasis }: Reading): DialectFacts {
  const parts = ['delimiter', 'quote', 'header'] as const;
  return {
    delimiter: values ? '' : String.fromCharCode(delimiter),
    quote: quote === 0 ? null : String.fromCharCode(quote),
    header: hasHeader,
    encoding,
    declared: [...parts.filter(part => (provenance[part] ?? 'detection') !== 'detection'), ...(encodingBasis?.on === 'declared' ? ['encoding' as const] : [])],
  };
}

export function countFindings(findings: readonly Finding[]): FindingCounts {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

export const NO_FINDINGS: FindingCounts = countFindings([]);

export function addCounts(a: FindingCounts, b: FindingCounts): FindingCounts {
  return { error: a.error + b.error, warning: a.warning + b.warning, information: a.information + b.information, hint: a.hint + b.hint };
}
