// What an editor shows of columns by itself: the outline, the types behind the names, colours, and folds of records that take several lines.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DocumentSymbol, FoldingRange, InlayHint, SemanticTokens } from 'vscode-languageserver';
import { TestClient } from './harness/client.ts';
import { makeFolder } from './harness/folder.ts';

const COLOURS = ['red', 'green', 'blue', 'grey'];
const ROWS = Array.from({ length: 60 }, (_, i) => (
  `K-${1000 + i},${i * 7 % 11}.5,2024-01-${String(i % 28 + 1).padStart(2, '0')},${i % 3 === 0},${COLOURS[i % 4]},person${i}@example.org,"text ${i * 3}, and é${'x'.repeat(i)}"`
));
const TABLE = `order_id,price,day,paid,colour,e-mail,note\r\n${ROWS.join('\r\n')}\r\n`;

/** A token in words: line, start, end, type. */
interface Token { readonly line: number; readonly start: number; readonly end: number; readonly type: string; readonly header: boolean }

async function started(settings: object = {}, params: object = {}): Promise<{ client: TestClient; at: (name: string) => string }> {
  const folder = makeFolder({ 'lintel.config.yaml': 'read: { delimiter: ",", quote: "\\"", header: true }\n' });
  const client = await TestClient.start(folder.uri, { initializationOptions: { settings }, ...params });
  return { client, at: name => folder.at(name) };
}

async function tokensOf(client: TestClient, uri: string, lines?: readonly [number, number]): Promise<readonly Token[]> {
  const textDocument = { uri };
  const range = lines && { start: { line: lines[0], character: 0 }, end: { line: lines[1], character: 0 } };
  const { data } = await client.request<SemanticTokens>(`textDocument/semanticTokens/${range ? 'range' : 'full'}`, { textDocument, ...(range && { range }) });
  const types = client.hello.capabilities.semanticTokensProvider?.legend.tokenTypes ?? [];
  const tokens: Token[] = [];
  for (let i = 0, line = 0, start = 0; i < data.length; i += 5) {
    const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(i, i + 5);
    start = down === 0 ? start + right : right;
    line += down;
    tokens.push({ line, start, end: start + length, type: types[type] ?? '', header: modifiers === 1 });
  }
  return tokens;
}

test('the outline lists the columns with their types, at their header cells', async () => {
  const { client, at } = await started();
  client.open(at('orders.csv'), TABLE);
  const symbols = await client.request<readonly DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri: at('orders.csv') } });
  assert.deepEqual(symbols.map(({ name, detail }) => [name, detail]), [
    ['order_id', 'identifier'], ['price', 'decimal number'], ['day', 'date'], ['paid', 'true or false'], ['colour', 'category'],
    ['e-mail', 'personal data'], ['note', 'text'],
  ]);
  assert.deepEqual(symbols[1]?.range, { start: { line: 0, character: 9 }, end: { line: 0, character: 14 } });
  await client.stop();
});

test('the outline of JSON Lines lists paths where they first stand', async () => {
  const { client, at } = await started();
  client.open(at('a.jsonl'), Array.from({ length: 30 }, (_, i) => `{"id":${i},"user":{"name":"n${i % 3}"}}\n`).join(''), 'jsonl');
  const symbols = await client.request<readonly DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri: at('a.jsonl') } });
  assert.deepEqual(symbols.map(({ name, range }) => [name, range.start.line, range.start.character]), [['id', 0, 6], ['user.name', 0, 23]]);
  assert.deepEqual(await tokensOf(client, at('a.jsonl')), [], 'editors colour JSON themselves');
  await client.stop();
});

test('every cell has the colour of its column, whole or in part', async () => {
  const { client, at } = await started();
  const uri = at('orders.csv');
  client.open(uri, TABLE);
  const whole = await tokensOf(client, uri);
  const types = ['lintelIdentifier', 'lintelNumber', 'lintelDate', 'lintelBoolean', 'lintelCategory', 'lintelPersonal', 'lintelText'];
  assert.equal(whole.length, 61 * 7);
  whole.forEach(({ line, type, header }, i) => assert.deepEqual([line, type, header], [Math.floor(i / 7), types[i % 7], i < 7]));
  const texts = TABLE.split('\r\n');
  assert.equal(whole.slice(7, 14).map(({ line, start, end }) => texts[line]?.slice(start, end)).join(','), texts[1]);
  for (const [from, to] of [[0, 3], [1, 2], [20, 40], [59, 70]] as const) {
    assert.deepEqual(await tokensOf(client, uri, [from, to]), whole.filter(({ line }) => line >= from && line < Math.min(to, 61)), `${from} to ${to}`);
  }
  await client.stop();
});

test('a rainbow goes by order, and off is off', async () => {
  for (const [colouring, first] of [['rainbow', ['lintelColumn1', 'lintelColumn2', 'lintelColumn3']], ['off', []]] as const) {
    const { client, at } = await started({ colouring });
    client.open(at('orders.csv'), TABLE);
    assert.deepEqual((await tokensOf(client, at('orders.csv'))).slice(0, 3).map(({ type }) => type), first);
    await client.stop();
  }
});

test('a client that counts bytes gets tokens in bytes, split at line ends', async () => {
  const { client, at } = await started({}, { capabilities: { general: { positionEncodings: ['utf-8'] } } });
  client.open(at('a.csv'), `a,b\n${'"é\nüü",x\n'.repeat(30)}`);
  const tokens = await tokensOf(client, at('a.csv'), [1, 3]);
  assert.deepEqual(tokens.map(({ line, start, end }) => [line, start, end]), [[1, 0, 3], [2, 0, 5], [2, 6, 7]]);
  await client.stop();
});

test('types stand behind the names where the settings want them', async () => {
  const range = { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } };
  for (const typeHints of [true, false]) {
    const { client, at } = await started({ typeHints });
    client.open(at('orders.csv'), TABLE);
    const hints = await client.request<readonly InlayHint[]>('textDocument/inlayHint', { textDocument: { uri: at('orders.csv') }, range });
    assert.deepEqual(hints.map(({ position, label }) => [position.character, label]).slice(0, 2), typeHints ? [[8, ': identifier'], [14, ': decimal number']] : []);
    await client.stop();
  }
});

test('records that take several lines fold, wherever the document was edited before', async () => {
  const { client, at } = await started();
  const uri = at('a.csv');
  let lines = ['a,b', ...Array.from({ length: 9000 }, (_, i) => (i % 1000 === 5 ? `${i},"two\nlines"` : `${i},one line and some text to make it long`))].join('\n').split('\n');
  client.open(uri, lines.join('\n'));
  const starts = (): number[] => lines.flatMap((line, i) => (line.endsWith('"two') ? [i] : []));
  const folds = async (): Promise<number[]> => {
    const all = await client.request<readonly FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri } });
    assert.ok(all.every(({ startLine, endLine }) => endLine === startLine + 1));
    return all.map(({ startLine }) => startLine);
  };
  assert.deepEqual(await folds(), starts());
  let version = 1;
  for (const line of [8000, 3, 4500, 8000]) {
    version += 1;
    const contentChanges = [{ range: { start: { line, character: 0 }, end: { line, character: 0 } }, text: 'x,"two\nlines"\n' }];
    client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    lines = [...lines.slice(0, line), 'x,"two', 'lines"', ...lines.slice(line)];
    assert.deepEqual(await folds(), starts(), `after an edit in line ${line}`);
  }
  await client.stop();
});

test('every cell is coloured where it is, whatever the text', async () => {
  const { client, at } = await started({ colouring: 'rainbow' });
  const cell = fc.stringMatching(/^[a-z0-9é "\n]{0,4}$/).map(text => (/["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text));
  let version = 0;
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat(99).map(String), cell, cell), { minLength: 3, maxLength: 8 }), async rows => {
    version += 1;
    const uri = at(`t${version}.csv`);
    const text = ['a,b,c', ...rows.map(row => row.join(','))].join('\n');
    client.open(uri, text);
    const lines = text.split('\n');
    const whole = await tokensOf(client, uri);
    const shown = whole.map(({ line, start, end }) => lines[line]?.slice(start, end)).join('');
    // An empty line is no record, and what is between cells has no colour.
    assert.equal(shown, ['abc', ...rows.map(row => row.join('').replaceAll('\n', ''))].join(''));
    const parts = [await tokensOf(client, uri, [0, 2]), await tokensOf(client, uri, [2, 100])].flat();
    assert.deepEqual([...new Map(parts.map(token => [JSON.stringify(token), token])).values()], whole);
    client.notify('textDocument/didClose', { textDocument: { uri } });
  }), { numRuns: 40, seed: 1 });
  await client.stop();
});
