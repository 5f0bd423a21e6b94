import * as vscode from 'vscode';
import type { Command } from './command.ts';

/**
 * Turns a rule off in the settings of the folder or workspace; the user's own settings where no folder is open. Arguments: the rule, and the URI of
 * the document its finding is in. Other settings of the rule are kept.
 */
const disableRule: Command = {
  id: 'lintel.disableRule',
  needs: ['trust'],
  async run({ ui }, rule, document) {
    if (typeof rule !== 'string') return;
    const uri = typeof document === 'string' ? vscode.Uri.parse(document) : undefined;
    const configuration = vscode.workspace.getConfiguration('lintel', uri);
    const target = targetOf(uri);
    const rules = configuration.inspect<Readonly<Record<string, unknown>>>('rules');
    const there = (target === vscode.ConfigurationTarget.Global ? rules?.globalValue
      : target === vscode.ConfigurationTarget.WorkspaceFolder ? rules?.workspaceFolderValue : rules?.workspaceValue) ?? {};
    const before = there[rule];
    await configuration.update('rules', { ...there, [rule]: Array.isArray(before) ? ['off', ...before.slice(1)] : 'off' }, target);
    ui.mention(vscode.l10n.t('The rule {0} is off', rule));
  },
};

export default disableRule;

function targetOf(uri: vscode.Uri | undefined): vscode.ConfigurationTarget {
  const folder = uri && vscode.workspace.getWorkspaceFolder(uri);
  if (!vscode.workspace.workspaceFolders) return vscode.ConfigurationTarget.Global;
  return folder && vscode.workspace.workspaceFolders.length > 1 ? vscode.ConfigurationTarget.WorkspaceFolder : vscode.ConfigurationTarget.Workspace;
}
