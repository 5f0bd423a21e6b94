// The benchmark panel beyond the first look: cancelling, hiding and showing it again, the keyboard, the report.
import * as vscode from 'vscode';
import { ok, same } from '../harness/check.ts';
import { show } from '../harness/documents.ts';
import { takeExample } from '../harness/examples.ts';
import { page } from '../harness/page.ts';
import { test, until } from '../harness/suite.ts';

const status = async (): Promise<string> => (await page.text('[role=status].status')).join(' ');
const rows = (): Promise<readonly string[]> => page.text('main table tbody tr');

test('a cancelled benchmark stops at once and keeps what it measured', async () => {
  await takeExample('birdstrikes');
  await show('birdstrikes.csv');
  await page.command('Lintel: Benchmark Training…');
  await until(async () => (await page.text('.uplot')).length > 0, 'a chart', 60_000);
  const asked = Date.now();
  await page.click('button:has-text("Cancel")');
  await until(async () => /Cancelled/.test(await status()), 'the panel to say that it stopped');
  console.log(`cancelled in ${Date.now() - asked} ms, the click included`);
  ok((await rows()).some(row => /Most frequent class|Mean/.test(row)), 'the baseline in the table');
});

test('a panel that was hidden shows the same again', async () => {
  const before = await rows();
  await vscode.commands.executeCommand('workbench.action.openEditorAtIndex1');
  await until(async () => (await page.text('.uplot')).length === 0, 'the panel to be hidden');
  await vscode.commands.executeCommand('workbench.action.openEditorAtIndex2');
  await until(async () => (await page.text('.uplot')).length > 0, 'the chart again');
  same((await rows()).join('\n'), before.join('\n'));
  ok(/Cancelled/.test(await status()), 'the status to be kept');
});

test('curves are switched off and on with the keyboard', async () => {
  await page.click('.curve[aria-pressed=true]');
  await until(async () => (await page.text('.curve[aria-pressed=false]')).length === 1, 'one curve to be off');
  await page.press('Space');
  await until(async () => (await page.text('.curve[aria-pressed=false]')).length === 0, 'the curve to be on again');
  await page.screenshot('cancelled');
});

export { run } from '../harness/suite.ts';
