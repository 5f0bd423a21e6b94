import * as vscode from 'vscode';
import type { CheckReport, Status } from '../../server/src/protocol/messages.ts';
import { documentSelector } from './documents.ts';
import type { Server } from './languageClient.ts';
import type { Reports } from './reports.ts';
import { describeReport, totalOf } from './wording.ts';

/** The language status of datasets: what the last check of the document found, and whether scans are running. */
export function showStatus(server: Server, reports: Reports): vscode.Disposable {
  let busy = 0;
  const item = vscode.languages.createLanguageStatusItem('lintel.status', documentSelector());
  item.name = 'Lintel';
  const update = () => render(item, busy, reports.active());
  update();
  return vscode.Disposable.from(item, vscode.window.onDidChangeActiveTextEditor(update), server.onStatus((status: Status) => {
    busy = status.busy;
    void vscode.commands.executeCommand('setContext', 'lintel.busy', busy > 0);
    update();
  }));
}

function render(item: vscode.LanguageStatusItem, busy: number, report: CheckReport | undefined): void {
  item.busy = busy > 0;
  item.severity = vscode.LanguageStatusSeverity.Information;
  item.text = report ? describeReport(report) : vscode.l10n.t('Not checked yet');
  item.detail = report?.notices.join(' ') ?? '';
  item.command = busy > 0
    ? { command: 'lintel.stopScan', title: vscode.l10n.t('Stop') }
    : { command: 'lintel.checkFile', title: vscode.l10n.t('Check Again') };
  if (report && totalOf(report.findings, ['error']) > 0) item.severity = vscode.LanguageStatusSeverity.Error;
  else if (report && totalOf(report.findings, ['warning']) > 0) item.severity = vscode.LanguageStatusSeverity.Warning;
}
