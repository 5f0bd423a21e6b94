// Every view of ours, held against WCAG 2.2 A and AA in all kinds of theme.
import * as vscode from 'vscode';
import { same } from '../harness/check.ts';
import { show } from '../harness/documents.ts';
import { takeExample } from '../harness/examples.ts';
import { page } from '../harness/page.ts';
import { test, until } from '../harness/suite.ts';

const THEMES = [
  ['Default Light Modern', 'vscode-light'], ['Default Dark Modern', 'vscode-dark'], ['Default High Contrast', 'vscode-high-contrast'],
  ['Default High Contrast Light', 'vscode-high-contrast-light'],
] as const;

/** Views with what must be seen before they are judged. */
const VIEWS = [
  ['profile', 'Lintel: Show Profile', 'table.columns button.name'],
  ['preview', 'Lintel: Preview Rows', 'tbody tr'],
  ['risk', 'Lintel: Measure Re-identification Risk', 'table.measures td.value, main p'],
  ['benchmark', 'Lintel: Benchmark Training…', 'main table tbody tr'],
] as const;

for (const [name, command, seen] of VIEWS) {
  test(`nobody is shut out of the view ${name}, in any theme`, async () => {
    await takeExample('penguins');
    await show('penguins.csv');
    await page.command(command);
    await until(async () => (await page.text(seen)).length > 0, `the view ${name}`, 60_000);
    if (name === 'benchmark') await until(async () => (await page.text('[role=status].status')).some(text => /Done|done|finished|Finished/.test(text)), 'the end of the benchmark', 90_000);
    for (const [theme, kind] of THEMES) {
      await vscode.workspace.getConfiguration('workbench').update('colorTheme', theme, vscode.ConfigurationTarget.Global);
      await until(async () => (await page.text(`body.${kind} main, body.${kind} h1`)).length > 0, `the theme ${theme}`);
      same(await page.violations(seen), []);
      await page.screenshot(`${name}-${kind}`);
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
}

test('the theme is as it was', async () => {
  await vscode.workspace.getConfiguration('workbench').update('colorTheme', undefined, vscode.ConfigurationTarget.Global);
});

export { run } from '../harness/suite.ts';
