import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import type { CheckReport, WorkspaceReport } from '../../server/src/protocol/messages.ts';
import { type Incoming, type Published, TestClient } from './harness/client.ts';
import { type Folder, makeFolder } from './harness/folder.ts';

const ROWS = 2_400_000;
/** About 60 MB: more than VS Code gives to extensions. One row is ragged. */
const folder: Folder = makeFolder({ 'big.csv': bigFile() });
after(() => rmSync(folder.path, { recursive: true, force: true }));

const isBusy = ({ method, params }: Incoming): boolean => method === 'lintel/status' && JSON.stringify(params) === '{"busy":1}';

function bigFile(): Buffer {
  const header = 'id,name,value\n';
  const block = Array.from({ length: 1000 }, (_, i) => `${1000 + i},some name ${i % 97},${i}.5\n`).join('');
  const ragged = '1,2\n';
  const blocks = Array.from({ length: ROWS / 1000 }, (_, i) => Buffer.from(i === 2000 ? ragged + block : block));
  return Buffer.concat([Buffer.from(header), ...blocks]);
}

test('a closed file over 50 MiB is published by URI, with progress on the way', async () => {
  const client = await TestClient.start(folder.uri, { capabilities: { window: { workDoneProgress: true } } });
  const uri = folder.at('big.csv');
  const report = await client.request<CheckReport>('lintel/checkFile', { uri });
  assert.equal(report.rows, ROWS + 1);
  assert.equal(report.cancelled, false);
  const isThere = ({ diagnostics: some }: Published): boolean => some.some(({ code }) => code === 'ragged-row');
  const { diagnostics, version } = await client.diagnostics(uri, isThere);
  assert.equal(version, undefined);
  assert.ok(diagnostics.length <= 1000);
  assert.ok(diagnostics.some(({ code, range }) => code === 'ragged-row' && range.start.line === 2_000_001));
  const shares = client.received.flatMap(({ method, params }) => (method === '$/progress' ? [JSON.stringify(params)] : []));
  assert.ok(shares.some(text => text.includes('"kind":"begin"') && text.includes('"cancellable":true')), 'progress began');
  assert.ok(shares.some(text => text.includes('"kind":"end"')), 'progress ended');
  await client.stop();
});

test('a scan is stopped: by the stop request, by the progress, by another edit; the server answers meanwhile', async () => {
  const client = await TestClient.start(folder.uri, { capabilities: { window: { workDoneProgress: true } } });
  const uri = folder.at('big.csv');
  const running = client.request<CheckReport>('lintel/checkFile', { uri });
  await client.until('work to begin', messages => messages.find(isBusy));
  assert.ok(Array.isArray(await client.request('lintel/rules', null)), 'other requests are answered during a scan');
  assert.deepEqual(await client.request('lintel/stop', null), { stopped: 1 });
  assert.equal((await running).cancelled, true);

  const since = client.received.length;
  const again = client.request<CheckReport>('lintel/checkFile', { uri });
  const isCreated = ({ method }: Incoming): boolean => method === 'window/workDoneProgress/create';
  const created = await client.until('progress', messages => messages.find(isCreated), since);
  const token = /"token":("[^"]+"|\d+)/.exec(JSON.stringify(created.params))?.[1] ?? '';
  client.notify('window/workDoneProgress/cancel', { token: JSON.parse(token) });
  assert.equal((await again).cancelled, true);
  await client.stop();
});

test('a check of the workspace is cancelled like any request', async () => {
  const client = await TestClient.start(folder.uri);
  let id = 0;
  const since = client.received.length;
  const sweep = client.request<WorkspaceReport>('lintel/checkWorkspace', null, given => { id = given; });
  await client.until('work to begin', messages => messages.find(isBusy), since);
  client.notify('$/cancelRequest', { id });
  await assert.rejects(sweep, { code: -32800 });
  await client.until('rest', messages => {
    const last = [...messages].reverse().find(({ method }) => method === 'lintel/status');
    return JSON.stringify(last?.params).includes('"busy":0') ? true : undefined;
  });
  assert.equal(await client.stop(), 0);
});
