// The `browser` entry in the web worker host: no Node, files through the workspace file system only.
import * as vscode from 'vscode';
import { ok, same } from '../harness/check.ts';
import { findings, ruleOf, show } from '../harness/documents.ts';
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

export { run } from '../harness/suite.ts';
