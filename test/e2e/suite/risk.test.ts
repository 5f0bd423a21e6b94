// The view of the re-identification risk, as a person uses it.
import * as vscode from 'vscode';
import { ok, same } from '../harness/check.ts';
import { show } from '../harness/documents.ts';
import { page } from '../harness/page.ts';
import { test, until } from '../harness/suite.ts';

/** 400 people of eight ages, two sexes and four places, and one who stands alone. */
const people = (): string => {
  const rows = Array.from({ length: 400 }, (_, i) => `person${i}@example.org,${30 + (i % 8)},${i % 2 ? 'f' : 'm'},101${15 + (i % 4)},${['flu', 'asthma', 'gout'][i % 3] ?? ''}`);
  return ['mail,age,sex,zip,diagnosis', ...rows, 'alone@example.org,93,f,20095,cancer', ''].join('\n');
};
const measured = async (key: string): Promise<string | undefined> => (await page.text(`tr[data-measure="${key}"] td.value`))[0];

test('the measures stand beside the data, with what they mean, and no value is shown', async () => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('no folder');
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder.uri, 'people.csv'), Buffer.from(people()));
  await show('people.csv');
  await page.command('Lintel: Measure Re-identification Risk');
  await until(async () => await measured('k ') === '1', 'k', 60_000);
  ok((await page.text('.subject')).some(text => /401 rows in 9 classes/.test(text)), 'rows and classes');
  ok((await page.text('td.meaning')).every(text => text !== ''), 'a meaning for each measure');
  const worst = await page.text('table.worst td');
  ok(worst.length > 0 && !worst.some(text => /^(?:93|20095)$/.test(text)), 'the worst row without its values');
  await page.screenshot('risk');
});

test('a change is tried, answered at once and compared with before', async () => {
  await until(async () => (await page.text('table.what-if tbody tr')).length > 5, 'what might be changed');
  await page.click('table.what-if tr:has-text("age") button');
  await until(async () => (await page.text('table.measures thead')).some(text => text.includes('Before')), 'the values before');
  await page.screenshot('risk-changed');
  await page.click('button:has-text("Compare from Here")');
  await until(async () => !(await page.text('table.measures thead')).some(text => text.includes('Before')), 'nothing to compare');
  await page.click('button:has-text("Use Suggestions")');
  await until(async () => (await page.text('.subject')).some(text => /9 classes/.test(text)), 'the suggestions again');
});

test('how missing values count is chosen with the keyboard', async () => {
  await page.click('label[for=missing]');
  await page.press('ArrowDown', 'ArrowDown');
  await until(async () => (await page.text('ul.notes li')).some(text => /left out/.test(text)), 'rows left out');
});

test('the worst row is gone to', async () => {
  await page.click('table.worst button');
  await until(() => vscode.window.activeTextEditor?.selection.start.line === 401, 'the row of the person who stands alone');
  same(vscode.window.activeTextEditor?.document.fileName.endsWith('people.csv'), true);
});

test('the measures follow an edit', async () => {
  const editor = vscode.window.activeTextEditor;
  await editor?.edit(edit => edit.delete(new vscode.Range(401, 0, 402, 0)));
  await until(async () => Number(await measured('k ')) > 1, 'nobody alone');
  await vscode.commands.executeCommand('undo');
  await until(async () => await measured('k ') === '1', 'one alone again');
});

for (const [theme, name] of [['Default Light Modern', 'light'], ['Default High Contrast', 'contrast'], ['Default High Contrast Light', 'contrast-light'], ['Default Dark Modern', 'dark']] as const) {
  test(`the view follows the theme ${theme}`, async () => {
    await vscode.workspace.getConfiguration('workbench').update('colorTheme', theme, vscode.ConfigurationTarget.Global);
    const wanted = { light: '.vscode-light', contrast: '.vscode-high-contrast', 'contrast-light': '.vscode-high-contrast-light', dark: '.vscode-dark' }[name];
    await until(async () => (await page.text(`body${wanted} h1`)).length > 0, 'the theme in the page');
    await page.screenshot(`risk-${name}`);
  });
}

export { run } from '../harness/suite.ts';
