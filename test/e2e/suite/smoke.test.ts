// The first thing a person sees, in the oldest and in the newest VS Code: a squiggle on the right line of a CSV file.
import * as vscode from 'vscode';
import { ok, same } from '../harness/check.ts';
import { fileOf, findings, ruleOf, show } from '../harness/documents.ts';
import { page } from '../harness/page.ts';
import { test, until } from '../harness/suite.ts';

test('a row with too few cells gets a diagnostic on its line', async () => {
  const { document } = await show('ragged.csv');
  const found = await until(() => findings(document.uri).find(each => ruleOf(each) === 'ragged-row'), 'the diagnostic ragged-row');
  same(found.range.start.line, 2);
});

test('the squiggle is on the screen', async () => {
  await show('ragged.csv');
  await until(async () => (await page.text('.squiggly-error, .squiggly-warning, .squiggly-info')).length > 0, 'a squiggle');
});

test('a clean file has no warning', async () => {
  await show('ragged.csv');
  const { document } = await show('clean.csv');
  await until(() => findings(fileOf('ragged.csv')).length > 0, 'the findings of the other file');
  same(findings(document.uri).filter(each => each.severity <= vscode.DiagnosticSeverity.Warning).map(ruleOf), []);
});

test('our commands are in the palette', async () => {
  const titles = await vscode.commands.getCommands(true);
  ok(titles.some(command => command.startsWith('lintel.')), 'a command of ours');
});

export { run } from '../harness/suite.ts';
