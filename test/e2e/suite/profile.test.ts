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

test('columns are compared with each other on request', async () => {
  await page.click('button:has-text("Compare Columns")');
  await until(async () => (await page.text('.matrix caption')).length === 2, 'a table of numbers and one of categories');
  ok((await page.text('ol li')).some(text => /Flipper Length.* and Body Mass.*: 0\.87/.test(text)), 'the strongest pair');
  await page.press('End');
  await page.screenshot('associations');
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

test('a problem of a packed file leads to its row in the preview', async () => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('no folder');
  const uri = vscode.Uri.joinPath(folder.uri, 'ragged.csv.gz');
  await vscode.workspace.fs.writeFile(uri, gzipSync(`id,mark\n${Array.from({ length: 500 }, (_, i) => `${i + 1},${i % 7}${i === 321 ? ',8' : ''}\n`).join('')}`));
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await vscode.commands.executeCommand('lintel.checkFile', uri);
  const link = await until(() => vscode.languages.getDiagnostics(uri).flatMap(({ relatedInformation = [] }) => relatedInformation)[0], 'a link');
  same(link.message, 'Show row 322 in the preview');
  await vscode.commands.executeCommand('vscode.open', link.location.uri);
  await until(async () => (await page.text('tr.aimed')).some(text => text.startsWith('322')), 'row 322');
  await until(() => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length === 1, 'one editor');
  await page.screenshot('problem-row');
});

test('and to what can be done about it: the rule is off in the file, and its finding gone', async () => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('no folder');
  const uri = vscode.Uri.joinPath(folder.uri, 'ragged.csv.gz');
  await vscode.commands.executeCommand('lintel.checkFile', uri);
  const link = await until(() => vscode.languages.getDiagnostics(uri).flatMap(({ relatedInformation = [] }) => relatedInformation)[1], 'a second link');
  same(link.message, 'What can be done about it…');
  await vscode.commands.executeCommand('vscode.open', link.location.uri);
  await until(async () => (await page.text('.quick-input-list .monaco-list-row')).some(text => text.includes('in this file')), 'what can be done');
  await page.screenshot('finding-actions');
  await page.type('in this file');
  await page.press('Enter');
  await until(() => vscode.languages.getDiagnostics(uri).length === 0, 'no finding');
  await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder.uri, 'lintel.config.yaml'));
});

test('any dataset is shown as rows by the command, with what was found in them', async () => {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await show('ragged.csv');
  await page.command('Lintel: Preview Rows');
  await until(async () => (await page.text('tbody tr')).length > 0, 'rows');
  await until(async () => (await page.text('.marked')).length > 0, 'the row that is wrong');
  await page.screenshot('preview-ragged');
});

test('a row is gone to by its number and a column by its name, in the text and in the preview', async () => {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await show('penguins.csv');
  await page.command('Lintel: Go to Row…');
  await until(async () => (await page.text('.quick-input-title')).includes('Go to Row'), 'the question');
  await page.type('339');
  await page.press('Enter');
  await until(() => vscode.window.activeTextEditor?.selection.start.line === 339, 'row 339 on line 340');
  await page.command('Lintel: Go to Column…');
  await until(async () => (await page.text('.quick-input-list .label-name')).length > 5, 'the columns');
  await page.type('mass');
  await page.screenshot('go-to-column');
  await page.press('Enter');
  await until(() => /^\d{4}$/.test(vscode.window.activeTextEditor?.document.getText(vscode.window.activeTextEditor.selection) ?? ''), 'the mass to be selected');
  same(vscode.window.activeTextEditor?.selection.start.line, 339);
  await page.command('Lintel: Preview Rows');
  await until(async () => (await page.text('tbody tr')).length > 0, 'rows');
  await page.command('Lintel: Go to Row…');
  await until(async () => (await page.text('.quick-input-title')).includes('Go to Row'), 'the question');
  await page.type('300');
  await page.press('Enter');
  await until(async () => (await page.text('tr.aimed')).some(text => text.startsWith('300')), 'row 300 in the preview');
});

test('a table of many columns is drawn as one comes to its end', async () => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('no folder');
  const line = (cell: (i: number) => string): string => Array.from({ length: 500 }, (_, i) => cell(i)).join(',');
  const rows = Array.from({ length: 40 }, (_, row) => line(i => String((row * (i + 3)) % 37)));
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder.uri, 'wide.csv'), Buffer.from(`${line(i => `column ${i + 1}`)}\n${rows.join('\n')}\n`));
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await show('wide.csv');
  await page.command('Lintel: Show Profile');
  await until(async () => (await names()).length > 5, 'the columns', 60_000);
  const last = (): Promise<readonly string[]> => page.text('button.name[data-column="column 500"]');
  same((await last()).length, 0);
  await page.click('#filter');
  await page.press('ArrowDown', 'End');
  await until(async () => (await last()).length === 1, 'the last column');
  await page.screenshot('wide');
});

export { run } from '../harness/suite.ts';
