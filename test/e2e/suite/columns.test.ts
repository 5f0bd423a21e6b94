// What an editor shows of columns by itself, in colours of every theme; where the cursor is; how a file is read and how to change that.
import * as vscode from 'vscode';
import { ok, same } from '../harness/check.ts';
import { fileOf, findings, ruleOf, show } from '../harness/documents.ts';
import { page } from '../harness/page.ts';
import { test, until } from '../harness/suite.ts';

const settings = () => vscode.workspace.getConfiguration();
const set = async (name: string, value: unknown): Promise<void> => void await settings().update(name, value, vscode.ConfigurationTarget.Workspace);

/** How many colours the texts of the table have on the screen: one class of the editor stands for one colour. */
async function coloursOf(line: string): Promise<number> {
  const tokens = await Promise.all(Array.from({ length: 60 }, async (_, i) => {
    const texts = await page.text(`.view-line:has-text("${line}") span.mtk${i + 1}`);
    return texts.length > 0 ? 1 : 0;
  }));
  return tokens.reduce<number>((sum, one) => sum + one, 0);
}

test('columns are coloured by type in light, dark and high contrast, and the names are bold', async () => {
  await show('orders.csv');
  for (const theme of ['Default Light Modern', 'Default Dark Modern', 'Default High Contrast', 'Default High Contrast Light']) {
    await set('workbench.colorTheme', theme);
    await until(async () => await coloursOf('K-1001') >= 5, `five colours in ${theme}`);
    await until(async () => (await page.text('.view-line:has-text("order_id") span.mtkb')).length > 0, 'the header to be bold');
    await page.screenshot(`colours-${theme.replace(/^Default /, '').replaceAll(' ', '-').toLowerCase()}`);
  }
  await set('workbench.colorTheme', undefined);
});

test('a rainbow, and no colours at all', async () => {
  await set('lintel.colouring', 'rainbow');
  await until(async () => await coloursOf('K-1001') >= 6, 'a rainbow');
  await page.screenshot('rainbow');
  await set('lintel.colouring', 'off');
  await until(async () => await coloursOf('K-1001') === 1, 'one colour');
  await set('lintel.colouring', undefined);
  await until(async () => await coloursOf('K-1001') >= 5, 'the colours to be back');
});

test('the outline lists the columns, and records of several lines fold', async () => {
  const { uri } = (await show('orders.csv')).document;
  const symbols = await until(async () => {
    const found = await vscode.commands.executeCommand<readonly vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', uri);
    return found && found.length > 0 ? found : undefined;
  }, 'symbols');
  same(symbols.map(({ name }) => name), ['order_id', 'price', 'day', 'paid', 'colour', 'e-mail', 'note']);
  const folds = await vscode.commands.executeCommand<readonly vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', uri);
  same(folds.map(({ start, end }) => end - start), [1, 1, 1, 1, 1, 1, 1]);
});

test('types stand behind the names once the setting is on', async () => {
  await set('lintel.typeHints', true);
  await until(async () => (await page.text('.view-line:has-text("order_id")')).some(text => text.replaceAll('\u00a0', ' ').includes('price: decimal number') && text.includes('personal')), 'the hints of all columns');
  await page.screenshot('type-hints');
  await set('lintel.typeHints', undefined);
});

test('the status bar says which column and row the cursor is in', async () => {
  const editor = await show('orders.csv');
  const status = (text: string) => until(async () => (await page.text('.statusbar-item')).some(item => item.replaceAll('\u00a0', ' ').includes(text)), text);
  editor.selection = new vscode.Selection(3, 8, 3, 8);
  await status('Column 2: price · Row 3');
  editor.selection = new vscode.Selection(0, 18, 0, 18);
  await status('Column 3: day');
  await page.screenshot('column-status');
});

test('a file that is read in the wrong way is read in another one, for everybody', async () => {
  const { document } = await show('orders.csv');
  await until(() => findings(document.uri).length > 0, 'findings');
  await page.command('Lintel: Change Dialect…');
  await page.click('.quick-input-list .monaco-list-row:has-text("Header")');
  await page.click('.quick-input-list .monaco-list-row:has-text("the first row is data")');
  const written = await until(async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(fileOf('lintel.config.yaml'))), 'the configuration');
  ok(written.includes('orders.csv') && written.includes('"header": false') || written.includes('header: false') || written.includes('"header":false'), `the header to be said: ${written}`);
  await until(async () => (await page.text('.codelens-decoration')).some(text => text.includes('61 rows')), 'the header to be a row');
  await vscode.workspace.fs.delete(fileOf('lintel.config.yaml'));
});

test('findings beyond what the Problems list takes are there as text, and lead to their places', async () => {
  const lines = ['a,b', ...Array.from({ length: 6000 }, (_, i) => (i % 4 === 0 ? `${i},2,3` : `${i},2`))];
  await vscode.workspace.fs.writeFile(fileOf('many.csv'), new TextEncoder().encode(`${lines.join('\n')}\n`));
  const { document } = await show('many.csv');
  await until(() => findings(document.uri).filter(each => ruleOf(each) === 'ragged-row').length > 900, 'the findings');
  await page.click('.codelens-decoration a:has-text("Show More Findings")');
  const list = await until(() => vscode.window.activeTextEditor?.document.uri.scheme === 'lintel-findings' && vscode.window.activeTextEditor.document, 'the list');
  ok(list.getText().includes('and 500 places more'), `the rest to be counted: ${list.getText().slice(-200)}`);
  const links = await vscode.commands.executeCommand<readonly vscode.DocumentLink[]>('vscode.executeLinkProvider', list.uri);
  ok(links.length >= 1000, `a link for every place, not ${links.length}`);
  await page.screenshot('all-findings');
});

export { run } from '../harness/suite.ts';
