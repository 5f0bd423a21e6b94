// The `browser` entry in the web worker host: no Node, files through the workspace file system only.
import * as vscode from 'vscode';
import { ok, same } from '../harness/check.ts';
import { findings, ruleOf, show } from '../harness/documents.ts';
import { forget, notified } from '../harness/notifications.ts';
import { page } from '../harness/page.ts';
import { test, until } from '../harness/suite.ts';

test('the extension runs in a web worker', () => {
  same(vscode.env.uiKind, vscode.UIKind.Web);
  ok(!('process' in globalThis && 'versions' in globalThis.process && 'node' in globalThis.process.versions), 'no Node in this host');
});

test('a row with too few cells gets a diagnostic and a squiggle', async () => {
  const { document } = await show('ragged.csv');
  const found = await until(() => findings(document.uri).find(each => ruleOf(each) === 'ragged-row'), 'the diagnostic ragged-row');
  same(found.range.start.line, 2);
  await until(async () => (await page.text('.squiggly-error, .squiggly-warning, .squiggly-info')).length > 0, 'a squiggle');
});

test('commands that need a machine say so', async () => {
  await vscode.commands.executeCommand('lintel.newProject');
  same((await notified('A browser can neither')).length, 1);
  await forget();
});

test('manuals are read here as well', async () => {
  await vscode.commands.executeCommand('lintel.explainRule', 'ragged-row');
  await until(async () => (await page.text('h1')).length > 0, 'the heading of the manual');
  await page.screenshot('manual');
});

export { run } from '../harness/suite.ts';
