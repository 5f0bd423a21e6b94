// De-identify Dataset, as a person uses it: what is suggested, a change of mind, a preview, a copy with its record.
import * as vscode from 'vscode';
import { ok, same } from '../harness/check.ts';
import { fileOf, show } from '../harness/documents.ts';
import { notified } from '../harness/notifications.ts';
import { page } from '../harness/page.ts';
import { test, until } from '../harness/suite.ts';

const people = (): string => ['mail,birth_date,age,city', ...Array.from({ length: 60 }, (_, i) => `person${i}@example.org,19${50 + (i % 40)}-0${1 + (i % 9)}-1${i % 10},${20 + i},Town ${i % 3}`), ''].join('\n');
const rows = (): Promise<readonly string[]> => page.text('.quick-input-list .monaco-list-row');
const sees = (part: string, what: string): Promise<unknown> => until(async () => (await rows()).some(row => row.includes(part)), what, 30_000);
const textOf = async (name: string): Promise<string> => String(await vscode.workspace.fs.readFile(fileOf(name)));

test('every column is listed with what would be done to it and why', async () => {
  await vscode.workspace.getConfiguration('files').update('simpleDialog.enable', true, vscode.ConfigurationTarget.Global);
  await vscode.workspace.fs.writeFile(fileOf('people.csv'), Buffer.from(people()));
  await show('people.csv');
  await page.command('Lintel: De-identify Dataset…');
  await sees('Go on', 'the list of columns');
  const listed = await rows();
  ok(listed.some(row => row.includes('mail') && row.includes('leave the column out') && /holds e-mail/i.test(row)), 'the e-mail addresses with a reason');
  ok(!listed.some(row => row.includes('example.org')), 'no value');
  await page.screenshot('columns');
});

test('another way is chosen for a column', async () => {
  await page.type('mail');
  await until(async () => (await rows()).every(row => row.includes('mail')), 'the column alone');
  await page.press('Enter');
  await sees('HMAC', 'ways to treat it');
  await page.screenshot('ways');
  await page.type('HMAC');
  await until(async () => (await rows()).every(row => row.includes('HMAC')), 'the way alone');
  await page.press('Enter');
  await sees('Go on', 'the list again');
  ok((await rows()).some(row => row.includes('mail') && row.includes('HMAC')), 'the way that was chosen');
});

test('people are made alike in columns that others may know', async () => {
  await page.type('Go on');
  await until(async () => (await rows()).every(row => row.includes('Go on')), 'the way on');
  await page.press('Enter');
  await sees('At least 3 people alike', 'sizes of groups');
  await page.type('At least 3');
  await until(async () => (await rows()).every(row => row.includes('At least 3')), 'the size alone');
  await page.press('Enter');
  await sees('city', 'columns others may know');
  await page.screenshot('classes');
  await page.press('Enter');
});

test('the key is a new one, kept where secrets are', async () => {
  await sees('A new random key', 'where the key comes from');
  await page.type('random');
  await until(async () => (await rows()).every(row => row.includes('random')), 'the new key alone');
  await page.press('Enter');
  await sees('Write Copy', 'the preview');
  const listed = await rows();
  ok(listed.some(row => row.includes('mail') && row.includes('60 cells changed')), 'counts');
  ok(!listed.some(row => /person\d+@example\.org/.test(row)), 'no value as it is');
  await page.screenshot('preview');
});

test('the copy is written beside the source, with its description and its record', async () => {
  await page.press('Enter');
  await until(async () => (await page.text('.quick-input-widget')).some(text => text.includes('Write Copy') || text.includes('people.deidentified.csv')) , 'where to write it', 30_000);
  await page.screenshot('where');
  await page.press('Enter');
  await until(() => vscode.window.activeTextEditor?.document.fileName.endsWith('people.deidentified.csv'), 'the copy in front', 60_000);
  await notified('60 rows written');
  const copy = await textOf('people.deidentified.csv');
  same(copy.trimEnd().split('\n').length, 61);
  ok(!/person\d|-0\d-1\d/.test(copy), 'no address and no day in the copy');
  same(await textOf('people.csv'), people());
  const record: unknown = JSON.parse(await textOf('people.deidentified.csv.audit.json'));
  ok(typeof record === 'object' && record !== null && 'source' in record, 'the record');
  ok((await textOf('people.deidentified.datapackage.json')).includes('"k": '), 'what was measured');
  await page.screenshot('copy');
});

test('an unsaved source is not copied', async () => {
  await show('people.csv');
  await vscode.window.activeTextEditor?.edit(edit => edit.insert(new vscode.Position(1, 0), 'x'));
  await page.command('Lintel: De-identify Dataset…');
  await notified('Save the file first');
  await vscode.commands.executeCommand('workbench.action.files.revert');
});

export { run } from '../harness/suite.ts';
