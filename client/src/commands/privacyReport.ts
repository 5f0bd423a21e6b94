import * as vscode from 'vscode';
import { chooseDataset } from '../chooseDataset.ts';
import { draftOf } from '../drafts.ts';
import type { Ui } from '../vscodeApi.ts';
import type { Command } from './command.ts';

/** Shows or saves what is known of the personal data in a dataset. Argument: its URI; else the file in front. */
const privacyReport: Command = {
  id: 'lintel.privacyReport',
  async run({ server, ui }, argument) {
    const title = vscode.l10n.t('Privacy Report');
    const uri = await chooseDataset(ui, argument, title);
    const way = uri && await ui.pick(ways(), { title });
    if (!uri || !way) return;
    const report = await server.request('lintel/privacyReport', { uri: uri.toString(), format: way.format });
    if ('refused' in report) return void await ui.warn(report.refused);
    const suggested = besides(uri, way.format === 'html' ? 'html' : 'md');
    if (way.saves) return save(ui, title, suggested, report.text);
    await ui.execute('markdown.showPreview', draftOf(suggested, report.text));
  },
};

export default privacyReport;

const ways = () => [
  { label: vscode.l10n.t('Show'), description: vscode.l10n.t('as Markdown, in the editor'), format: 'markdown' as const, saves: false },
  { label: vscode.l10n.t('Save as Markdown…'), format: 'markdown' as const, saves: true },
  { label: vscode.l10n.t('Save as HTML…'), description: vscode.l10n.t('one page that stands alone'), format: 'html' as const, saves: true },
];

/** Beside the data, named after it. */
function besides(data: vscode.Uri, extension: string): vscode.Uri {
  const stem = data.path.slice(data.path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  return vscode.Uri.joinPath(data, '..', `${stem}-privacy.${extension}`);
}

async function save(ui: Ui, title: string, suggested: vscode.Uri, text: string): Promise<void> {
  const target = await vscode.window.showSaveDialog({ title, defaultUri: suggested });
  if (!target) return;
  try {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
    await ui.open(target);
  } catch {
    await ui.warn(vscode.l10n.t('The report could not be written to {0}.', vscode.workspace.asRelativePath(target)));
  }
}
