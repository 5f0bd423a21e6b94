import * as vscode from 'vscode';
import { toMarkdown } from '../../../../server/src/bench/markdown.ts';
import { type Report, toJson } from '../../../../server/src/bench/report.ts';
import type { Ui } from '../../vscodeApi.ts';

/** Asks where, and writes the report as Markdown or JSON, whichever the name ends in. */
export async function saveReport(ui: Ui, report: Report): Promise<void> {
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save Report'),
    defaultUri: suggestion(report),
    filters: { Markdown: ['md'], JSON: ['json'] },
  });
  if (!target) return;
  const text = target.path.toLowerCase().endsWith('.json') ? toJson(report) : toMarkdown(report);
  try {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
    await ui.open(target);
  } catch {
    await ui.warn(vscode.l10n.t('The report could not be written to {0}.', vscode.workspace.asRelativePath(target)));
  }
}

/** Beside the data, named after it and the day. */
function suggestion({ started }: Report): vscode.Uri {
  const data = vscode.Uri.file(started?.file ?? 'benchmark');
  const stem = (data.path.split('/').pop() ?? '').replace(/\.[^.]*$/, '');
  return vscode.Uri.joinPath(data, '..', `${stem}-benchmark-${started?.time.slice(0, 10) ?? ''}.md`);
}
