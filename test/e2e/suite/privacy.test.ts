// The privacy report and the annotation of a column, as a person uses them.
import * as vscode from 'vscode';
import { ok } from '../harness/check.ts';
import { show } from '../harness/documents.ts';
import { page } from '../harness/page.ts';
import { test, until } from '../harness/suite.ts';

const fileAt = (name: string): vscode.Uri => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('no folder');
  return vscode.Uri.joinPath(folder.uri, name);
};
const write = (name: string, text: string): Thenable<void> => vscode.workspace.fs.writeFile(fileAt(name), Buffer.from(text));

test('the report stands as a preview, says what is missing and shows no value', async () => {
  await write('people.csv', `contact,age\n${Array.from({ length: 60 }, (_, i) => `person${i}.name@example.org,${30 + (i % 4)}`).join('\n')}\n`);
  await write('datapackage.json', '{\n  "name": "p",\n  "resources": [\n    { "name": "people", "path": "people.csv", "schema": { "fields": [{ "name": "contact" }, { "name": "age" }] } }\n  ]\n}\n');
  await show('people.csv');
  await page.command('Lintel: Privacy Report');
  await until(async () => (await page.text('.quick-input-list .label-name')).some(text => text.includes('Save as HTML')), 'what to do with it', 60_000);
  await page.press('Enter');
  await until(async () => (await page.text('h1')).some(text => text.includes('Privacy Report')), 'the report', 60_000);
  ok((await page.text('h2')).some(text => text.includes('What is missing')), 'what is missing');
  ok((await page.text('td')).every(text => !/person\d+\.name@/.test(text)), 'no address in the report');
  await page.screenshot('report');
});

test('a column is annotated by picking what it holds', async () => {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await show('people.csv');
  await page.command('Lintel: Annotate Column…');
  await until(async () => (await page.text('.quick-input-list .label-name')).includes('contact'), 'the columns', 60_000);
  await page.press('Enter');
  await until(async () => (await page.text('.quick-input-list .label-name'))[0] === 'user.contact.email', 'the suggested category first');
  await page.screenshot('annotate');
  await page.press('Enter');
  await until(async () => (await page.text('.quick-input-list .label-name'))[0] === 'direct-identifier', 'the suggested role first');
  await page.press('Enter');
  await until(async () => (await page.text('.quick-input-list .label-name'))[0] === 'No special class', 'the special classes');
  await page.press('Enter');
  const edited = (): string | undefined => vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith('/datapackage.json'))?.getText();
  await until(() => edited()?.includes('user.contact.email') === true, 'the annotation in the description');
  ok(JSON.parse(edited() ?? '').resources[0].schema.fields[0].privacy.role === 'direct-identifier', 'the role beside it');
});

export { run } from '../harness/suite.ts';
