import * as vscode from 'vscode';
import type { CheckReport, FindingCounts, WorkspaceReport } from '../../server/src/protocol/messages.ts';

const ALL: readonly (keyof FindingCounts)[] = ['error', 'warning', 'information', 'hint'];

export const totalOf = (findings: FindingCounts, severities: readonly (keyof FindingCounts)[] = ALL): number =>
  severities.reduce((sum, severity) => sum + findings[severity], 0);

/** One line on one file. */
export function describeReport(report: CheckReport): string {
  if (report.cancelled) return vscode.l10n.t('Check stopped');
  const rows = report.rows.toLocaleString(vscode.env.language);
  const total = totalOf(report.findings);
  if (total === 0) return vscode.l10n.t('No findings in {0} rows', rows);
  return vscode.l10n.t('{0} findings in {1} rows', total, rows);
}

/** One line on a workspace. */
export function describeWorkspace(report: WorkspaceReport): string {
  const stopped = report.cancelled ? ` ${vscode.l10n.t('(stopped early)')}` : '';
  const skipped = report.skipped.length > 0 ? ` ${vscode.l10n.t('Not checked: {0}.', report.skipped.length)}` : '';
  return vscode.l10n.t('{0} findings in {1} files', totalOf(report.findings), report.files) + stopped + skipped;
}
