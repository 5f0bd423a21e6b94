import { test } from 'node:test';
import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic, TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { DocumentText } from '../../server/src/engine/documentText.ts';
import { TestClient } from './harness/client.ts';
import { makeFolder } from './harness/folder.ts';

const CAPABLE = {
  textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
  workspace: { workspaceEdit: { documentChanges: true } },
};
/** Forty rows, "missing" spelled in two ways, CR LF line ends and one quoted cell: all of which a fix must leave alone. */
const ODD: Readonly<Record<number, string>> = { 7: '"n/a"', 9: 'n/a' };
const MIXED = 'id,colour\r\n' + Array.from({ length: 40 }, (_, i) => `${i},${ODD[i] ?? (i % 4 === 0 ? 'NA' : 'red')}\r\n`).join('');
/** Everything, as a range. */
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 41, character: 0 } };

function applyAll(text: string, edits: readonly TextEdit[]): string {
  const backwards = [...edits].sort((a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character);
  return backwards.reduce((current, { range, newText }) => current.edit({ range, text: newText }), DocumentText.of(text)).toString();
}

function editsIn(action: CodeAction): readonly TextEdit[] {
  const [first] = action.edit?.documentChanges ?? [];
  assert.ok(first && 'textDocument' in first && first.textDocument.version === 1, JSON.stringify(action));
  const { edits }: TextDocumentEdit = first;
  return edits.filter(edit => 'newText' in edit);
}

test('a quick fix is resolved into the smallest edits, and applied leaves no finding of its rule', async () => {
  const folder = makeFolder();
  const initializationOptions = { clientCommands: true, ruleHref: 'vscode://lintel.lintel/rule/{rule}' };
  const client = await TestClient.start(folder.uri, { capabilities: CAPABLE, initializationOptions });
  const uri = folder.at('a.csv');
  client.open(uri, MIXED);
  const isMixed = ({ code }: Diagnostic): boolean => code === 'mixed-null-tokens';
  const { diagnostics } = await client.diagnostics(uri, published => published.diagnostics.some(isMixed));
  const diagnostic = diagnostics.find(isMixed);
  assert.ok(diagnostic);
  assert.equal(diagnostic.codeDescription?.href, 'vscode://lintel.lintel/rule/mixed-null-tokens');
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri }, range: diagnostic.range, context: { diagnostics: [diagnostic] },
  });
  assert.deepEqual(actions.map(({ command }) => command?.command).filter(Boolean), ['lintel.explainRule', 'lintel.disableRule']);
  const fix = actions.find(({ data }) => data !== undefined);
  assert.ok(fix && fix.edit === undefined);
  const resolved = await client.request<CodeAction>('codeAction/resolve', fix);
  const edits = editsIn(resolved);
  assert.equal(edits.length, 2);
  assert.equal(applyAll(MIXED, edits), MIXED.replaceAll('n/a', 'NA'));

  const contentChanges = edits.map(({ range, newText }) => ({ range, text: newText }));
  client.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges });
  await client.diagnostics(uri, ({ version, diagnostics: left }) => version === 2 && !left.some(isMixed));
  await assert.rejects(client.request('codeAction/resolve', fix), { code: -32801 }, 'the findings it was offered for are gone');
  await client.stop();
});

test('a column of personal data offers the manual of what tells it', async () => {
  const folder = makeFolder();
  const client = await TestClient.start(folder.uri, { capabilities: CAPABLE, initializationOptions: { clientCommands: true } });
  const uri = folder.at('people.csv');
  client.open(uri, `email,n\n${Array.from({ length: 20 }, (_, i) => `somebody.${i}@example.org,${i}\n`).join('')}`);
  const isPersonal = ({ code }: Diagnostic): boolean => code === 'unannotated-personal-data';
  const { diagnostics } = await client.diagnostics(uri, published => published.diagnostics.some(isPersonal));
  const diagnostic = diagnostics.find(isPersonal);
  assert.ok(diagnostic);
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri }, range: diagnostic.range, context: { diagnostics: [diagnostic] },
  });
  const explaining = actions.flatMap(({ command }) => (command?.command === 'lintel.explainRule' ? command.arguments ?? [] : []));
  assert.deepEqual(explaining, ['unannotated-personal-data', 'email']);
  await client.stop();
});

test('safe fixes are one source action; clients that cannot resolve get the edit at once', async () => {
  const folder = makeFolder();
  const client = await TestClient.start(folder.uri, { capabilities: { workspace: { workspaceEdit: { documentChanges: true } } } });
  const uri = folder.at('a.csv');
  client.open(uri, MIXED);
  const { diagnostics } = await client.diagnostics(uri, published => published.diagnostics.length > 0);
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri }, range: WHOLE, context: { diagnostics },
  });
  assert.ok(actions.length > 0 && actions.every(action => action.edit !== undefined && action.data === undefined));
  const only = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri }, range: WHOLE, context: { diagnostics, only: ['source.organizeImports'] },
  });
  assert.deepEqual(only, []);
  await client.stop();
});

test('a column of personal data is annotated by one edit, however many cells hold it', async () => {
  const schema = { fields: [{ name: 'id', type: 'integer' }, { name: 'email', type: 'string' }] };
  const description = JSON.stringify({ resources: [{ name: 'people', path: 'people.csv', schema }] });
  const text = 'id,email\n' + Array.from({ length: 40 }, (_, i) => `${i},some.one${i}@example.com\n`).join('');
  const folder = makeFolder({ 'datapackage.json': description, 'people.csv': text });
  const client = await TestClient.start(folder.uri, { capabilities: CAPABLE });
  const uri = folder.at('people.csv');
  client.open(uri, text);
  const isPersonal = ({ code }: Diagnostic): boolean => code === 'unannotated-personal-data';
  const { diagnostics } = await client.diagnostics(uri, published => published.diagnostics.some(isPersonal));
  const context = { diagnostics: diagnostics.filter(isPersonal).slice(0, 1) };
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range: WHOLE, context });
  const [annotate] = actions.filter(({ title }) => title.startsWith('Annotate'));
  assert.ok(annotate);
  const resolved = await client.request<CodeAction>('codeAction/resolve', annotate);
  assert.match(JSON.stringify(resolved.edit), /user\.contact\.email/);
  await client.stop();
});
