// The tools that assistants in the editor may call, called as the editor calls them.
import * as vscode from 'vscode';
import { join } from 'node:path';
import { ok, same } from '../harness/check.ts';
import { show } from '../harness/documents.ts';
import { test } from '../harness/suite.ts';

test('the tools are offered to assistants', () => {
  const own = vscode.lm.tools.filter(({ name }) => name.startsWith('lintel_')).map(({ name }) => name);
  same(own.length, 6);
});

test('a dataset of the workspace is checked, with what was typed and not saved', async () => {
  const { document } = await show('ragged.csv');
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(document.lineCount, 0), '\nunsaved\n');
  await vscode.workspace.applyEdit(edit);
  const answer = await call('lintel_check_dataset', { path: 'ragged.csv' });
  ok(answer.includes('"rule":"ragged-row"'), answer);
  ok(answer.includes(`${document.lineCount - 1}:1`), answer);
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
});

test('a path in words of the machine is found too, one outside of the workspace is refused', async () => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  ok(folder !== undefined, 'a folder');
  ok((await call('lintel_profile_column', { path: join(folder.uri.fsPath, 'ragged.csv') })).includes('"columns"'), 'columns');
  const refused = await call('lintel_check_dataset', { path: '/etc/hosts' }).catch(String);
  ok(refused.includes('outside of the workspace'), refused);
});

test('a rule is explained', async () => {
  ok((await call('lintel_explain_finding', { rule: 'ragged-row' })).includes('ragged-row'), 'the manual');
});

async function call(name: string, input: object): Promise<string> {
  const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
  return content.map(part => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
}

export { run } from '../harness/suite.ts';
