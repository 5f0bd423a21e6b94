// The tree of datasets beside the files, the sample and the walkthrough.
import * as vscode from 'vscode';
import { ok } from '../harness/check.ts';
import { findings, ruleOf, show } from '../harness/documents.ts';
import { page } from '../harness/page.ts';
import { test, until } from '../harness/suite.ts';

const rows = (): Promise<readonly string[]> => page.text('.pane-body .monaco-list-row');

test('the tree lists datasets with what was found in them', async () => {
  const { document } = await show('ragged.csv');
  await until(() => findings(document.uri).some(each => ruleOf(each) === 'ragged-row'), 'the diagnostic');
  await vscode.commands.executeCommand('lintel.datasets.focus');
  await until(async () => (await rows()).some(row => row.includes('ragged.csv') && row.includes('finding')), 'the dataset with its findings');
  await page.screenshot('tree');
});

test('a dataset unfolds to its rules, and a rule leads to its place', async () => {
  await page.click('.monaco-list-row[aria-label^="ragged.csv, 1 finding"]');
  await page.press('ArrowRight');
  await until(async () => (await rows()).some(row => row.includes('ragged-row')), 'the rule below it');
  await page.screenshot('tree-unfolded');
  for (const theme of ['Default Light Modern', 'Default High Contrast']) {
    await vscode.workspace.getConfiguration('workbench').update('colorTheme', theme, vscode.ConfigurationTarget.Global);
    await page.screenshot(`tree-${theme.split(' ')[1]?.toLowerCase()}`);
  }
  await vscode.workspace.getConfiguration('workbench').update('colorTheme', undefined, vscode.ConfigurationTarget.Global);
});

test('the sample opens as a copy and is full of findings', async () => {
  await page.command('Lintel: Open Sample Dataset');
  const document = await until(() => vscode.window.activeTextEditor?.document.fileName.endsWith('customers.csv') ? vscode.window.activeTextEditor.document : undefined, 'the sample');
  ok(document.uri.path.includes('globalStorage'), document.uri.path);
  await until(() => findings(document.uri).length > 5, 'its findings');
});

test('the walkthrough shows five steps with pictures', async () => {
  await page.command('Lintel: Open Walkthrough');
  await until(async () => (await page.text('.getting-started-step')).length === 5, 'five steps');
  await until(async () => (await page.text('.getting-started-media iframe, .getting-started-media svg, .getting-started-media .webview')).length > 0, 'a picture');
  await page.screenshot('walkthrough');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
});

export { run } from '../harness/suite.ts';
