import { test } from 'node:test';
import assert from 'node:assert/strict';
import type { DocumentDiagnosticReport, WorkspaceDiagnosticReport } from 'vscode-languageserver';
import { TestClient } from './harness/client.ts';
import { makeFolder } from './harness/folder.ts';

const PULLS = { textDocument: { diagnostic: {} } };
const RAGGED = 'id,name\n1,Ann\n2,Bob,too many\n3,Cid\n';

test('a client that asks gets the findings of the present text, and only news, and nothing is pushed to it', async () => {
  const folder = makeFolder({ 'b.csv': RAGGED });
  const client = await TestClient.start(folder.uri, { capabilities: PULLS });
  assert.ok(client.hello.capabilities.diagnosticProvider);
  const uri = folder.at('a.csv');
  const pull = (previousResultId?: string): Promise<DocumentDiagnosticReport> => client.request('textDocument/diagnostic', {
    textDocument: { uri }, ...(previousResultId !== undefined && { previousResultId }),
  });
  client.open(uri, RAGGED);
  const first = await pull();
  assert.equal(first.kind, 'full');
  assert.ok(first.kind === 'full' && first.items.some(({ code }) => code === 'ragged-row'));
  const again = await pull(first.resultId);
  assert.equal(again.kind, 'unchanged');

  const range = { start: { line: 2, character: 5 }, end: { line: 2, character: 14 } };
  client.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ range, text: '' }] });
  const mended = await pull(first.resultId);
  assert.ok(mended.kind === 'full' && !mended.items.some(({ code }) => code === 'ragged-row'));

  await client.request('lintel/checkFile', { uri: folder.at('b.csv') });
  const previousResultIds = [{ uri, value: mended.resultId ?? '' }];
  const whole = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });
  assert.deepEqual(whole.items.map(item => [item.uri, item.kind]).sort(), [[uri, 'unchanged'], [folder.at('b.csv'), 'full']]);
  assert.ok(!client.received.some(({ method }) => method === 'textDocument/publishDiagnostics'));
  await client.stop();
});

test('VS Code gets pushes although it could ask', async () => {
  const folder = makeFolder();
  const client = await TestClient.start(folder.uri, { capabilities: PULLS, initializationOptions: { clientCommands: true } });
  assert.equal(client.hello.capabilities.diagnosticProvider, undefined);
  client.open(folder.at('a.csv'), RAGGED);
  await client.diagnostics(folder.at('a.csv'), ({ diagnostics }) => diagnostics.length > 0);
  await client.stop();
});
