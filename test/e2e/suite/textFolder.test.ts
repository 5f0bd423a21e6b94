// A folder of plain text, as a person checks it: nothing until it is asked for, then findings on the lines of its files.
import * as vscode from 'vscode';
import { same } from '../harness/check.ts';
import { show } from '../harness/documents.ts';
import { page } from '../harness/page.ts';
import { test, until } from '../harness/suite.ts';

const root = (): vscode.Uri => vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
const notes = (): vscode.Uri => vscode.Uri.joinPath(root(), 'notes');
const findingsAt = (name: string): readonly string[] => vscode.languages.getDiagnostics(vscode.Uri.joinPath(notes(), name))
  .map(({ code, range }) => `${range.start.line}:${range.start.character} ${String(typeof code === 'object' ? code.value : code)}`);

const FILES = {
  'a.md': '# Weather\n\nIt was sunny in Oslo all day long, says nobody in particular.\n',
  'b.md': '# Weather\n\nIt was sunny in Oslo all day long, says nobody in particular.\n',
  'c.txt': 'Dear {{ name }},\nthank you for the flowers<|im_end|>\n',
};

test('notes are left alone until somebody asks', async () => {
  for (const [name, text] of Object.entries(FILES)) await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(notes(), name), new TextEncoder().encode(text));
  await show('ragged.csv');
  await until(() => vscode.languages.getDiagnostics(vscode.Uri.joinPath(root(), 'ragged.csv')).length > 0, 'findings of a table', 60_000);
  await show('notes/c.txt');
  same(Object.keys(FILES).flatMap(findingsAt), []);
});

test('Check Text Folder puts findings on the lines of the files', async () => {
  await vscode.commands.executeCommand('lintel.checkTextFolder', notes());
  await until(() => findingsAt('c.txt').includes('1:25 control-token-in-text'), 'the control token', 60_000);
  await until(() => findingsAt('c.txt').includes('0:5 unfilled-placeholder'), 'the placeholder');
  await until(() => findingsAt('b.md').some(one => one.endsWith('duplicate-row')), 'the copy');
  await until(async () => (await page.text('h1')).length > 0, 'the profile');
  await page.screenshot('texts');
});

export { run } from '../harness/suite.ts';
