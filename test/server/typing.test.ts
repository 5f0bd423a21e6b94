import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic } from 'vscode-languageserver';
import { type Incoming, TestClient } from './harness/client.ts';
import { makeFolder } from './harness/folder.ts';

const ROWS = 30_000;
const LINES = ['id,name,amount', ...Array.from({ length: ROWS }, (_, i) => `${i + 1},customer name ${i % 97},${(i * 7) % 1000}.5`)];

interface Change {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const isChecked = ({ method, params }: Incoming): boolean => method === 'lintel/status' && JSON.stringify(params).includes('"checked"');

/** Rule, place and words of all that is shown. */
const shown = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(({ code, range: { start, end }, message }) => `${start.line}:${start.character}-${end.line}:${end.character} ${String(code)} ${String(message)}`).sort();

function apply(text: string, { line, from, to, text: written }: Change): string {
  const lines = text.split('\n');
  const before = lines[line] ?? '';
  return [...lines.slice(0, line), before.slice(0, from) + written + before.slice(to), ...lines.slice(line + 1)].join('\n');
}

/** What is shown once the next whole check is done, which is told before its findings are. */
async function settled(client: TestClient, uri: string, since: number): Promise<readonly string[]> {
  const done = await client.until('the check', messages => messages.find(isChecked), since);
  return shown((await client.diagnostics(uri, () => true, client.received.indexOf(done))).diagnostics);
}

async function openedAnew(text: string): Promise<readonly string[]> {
  const folder = makeFolder();
  const client = await TestClient.start(folder.uri);
  client.open(folder.at('big.csv'), text);
  const diagnostics = await settled(client, folder.at('big.csv'), 0);
  await client.stop();
  return diagnostics;
}

test('in a big document a keystroke is answered at once, and in the end with what a check of the whole text finds', async () => {
  const folder = makeFolder();
  const client = await TestClient.start(folder.uri);
  const uri = folder.at('big.csv');
  let text = LINES.join('\n');
  assert.ok(text.length > 600_000);
  client.open(uri, text);
  await settled(client, uri, 0);
  let version = 1;
  const type = (change: Change): number => {
    text = apply(text, change);
    version += 1;
    const range = { start: { line: change.line, character: change.from }, end: { line: change.line, character: change.to } };
    client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range, text: change.text }] });
    return client.received.length;
  };
  const codes = async (since: number): Promise<readonly string[]> => {
    const { diagnostics } = await client.diagnostics(uri, published => published.version === version, since);
    return diagnostics.map(({ code, range }) => `${String(code)} ${range.start.line}`);
  };
  const first = type({ line: 20_000, from: 5, to: 5, text: ',' });
  assert.ok((await codes(first)).includes('ragged-row 20000'), 'a row with a cell too many');
  assert.ok(!client.received.slice(first).some(isChecked), 'the whole check is not what answered');
  const second = type({ line: 100, from: 0, to: 0, text: '1,2,3\n"' });
  const moved = await codes(second);
  assert.ok(moved.includes('ragged-row 20001'), `the row moved: ${moved.join()}`);
  assert.ok(moved.some(code => code.startsWith('unclosed-quote 101')), `a quote was opened: ${moved.join()}`);
  const third = type({ line: 20_001, from: 5, to: 6, text: '' });
  assert.ok(!(await codes(third)).includes('ragged-row 20001'), 'the cell too many is gone');
  type({ line: 25_000, from: 0, to: 5, text: 'none' });
  assert.deepEqual(await settled(client, uri, third), await openedAnew(text));
  await client.stop();
});
