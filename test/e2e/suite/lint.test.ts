// Real datasets with what is really wrong with them: squiggles on the right cells, the profile of a column, fixes, and the rule that is turned off.
import * as vscode from 'vscode';
import { ok, same } from '../harness/check.ts';
import { fileOf, findings, ruleOf, show } from '../harness/documents.ts';
import { takeExample } from '../harness/examples.ts';
import { page } from '../harness/page.ts';
import { test, until } from '../harness/suite.ts';

const findingsOf = (uri: vscode.Uri, rule: string): readonly vscode.Diagnostic[] => findings(uri).filter(each => ruleOf(each) === rule);

test('the one wrong cell of the penguins is underlined, and nothing else is', async () => {
  await takeExample('penguins');
  const { document } = await show('penguins.csv');
  const found = await until(() => findingsOf(document.uri, 'value-not-in-enum').find(({ range }) => range.start.line > 0), 'the finding at its cell');
  same(document.getText(found.range), '.');
  same([found.range.start.line, found.range.start.character], [337, 33]);
});

test('hovering over a header shows the profile of its column', async () => {
  const editor = await show('penguins.csv');
  const position = new vscode.Position(0, editor.document.lineAt(0).text.indexOf('Beak Depth') + 2);
  const texts = await until(async () => {
    const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, position);
    const found = hovers.flatMap(({ contents }) => contents.map(content => (content instanceof vscode.MarkdownString ? content.value : String(content))));
    return found.length > 0 ? found : undefined;
  }, 'a hover');
  ok(texts.join('\n').includes('Missing'), `the hover to count missing values: ${texts.join('\n').slice(0, 300)}`);
  ok(texts.join('\n').includes('data:image/svg+xml'), 'the hover to hold a histogram');
  editor.selection = new vscode.Selection(position, position);
  await vscode.commands.executeCommand('editor.action.showHover');
  await until(async () => (await page.text('.monaco-hover')).some(text => text.includes('Beak Depth')), 'the hover on the screen');
  await page.screenshot('hover');
  await page.press('Escape');
});

test('the first line offers what can be done with the file', async () => {
  await show('penguins.csv');
  await until(async () => (await page.text('.codelens-decoration')).some(text => text.includes('344 rows, 7 columns, 2 findings')), 'the size above the header');
});

test('personal data nobody annotated is underlined in the header and in ten cells', async () => {
  await takeExample('customers');
  const { document } = await show('customers.csv');
  const found = await until(() => {
    const all = findingsOf(document.uri, 'unannotated-personal-data');
    return all.length > 1 ? all : undefined;
  }, 'the findings of the personal columns');
  const cards = found.filter(({ message, range }) => range.start.line > 0 && message.includes('card_number'));
  same(cards.length, 10);
  for (const { range } of cards) ok(/^[\d ]{13,23}$/.test(document.getText(range)), `a card number at line ${range.start.line + 1}`);
  await page.screenshot('personal');
});

test('a quick fix changes the cells it names and its finding is gone', async () => {
  const editor = await show('customers.csv');
  const { document } = editor;
  const [found] = await until(() => {
    const all = findingsOf(document.uri, 'mixed-null-tokens').filter(({ range }) => range.start.line > 0);
    return all.length > 0 ? all : undefined;
  }, 'the finding');
  ok(found, 'a cell');
  same(document.getText(found.range), 'N/A');
  const before = document.getText();
  editor.selection = new vscode.Selection(found.range.start, found.range.start);
  editor.revealRange(found.range);
  await vscode.commands.executeCommand('editor.action.quickFix');
  await until(async () => (await page.text('.action-widget .monaco-list-row')).some(row => row.includes('Replace with')), 'the fix in the list');
  await page.screenshot('quick-fix');
  await page.click('.action-widget .monaco-list-row >> text=Replace with');
  await until(() => document.getText() !== before, 'the text to change');
  same(document.getText(), before.replaceAll(',N/A,', ',,'));
  await until(() => findingsOf(document.uri, 'mixed-null-tokens').length === 0, 'the finding to be gone');
});

test('annotating a column ends its finding', async () => {
  const editor = await show('customers.csv');
  const { document } = editor;
  const about = (): readonly vscode.Diagnostic[] => findingsOf(document.uri, 'unannotated-personal-data').filter(({ message }) => message.includes('card_number'));
  const [found] = await until(() => (about().length > 0 ? about() : undefined), 'the finding');
  ok(found, 'a finding about card_number');
  const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, found.range, undefined, 50);
  const annotate = actions.find(({ title }) => title.startsWith('Annotate'));
  ok(annotate?.edit, `a fix that annotates among ${actions.map(({ title }) => title).join(', ')}`);
  ok(await vscode.workspace.applyEdit(annotate.edit), 'the edit to be applied');
  const description = await vscode.workspace.openTextDocument(fileOf('datapackage.json'));
  ok(description.getText().includes('user.financial') || description.getText().includes('payment'), 'a category in the description');
  await until(() => about().length === 0, 'the finding to be gone');
});

test('a rule that is turned off says nothing more', async () => {
  const { document } = await show('customers.csv');
  await until(() => findingsOf(document.uri, 'duplicate-row').length > 0, 'repeated rows');
  await vscode.commands.executeCommand('lintel.disableRule', 'duplicate-row', document.uri.toString());
  same(vscode.workspace.getConfiguration('lintel').inspect('rules')?.workspaceValue, { 'duplicate-row': 'off' });
  await until(() => findingsOf(document.uri, 'duplicate-row').length === 0, 'the findings to be gone');
});

test('Check Workspace finds what is wrong in files that are not open', async () => {
  await vscode.commands.executeCommand('workbench.action.files.revert');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await vscode.commands.executeCommand('lintel.checkWorkspace');
  await until(() => findings(fileOf('订单.csv')).length > 0, 'findings in the orders');
  await page.screenshot('workspace');
});

export { run } from '../harness/suite.ts';
