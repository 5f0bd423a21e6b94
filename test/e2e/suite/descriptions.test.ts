// Descriptions as somebody writes them: what is offered, explained, linked, outlined and folded, where fields lead, what a new name changes, what another
// standard has no words for, and what became of a sealed version.
import * as vscode from 'vscode';
import { ok, same } from '../harness/check.ts';
import { fileOf, findings, ruleOf, show } from '../harness/documents.ts';
import { answer, forget, notified } from '../harness/notifications.ts';
import { page } from '../harness/page.ts';
import { test, until } from '../harness/suite.ts';

const DATA = `id,width,kind\n${Array.from({ length: 40 }, (_, i) => `${i},${i / 2},${i % 3 ? 'oak' : 'elm'}\n`).join('')}`;
const PACKAGE = `{
  "name": "trees",
  "resources": [
    {
      "name": "leaves",
      "path": "leaves.csv",
      "schema": {
        "fields": [
          { "name": "id", "type": "integer", "title": "Ours: the number on the label" },
          { "name": "width", "type": "number", "constraints": { "required": true, "minimum": 0 } },
          { "name": "kind", "type": "string", "constraints": { "enum": ["oak", "elm"] } }
        ],
        "primaryKey": ["id"]
      }
    }
  ]
}
`;
const CONTRACT = 'dataContractSpecification: 1.2.1 # the last one\nid: leaves\ninfo:\n  title: Leaves\n  version: 1.0.0\nservers:\n  here:\n    type: local\n    path: leaves.csv\n    format: csv\nmodels:\n  leaves:\n    type: table\n    fields:\n      id:\n        type: integer\n      width:\n        type: double # wide\n      kind:\n        type: string\n    primaryKey: [width]\n';

const write = (name: string, text: string): Thenable<void> => vscode.workspace.fs.writeFile(fileOf(name), new TextEncoder().encode(text));
const read = async (name: string): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(fileOf(name)));
const settings = () => vscode.workspace.getConfiguration();

/** A position some characters into the place where a text stands. */
function placeIn({ document }: vscode.TextEditor, needle: string, plus = 0): vscode.Position {
  const at = document.getText().indexOf(needle);
  ok(at >= 0, `${needle} in ${document.fileName}`);
  return document.positionAt(at + plus);
}

const hoverAt = async (editor: vscode.TextEditor, needle: string, plus: number): Promise<string> => {
  const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, placeIn(editor, needle, plus));
  return hovers.flatMap(({ contents }) => contents.map(one => (typeof one === 'string' ? one : one.value))).join('\n');
};
const offeredAt = async (editor: vscode.TextEditor, needle: string, plus: number): Promise<readonly string[]> => {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', editor.document.uri, placeIn(editor, needle, plus));
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
};

async function prepared(): Promise<void> {
  await write('leaves.csv', DATA);
  await write('datapackage.json', PACKAGE);
  await write('datacontract.yaml', CONTRACT);
  const { document } = await show('leaves.csv');
  await vscode.commands.executeCommand('lintel.checkFile', document.uri.toString());
}

test('a field shows its column as it is now, in every theme, and a property is explained with a link', async () => {
  await prepared();
  const editor = await show('datapackage.json');
  await until(async () => (await hoverAt(editor, '"width"', 2)).includes('column 2 of 3'), 'the statistics of the column');
  const told = await hoverAt(editor, '"primaryKey"', 2);
  ok(told.includes('tell rows apart') && told.includes('](https://datapackage.org/'), told);
  const place = placeIn(editor, '"width"', 2);
  for (const theme of ['Default Light Modern', 'Default Dark Modern', 'Default High Contrast']) {
    await settings().update('workbench.colorTheme', theme, vscode.ConfigurationTarget.Workspace);
    await vscode.window.showTextDocument(editor.document);
    editor.selection = new vscode.Selection(place, place);
    await vscode.commands.executeCommand('editor.action.showHover');
    await until(async () => (await page.text('.monaco-hover')).some(text => text.replaceAll('\u00a0', ' ').includes('column 2 of 3')), `the hover in ${theme}`);
    await page.screenshot(`hover-${theme.replace(/^Default /, '').replaceAll(' ', '-').toLowerCase()}`);
    await page.press('Escape');
  }
  await settings().update('workbench.colorTheme', undefined, vscode.ConfigurationTarget.Workspace);
});

test('names and values of the data are offered, and properties where the editor has no schema', async () => {
  const contract = await show('datacontract.yaml');
  await until(async () => (await hoverAt(contract, 'width:', 2)).includes('column 2 of 3'), 'the data of the contract');
  ok((await offeredAt(contract, 'double', 0)).includes('decimal'), 'types of a contract');
  const description = await show('datapackage.json');
  ok((await offeredAt(description, '"width"', 1)).includes('kind'), 'the columns');
  ok((await offeredAt(description, '"oak"', 1)).includes('elm'), 'the values of the column');
  description.selection = new vscode.Selection(placeIn(description, '"width"', 1), placeIn(description, '"width"', 1));
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
  await until(async () => (await page.text('.suggest-widget .monaco-list-row')).some(row => row.includes('kind')), 'the list of offers');
  await page.screenshot('offers');
  await page.press('Escape');
});

test('paths are links, tables and columns an outline, parts fold', async () => {
  for (const name of ['datapackage.json', 'datacontract.yaml']) {
    const { uri } = (await show(name)).document;
    const links = await vscode.commands.executeCommand<readonly vscode.DocumentLink[]>('vscode.executeLinkProvider', uri);
    ok(links.some(({ target }) => target?.path.endsWith('/leaves.csv')), `a link in ${name}`);
    const symbols = await vscode.commands.executeCommand<readonly vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri);
    const own = symbols.find(symbol => symbol.name === 'leaves');
    same(own?.children.map(child => child.name), ['id', 'width', 'kind']);
    const folds = await vscode.commands.executeCommand<readonly vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', uri);
    ok(folds.length >= 3, `folds in ${name}`);
  }
});

test('a field leads to its column, and the column to its field', async () => {
  const editor = await show('datapackage.json');
  type Found = readonly (vscode.Location | vscode.LocationLink)[];
  const placesOf = (found: Found) => found.map(one => ('uri' in one ? [one.uri.path.split('/').pop(), one.range.start.line] : [one.targetUri.path.split('/').pop(), one.targetRange.start.line]));
  const there = await vscode.commands.executeCommand<Found>('vscode.executeDefinitionProvider', editor.document.uri, placeIn(editor, '"width"', 2));
  same(placesOf(there), [['leaves.csv', 0]]);
  const data = await show('leaves.csv');
  const back = await vscode.commands.executeCommand<Found>('vscode.executeDefinitionProvider', data.document.uri, placeIn(data, 'width', 2));
  ok(['datapackage.json', 'datacontract.yaml'].includes(String(placesOf(back)[0]?.[0])), JSON.stringify(placesOf(back)));
});

test('a new name of a column is written into its data and all descriptions, comments and order kept', async () => {
  const editor = await show('datapackage.json');
  const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', editor.document.uri, placeIn(editor, '"width"', 2), 'breadth');
  ok(await vscode.workspace.applyEdit(edit), 'the edit to be made');
  await vscode.workspace.saveAll();
  same(await read('leaves.csv'), DATA.replace('width', 'breadth'));
  same(await read('datapackage.json'), PACKAGE.replace('"width"', '"breadth"'));
  same(await read('datacontract.yaml'), CONTRACT.replace('width:', 'breadth:').replace('[width]', '[breadth]'));
  await prepared();
});

test('a description is shown in the words of another standard, with what is lost', async () => {
  await show('datapackage.json');
  await page.command('Lintel: Convert Description');
  await until(async () => (await page.text('.quick-input-list .monaco-list-row')).some(row => row.includes('LLaMA-Factory')), 'the standards');
  await page.screenshot('standards');
  await page.click('.quick-input-list .monaco-list-row:has-text("Kaggle")');
  const draft = await until(() => vscode.window.activeTextEditor?.document.uri.scheme === 'lintel-draft' && vscode.window.activeTextEditor.document, 'the draft');
  ok(draft.getText().includes('"path": "leaves.csv"'), draft.getText());
  await notified('has no words for');
  await page.screenshot('lost');
  await answer('Show List');
  const lost = await until(() => vscode.window.activeTextEditor?.document.fileName.endsWith('.lost.txt') && vscode.window.activeTextEditor.document.getText(), 'the list of what is lost');
  for (const word of ['enum', 'primaryKey', 'minimum', 'required']) ok(lost.includes(word), `${word} in ${lost}`);
  await forget();
});

test('a description is completed when it is drafted again, and what was written by hand stays', async () => {
  await write('leaves.csv', DATA.replace('id,width,kind', 'id,width,kind,age').replaceAll(/(oak|elm)$/gm, '$1,7'));
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await show('leaves.csv');
  await page.command('Lintel: Describe Dataset');
  await until(async () => (await page.text('.quick-input-list .monaco-list-row')).some(row => row.includes('datapackage.json')), 'the question where to write it');
  await page.press('Enter');
  await notified('Replace datapackage.json');
  await page.screenshot('drafted-again');
  await answer('Replace');
  const text = await until(async () => (await read('datapackage.json')).includes('"age"') && read('datapackage.json'), 'the new column');
  ok(text.includes('Ours: the number on the label') && text.indexOf('"kind"') < text.indexOf('"age"'), text);
  await forget();
});

test('a sealed version is recorded, and a later check says what changed', async () => {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  const { document } = await show('leaves.csv');
  await page.command('Lintel: Seal Dataset');
  await notified('Replace datapackage.json');
  await page.screenshot('seal');
  await answer('Replace');
  const sealed = await until(async () => (await read('datapackage.json')).includes('sha256:') && read('datapackage.json'), 'the seal');
  ok(sealed.includes('Ours: the number on the label') && sealed.includes('"seal"'), sealed);
  await forget();
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(document.lineCount - 1, 0), '99,3.5,ash,8\n');
  await vscode.workspace.applyEdit(edit);
  await document.save();
  await vscode.commands.executeCommand('lintel.checkFile', document.uri.toString());
  const rules = await until(() => {
    const found = findings(document.uri).map(ruleOf);
    return found.some(rule => /seal|byte-count|digest|hash/.test(rule)) ? found : undefined;
  }, 'what changed since');
  ok(rules.length > 0, rules.join());
  await page.screenshot('changed-since');
});

test('a document that is wrongly taken for a description is said to be none', async () => {
  await write('datapackage.json', '{ "name": "somebody else’s", "resources": 5 }\n');
  const { document } = await show('datapackage.json');
  const [finding] = await until(() => findings(document.uri).length > 0 && findings(document.uri), 'findings');
  ok(finding, 'a finding');
  const actions = await until(async () => {
    const found = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, finding.range, vscode.CodeActionKind.QuickFix.value, 20);
    return found.some(({ title, edit }) => title.includes('no description') && edit) ? found : undefined;
  }, 'the quick fix');
  const none = actions.find(({ title }) => title.includes('no description'));
  ok(none?.edit && await vscode.workspace.applyEdit(none.edit), 'the edit to be made');
  await vscode.workspace.saveAll();
  await until(async () => (await vscode.workspace.saveAll()) && (await read('lintel.config.yaml')).includes('none'), 'the configuration');
  await until(() => findings(document.uri).length === 0, 'the findings to go');
});

export { run } from '../harness/suite.ts';
