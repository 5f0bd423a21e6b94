// Lintel costs nothing where there is no dataset, and next to nothing where there is one.
import * as vscode from 'vscode';
import { ok, same } from '../harness/check.ts';
import { show } from '../harness/documents.ts';
import { ask } from '../harness/page.ts';
import { test, until } from '../harness/suite.ts';

function lintel(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('lintel.lintel');
  ok(found, 'the extension to be installed');
  return found;
}

test('a text file activates nothing', async () => {
  const { document } = await show('notes.txt');
  same(document.languageId, 'plaintext');
  // Another extension that is activated by any file shows that VS Code is done with activating.
  await until(() => vscode.extensions.all.some(({ id, isActive }) => isActive && id.startsWith('vscode.')), 'some other extension to be active');
  same(lintel().isActive, false);
});

test('a dataset does, and activation takes less than 50 ms', async () => {
  await show('late.csv');
  await until(() => lintel().isActive, 'the extension to be active');
  const milliseconds = millisecondsOf(lintel().exports);
  await ask('note', `activate() returned after ${milliseconds.toFixed(1)} ms`);
  ok(milliseconds < 50, `less than 50 ms, not ${milliseconds}`);
});

function millisecondsOf(exports: unknown): number {
  ok(typeof exports === 'object' && exports !== null && 'milliseconds' in exports, 'the extension to tell how long it took');
  return Number(exports.milliseconds);
}

export { run } from '../harness/suite.ts';
