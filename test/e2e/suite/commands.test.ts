// The commands that need no dataset of their own: manuals, log, restart, and what happens when the server dies.
import * as vscode from 'vscode';
import { execFileSync } from 'node:child_process';
import { ok, same } from '../harness/check.ts';
import { findings, ruleOf, show } from '../harness/documents.ts';
import { forget, notified } from '../harness/notifications.ts';
import { page } from '../harness/page.ts';
import { test, until } from '../harness/suite.ts';

const rows = (): Promise<readonly string[]> => page.text('.quick-input-list .monaco-list-row');

test('Explain Rule shows the manual as a page', async () => {
  await show('ragged.csv');
  await page.command('Lintel: Explain Rule');
  await until(async () => (await rows()).length > 5, 'the rules in the list');
  await page.type('ragged-row');
  await until(async () => (await rows())[0]?.includes('ragged-row'), 'the rule in front');
  await page.press('Enter');
  await until(async () => (await page.text('h1')).length > 0, 'the heading of the manual');
  await page.screenshot('manual');
});

test('the code of a diagnostic leads to its manual', async () => {
  const { document } = await show('ragged.csv');
  const found = await until(() => findings(document.uri).find(each => ruleOf(each) === 'ragged-row'), 'the diagnostic');
  ok(typeof found.code === 'object', 'the code to be a link');
  same(found.code.target.scheme, 'command');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await vscode.commands.executeCommand(found.code.target.path, ...JSON.parse(found.code.target.query));
  await until(async () => (await page.text('h1')).length > 0, 'the heading of the manual');
});

test('a server that is killed is started again, says so once, and checks what is open', async () => {
  const { document } = await show('ragged.csv');
  await until(() => findings(document.uri).length > 0, 'a diagnostic');
  const before = serverProcess();
  process.kill(before, 'SIGKILL');
  await until(() => { const now = serverProcess(); return now !== before ? now : undefined; }, 'another server');
  same((await notified('was started again')).length, 1);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(document.lineCount, 0), '\nx\n');
  await vscode.workspace.applyEdit(edit);
  await until(() => findings(document.uri).filter(each => ruleOf(each) === 'ragged-row').length > 1, 'the finding the edit brought');
  await forget();
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
});

test('Restart Server starts another one', async () => {
  const before = serverProcess();
  await vscode.commands.executeCommand('lintel.restartServer');
  ok(serverProcess() !== before, 'another process');
});

test('Show Log shows the log', async () => {
  await vscode.commands.executeCommand('lintel.showLog');
  await until(async () => (await page.text('.output-view, .monaco-pane-view, .part.panel')).length > 0, 'the output panel');
  await page.screenshot('log');
});

/** The child of this host that runs the language server. */
function serverProcess(): number {
  const lines = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], { encoding: 'utf8' }).split('\n');
  const found = lines.find(line => /out[\\/]server\.mjs/.test(line));
  ok(found, 'a server process');
  return Number(found.trim().split(' ')[0]);
}

export { run } from '../harness/suite.ts';
