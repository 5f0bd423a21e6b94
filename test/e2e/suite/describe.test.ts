// Describe Dataset: a new description beside the data, and nothing overwritten without its difference having been shown.
import * as vscode from 'vscode';
import { ok, same } from '../harness/check.ts';
import { fileOf, findings, ruleOf, show } from '../harness/documents.ts';
import { takeExample } from '../harness/examples.ts';
import { answer, forget, notified } from '../harness/notifications.ts';
import { page } from '../harness/page.ts';
import { test, until } from '../harness/suite.ts';

const rows = (): Promise<readonly string[]> => page.text('.quick-input-list .monaco-list-row');
const described = async (): Promise<string> => String(await vscode.workspace.fs.readFile(fileOf('datapackage.json')));

async function describe(): Promise<void> {
  await show('penguins.csv');
  await page.command('Lintel: Describe Dataset');
  await until(async () => (await rows()).some(row => row.includes('datapackage.json')), 'the question where to write it');
}

test('the description is written beside the data and opened', async () => {
  await takeExample('penguins');
  await vscode.workspace.fs.delete(fileOf('datapackage.json'));
  await describe();
  await page.screenshot('where');
  await page.press('Enter');
  await until(() => vscode.window.activeTextEditor?.document.fileName.endsWith('datapackage.json'), 'the description in front');
  const description: unknown = JSON.parse(await described());
  ok(typeof description === 'object' && description !== null && 'resources' in description, 'a Data Package');
  ok((await described()).includes('Beak Length (mm)'), 'its fields');
  await page.screenshot('description');
});

test('the draft has no error of its own', async () => {
  const uri = fileOf('datapackage.json');
  await vscode.commands.executeCommand('lintel.checkFile', uri.toString());
  same(findings(uri).filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error).map(ruleOf), []);
});

test('what is there is kept unless the user says otherwise', async () => {
  await vscode.workspace.fs.writeFile(fileOf('datapackage.json'), new TextEncoder().encode('{ "name": "mine" }\n'));
  await describe();
  await page.press('Enter');
  await notified('Replace datapackage.json');
  await page.screenshot('difference');
  same(await described(), '{ "name": "mine" }\n');
  await answer('Keep');
  await forget();
  same(await described(), '{ "name": "mine" }\n');
});

test('the draft replaces it once the user agrees', async () => {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await describe();
  await page.press('Enter');
  await notified('Replace datapackage.json');
  await answer('Replace');
  await until(async () => (await described()).includes('Beak Length (mm)'), 'the draft on disk');
});

export { run } from '../harness/suite.ts';
