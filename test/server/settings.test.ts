import { test } from 'node:test';
import assert from 'node:assert/strict';
import { TestClient } from './harness/client.ts';
import { makeFolder } from './harness/folder.ts';

const RAGGED = 'id,name\n1,Ann\n2,Bob,too many\n3,Cid\n';

/** A client whose settings can be changed while it runs. */
async function start(folder: string, settings: object): Promise<{ readonly client: TestClient; readonly change: (next: object) => void }> {
  let current = settings;
  const client = await TestClient.start(folder, { capabilities: { workspace: { configuration: true } } }, {
    'workspace/configuration': ({ items }: { readonly items: readonly object[] }) => items.map(() => current),
  });
  const change = (next: object): void => {
    current = next;
    client.notify('workspace/didChangeConfiguration', { settings: null });
  };
  return { client, change };
}

test('a rule is turned off and on again, and every rule takes the severity it is given', async () => {
  const folder = makeFolder();
  const { client, change } = await start(folder.uri, { rules: { 'ragged-row': 'hint', nonsense: 7 } });
  const uri = folder.at('a.csv');
  client.open(uri, RAGGED);
  const { diagnostics } = await client.diagnostics(uri, published => published.diagnostics.length > 0);
  assert.equal(diagnostics.find(({ code }) => code === 'ragged-row')?.severity, 4);
  await client.until('the setting that cannot be understood to be logged', messages => messages.find(({ method, params }) => (
    method === 'window/logMessage' && JSON.stringify(params).includes('rules.nonsense'))));
  const since = client.received.length;
  change({ rules: { 'ragged-row': 'off' } });
  await client.diagnostics(uri, published => !published.diagnostics.some(({ code }) => code === 'ragged-row'), since);
  await client.stop();
});

test('`run: off` checks on command only; `run: workspace` checks what is closed; `enable: false` ends all', async () => {
  const folder = makeFolder({ 'closed.csv': RAGGED });
  const { client, change } = await start(folder.uri, { run: 'off' });
  const [open, closed] = [folder.at('open.csv'), folder.at('closed.csv')];
  client.open(open, RAGGED);
  await client.request('lintel/checkFile', { uri: closed });
  await client.diagnostics(closed, ({ diagnostics }) => diagnostics.length > 0);
  assert.ok(!client.received.some(({ params }) => JSON.stringify(params ?? '').includes('open.csv')), 'nobody asked for it');
  change({ run: 'workspace' });
  await client.diagnostics(open, ({ diagnostics }) => diagnostics.length > 0);
  const since = client.received.length;
  change({ enable: false });
  for (const uri of [open, closed]) await client.diagnostics(uri, ({ diagnostics }) => diagnostics.length === 0, since);
  await client.stop();
});
