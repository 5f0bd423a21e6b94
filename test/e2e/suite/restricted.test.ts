// Restricted Mode: the folder is not trusted. Linting works; nothing is executed or written.
import * as vscode from 'vscode';
import { same } from '../harness/check.ts';
import { findings, ruleOf, show } from '../harness/documents.ts';
import { forget, notified } from '../harness/notifications.ts';
import { page } from '../harness/page.ts';
import { test, until } from '../harness/suite.ts';

test('the workspace is not trusted', async () => {
  same(vscode.workspace.isTrusted, false);
  await until(async () => (await page.text('.statusbar-item')).some(text => text.includes('Restricted Mode')), 'Restricted Mode in the status bar');
});

test('linting works', async () => {
  const { document } = await show('ragged.csv');
  await until(() => findings(document.uri).some(each => ruleOf(each) === 'ragged-row'), 'the diagnostic ragged-row');
});

for (const command of ['lintel.describeDataset', 'lintel.newProject', 'lintel.benchmarkTraining', 'lintel.disableRule']) {
  test(`${command} says in a sentence that it waits for trust`, async () => {
    await vscode.commands.executeCommand(command);
    same((await notified('not trusted')).length, 1);
    await forget();
  });
}

export { run } from '../harness/suite.ts';
