// The profile view and the preview of rows, as a person uses them.
import { gzipSync } from 'node:zlib';
import * as vscode from 'vscode';
import { ok, same } from '../harness/check.ts';
import { show } from '../harness/documents.ts';
import { takeExample } from '../harness/examples.ts';
import { page } from '../harness/page.ts';
import { test, until } from '../harness/suite.ts';

const names = (): Promise<readonly string[]> => page.text('table.columns button.name');

test('the profile shows every column with its numbers, and sorts and filters them', async () => {
  await takeExample('penguins');
  await show('penguins.csv');
  await page.command('Lintel: Show Profile');
  await until(async () => (await names()).length > 5, 'the columns', 60_000);
  ok((await page.text('.subject')).some(text => /344 rows/.test(text)), 'the number of rows');
  const before = await names();
  await page.screenshot('profile');
  await page.click('th button[data-key=missing]');
  await until(async () => (await page.text('th[aria-sort=descending]')).length === 1, 'the order');
  ok((await names())[0] !== before[0], 'the column with most missing first');
  await page.click('#filter');
  await page.type('mass');
  await until(async () => (await names()).length === 1, 'one column');
  ok((await page.text('[role=status]')).some(text => /1 of/.test(text)), 'how many are shown');
});

test('a column is unfolded with Enter, and its header is gone to', async () => {
  await page.press('ArrowDown', 'Enter');
  await until(async () => (await page.text('.details caption')).some(text => text === 'Quantiles'), 'the details');
  await page.screenshot('details');
  await page.click('.details button:has-text("Go to Column")');
  await until(async () => vscode.window.activeTextEditor?.selection.isEmpty === false, 'the header to be selected');
  const editor = vscode.window.activeTextEditor;
  ok(editor !== undefined && /mass/i.test(editor.document.getText(editor.selection)), 'the name of the column');
});

test('the profile follows an edit', async () => {
  const editor = vscode.window.activeTextEditor;
  ok(editor !== undefined, 'the data in front');
  await editor?.edit(edit => edit.delete(new vscode.Range(1, 0, 2, 0)));
  await until(async () => (await page.text('.subject')).some(text => /343 rows/.test(text)), 'one row less');
  await vscode.commands.executeCommand('undo');
  await until(async () => (await page.text('.subject')).some(text => /344 rows/.test(text)), 'the row again');
});

for (const [theme, name] of [['Default Light Modern', 'light'], ['Default High Contrast', 'contrast'], ['Default High Contrast Light', 'contrast-light'], ['Default Dark Modern', 'dark']] as const) {
  test(`the profile follows the theme ${theme}`, async () => {
    await vscode.workspace.getConfiguration('workbench').update('colorTheme', theme, vscode.ConfigurationTarget.Global);
    const wanted = { light: '.vscode-light', contrast: '.vscode-high-contrast', 'contrast-light': '.vscode-high-contrast-light', dark: '.vscode-dark' }[name];
    await until(async () => (await page.text(`body${wanted} h1`)).length > 0, 'the theme in the page');
    await page.screenshot(`profile-${name}`);
  });
}

test('a packed file opens as rows, masked until asked, at the row one goes to', async () => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('no folder');
  const uri = vscode.Uri.joinPath(folder.uri, 'people.csv.gz');
  const rows = Array.from({ length: 3000 }, (_, i) => `${i + 1},person${i}@example.org,${i === 1500 ? '' : i % 7}\n`).join('');
  await vscode.workspace.fs.writeFile(uri, gzipSync(`id,e-mail,mark\n${rows}`));
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await vscode.commands.executeCommand('vscode.open', uri);
  await until(async () => (await page.text('tbody tr')).length === 100, 'a page of rows', 60_000);
  ok((await page.text('[role=status]')).some(text => /Rows 1 to 100 of 3,000/.test(text)), 'where one is');
  ok(!(await page.text('tbody tr')).some(text => /person\d+@/.test(text)), 'addresses to be masked');
  await page.screenshot('preview');
  await page.click('#row');
  await page.type('2000');
  await page.press('Enter');
  await until(async () => (await page.text('tr.aimed')).some(text => text.startsWith('2,000')), 'row 2000');
  await page.click('#unmask');
  await until(async () => (await page.text('tbody tr')).some(text => text.includes('person1999@example.org')), 'the addresses');
  await page.screenshot('preview-row');
  await vscode.commands.executeCommand('lintel.previewRows', uri.toString(), 1500, 2);
  await until(async () => (await page.text('tr.aimed')).some(text => text.startsWith('1,501')), 'the row somebody asked for');
  same((await page.text('tbody tr')).length, 100);
});

test('any dataset is shown as rows by the command, with what was found in them', async () => {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await show('ragged.csv');
  await page.command('Lintel: Preview Rows');
  await until(async () => (await page.text('tbody tr')).length > 0, 'rows');
  await until(async () => (await page.text('.marked')).length > 0, 'the row that is wrong');
  await page.screenshot('preview-ragged');
});

export { run } from '../harness/suite.ts';
