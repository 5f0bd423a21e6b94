import * as vscode from 'vscode';
import type { CheckReport, FindingCounts, WorkspaceReport } from '../../server/src/protocol/messages.ts';

const ALL: readonly (keyof FindingCounts)[] = ['error', 'warning', 'information', 'hint'];

export const totalOf = (findings: FindingCounts, severities: readonly (keyof FindingCounts)[] = ALL): number =>
  severities.reduce((sum, severity) => sum + findings[severity], 0);

/** One line on one file. */
export function describeReport(report: CheckReport): string {
  if (report.cancelled) return vscode.l10n.t('Check stopped');
  const total = totalOf(report.findings);
  // A description has no rows of its own.
  if (report.columns === 0) return total === 0 ? vscode.l10n.t('No findings') : vscode.l10n.t('Findings: {0}', total);
  const rows = report.rows.toLocaleString(vscode.env.language);
  if (total === 0) return vscode.l10n.t('No findings · Rows: {0}', rows);
  return vscode.l10n.t('Findings: {0} · Rows: {1}', total, rows);
}

/** One line on a workspace. */
export function describeWorkspace(report: WorkspaceReport): string {
  const parts = [vscode.l10n.t('Findings: {0}', totalOf(report.findings)), vscode.l10n.t('Files: {0}', report.files)];
  if (report.skipped.length > 0) parts.push(vscode.l10n.t('Not checked: {0}', report.skipped.length));
  if (report.cancelled) parts.push(vscode.l10n.t('Check stopped'));
  return parts.join(' · ');
}
