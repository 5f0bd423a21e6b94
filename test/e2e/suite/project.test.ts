// New Training Project, by keyboard: questions with a way back, a summary, the files before they are written, and the folder that comes out of it.
import * as vscode from 'vscode';
import { ok, same } from '../harness/check.ts';
import { fileOf, show } from '../harness/documents.ts';
import { forget, notified } from '../harness/notifications.ts';
import { page } from '../harness/page.ts';
import { test, until } from '../harness/suite.ts';
import { takeExample } from '../harness/examples.ts';

const title = async (): Promise<string> => (await page.text('.quick-input-titlebar'))[0] ?? '';
const rows = (): Promise<readonly string[]> => page.text('.quick-input-list .monaco-list-row');
/** Chooses the template that makes the project, and waits for its first question. */
async function begin(): Promise<void> {
  await page.command('Lintel: New Training Project…');
  await until(async () => (await rows()).some(row => row.includes('TensorFlow.js')), 'the templates');
  await page.type('TensorFlow');
  await until(async () => (await rows()).length === 1, 'one template');
  await page.press('Enter');
  await step(1);
}

const step = (n: number): Promise<boolean> => until(async () => (await title()).includes(`(${n}/`), `step ${n}`);

test('the questions start from the dataset, and Back goes back', async () => {
  await takeExample('penguins');
  await show('penguins.csv');
  await begin();
  await page.press('Enter');
  await step(2);
  await page.screenshot('name');
  await page.press('Enter');
  await step(3);
  await page.click('.quick-input-titlebar .codicon-quick-input-back');
  await step(2);
  await page.press('Enter');
  await step(3);
  await page.press('Enter');
  await step(4);
  ok((await rows())[0]?.includes('Species') || (await page.text('.quick-input-list .monaco-list-row.focused')).some(row => row.includes('Species')), 'the described target in front');
  await page.screenshot('target');
});

test('the summary shows the answers and the files, and nothing is written before the word to go', async () => {
  for (let n = 5; !(await rows()).some(row => row.includes('Create Project')); n++) {
    const before = await title();
    await page.press('Enter');
    await until(async () => await title() !== before, `the step after ${before}`);
    ok(n < 12, 'the questions to come to an end');
  }
  await page.screenshot('summary');
  await page.type('Show Files');
  await page.press('Enter');
  await until(async () => (await rows()).some(row => row.includes('package.json') || row.includes('README.md')), 'the files');
  await page.screenshot('files');
  same(await exists('penguins/package.json'), false);
  await page.click('.quick-input-titlebar .codicon-quick-input-back');
  await until(async () => (await rows()).some(row => row.includes('Create Project')), 'the summary again');
});

test('the project is written into a new folder', async () => {
  await page.press('Enter');
  await until(() => exists('penguins/package.json'), 'package.json of the project');
  await until(() => exists('penguins/src/train.ts'), 'its training program');
  await notified('The project is in penguins.');
  await page.screenshot('written');
  await forget();
});

test('a second project does not touch the first', async () => {
  const before = await vscode.workspace.fs.readFile(fileOf('penguins/package.json'));
  await show('penguins.csv');
  await begin();
  while (!(await rows()).some(row => row.includes('Create Project'))) {
    const old = await title();
    await page.press('Enter');
    await until(async () => await title() !== old, `the step after ${old}`);
  }
  await page.press('Enter');
  await until(() => exists('penguins-2/package.json'), 'another folder');
  same(String(await vscode.workspace.fs.readFile(fileOf('penguins/package.json'))), String(before));
});

test('an update shows what it will do, and keeps what a person changed', async () => {
  await write('penguins/README.md', `mine\n${await read('penguins/README.md')}`);
  await write('penguins/src/random.ts', '// as an older version had it\n');
  const base = JSON.parse(await read('penguins/.lintel/base.json'));
  await write('penguins/.lintel/base.json', JSON.stringify({ ...base, 'src/random.ts': '// as an older version had it\n' }));
  await vscode.workspace.fs.delete(fileOf('penguins-2'), { recursive: true });
  await page.command('Lintel: Update Project…');
  await until(async () => (await rows()).some(row => row.includes('src/random.ts')), 'the change of the template');
  ok(!(await rows()).some(row => row.includes('README.md')), 'a change of one’s own is none of the update');
  await page.screenshot('update');
  await page.press('Enter');
  await notified('The project is updated to version 1.0.0 of its template.');
  same((await read('penguins/src/random.ts')).includes('older version'), false);
  same((await read('penguins/README.md')).startsWith('mine\n'), true);
  await forget();
  await page.command('Lintel: Update Project…');
  await notified('The project is up to date with version 1.0.0 of its template.');
  await forget();
});

const read = async (path: string): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(fileOf(path)));
const write = (path: string, text: string): Thenable<void> => vscode.workspace.fs.writeFile(fileOf(path), new TextEncoder().encode(text));

async function exists(path: string): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(fileOf(path));
    return true;
  } catch {
    return false;
  }
}

export { run } from '../harness/suite.ts';
