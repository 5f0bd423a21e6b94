import { test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type {
  DatasetFacts, DescriptionDraft, Refused, RuleEntry, RuleManual, SealDrafts, WorkspaceReport,
} from '../../server/src/protocol/messages.ts';
import { TestClient } from './harness/client.ts';
import { makeFolder } from './harness/folder.ts';

const FLOWERS = 'width;height;kind\n' + Array.from({ length: 30 }, (_, i) => `${i}.5;${i * 2};${i % 2 ? 'rose' : 'tulip'}\n`).join('');

interface Written {
  readonly resources: readonly { readonly path: string; readonly schema: { readonly fields: readonly { readonly name: string }[] } }[];
}

test('a dataset is described from its data; nothing is written, and an existing description is named', async () => {
  const folder = makeFolder({ 'flowers.csv': FLOWERS });
  const client = await TestClient.start(folder.uri);
  const draft = await client.request<DescriptionDraft>('lintel/describe', { uri: folder.at('flowers.csv') });
  assert.equal(draft.target, folder.at('datapackage.json'));
  assert.equal(draft.exists, false);
  const written: Written = JSON.parse(draft.text);
  assert.equal(written.resources[0]?.path, 'flowers.csv');
  assert.deepEqual(written.resources[0]?.schema.fields.map(({ name }) => name), ['width', 'height', 'kind']);
  assert.ok(!existsSync(join(folder.path, 'datapackage.json')));
  folder.write('datapackage.json', draft.text);
  assert.equal((await client.request<DescriptionDraft>('lintel/describe', { uri: folder.at('flowers.csv') })).exists, true);
  await client.stop();
});

test('an editor without commands of its own describes through a workspace edit, and never over a file', async () => {
  const folder = makeFolder({ 'flowers.csv': FLOWERS });
  const edits: string[] = [];
  const workspace = { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } };
  const client = await TestClient.start(folder.uri, { capabilities: { workspace } }, {
    'workspace/applyEdit': (params: object) => {
      edits.push(JSON.stringify(params));
      return { applied: true };
    },
  });
  const describe = { command: 'lintel.server.describeDataset', arguments: [folder.at('flowers.csv')] };
  assert.ok(client.hello.capabilities.executeCommandProvider?.commands.includes(describe.command));
  await client.request('workspace/executeCommand', describe);
  assert.equal(edits.length, 1);
  assert.match(edits[0] ?? '', /"kind":"create".*"overwrite":false/);
  folder.write('datapackage.json', '{}');
  const refused = await client.request<Refused>('workspace/executeCommand', describe);
  assert.match(refused.refused, /exists already/);
  assert.equal(edits.length, 1);
  await client.until('the refusal to be shown', messages => messages.find(({ method }) => method?.startsWith('window/showMessage')));
  await client.stop();
});

test('templates and benchmarks get the facts of a dataset, from the data or through its description', async () => {
  const fields = [{ name: 'width', type: 'number' }, { name: 'height', type: 'integer' }, { name: 'kind', type: 'string' }];
  const description = {
    name: 'garden', title: 'Flowers', ml: { task: 'classification', target: 'kind' },
    resources: [{ name: 'flowers', path: 'flowers.csv', schema: { fields } }],
  };
  const folder = makeFolder({ 'flowers.csv': FLOWERS });
  const client = await TestClient.start(folder.uri);
  const suggested = await client.request<DatasetFacts>('lintel/dataset', { uri: folder.at('flowers.csv') });
  assert.equal(suggested.rows, 30);
  assert.equal(suggested.dialect.delimiter, ';');
  assert.equal(suggested.mlDeclared, false);
  const columns = suggested.columns.map(({ type, min, max }) => [type, min, max]);
  assert.deepEqual(columns, [['number', 0.5, 29.5], ['integer', 0, 58], ['string', null, null]]);
  folder.write('datapackage.json', JSON.stringify(description));
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: folder.at('datapackage.json'), type: 1 }] });
  await client.request('lintel/checkFile', { uri: folder.at('flowers.csv') });
  const declared = await client.request<DatasetFacts>('lintel/dataset', { uri: folder.at('datapackage.json') });
  const told = [declared.uri, declared.name, declared.ml.target, declared.mlDeclared];
  assert.deepEqual(told, [folder.at('flowers.csv'), 'garden', 'kind', true]);
  await client.stop();
});

test('rules are listed and explained; the workspace is checked as a whole, without what git ignores', async () => {
  const folder = makeFolder({
    'a.csv': 'a,b\n1,2,3\n', 'deep/er/b.tsv': 'a\tb\n1\t2\n', 'e.txt': 'no',
    '.gitignore': 'ignored/\n', 'ignored/c.csv': 'a\n', 'node_modules/d.csv': 'a\n',
  });
  const client = await TestClient.start(folder.uri);
  const rules = await client.request<readonly RuleEntry[]>('lintel/rules', null);
  assert.ok(rules.some(({ rule, enabled }) => rule === 'ragged-row' && enabled));
  const manual = await client.request<RuleManual | null>('lintel/explainRule', { rule: 'ragged-row' });
  assert.match(manual?.markdown ?? '', /^# /);
  const detector = await client.request<RuleManual | null>('lintel/explainRule', { rule: 'br-cpf' });
  assert.match(detector?.markdown ?? '', /\| `52998224725` \| found, shown as/);
  assert.equal(await client.request('lintel/explainRule', { rule: 'no-such-rule' }), null);
  const report = await client.request<WorkspaceReport>('lintel/checkWorkspace', null);
  assert.deepEqual([report.files, report.cancelled, report.skipped], [2, false, []]);
  await client.diagnostics(folder.at('a.csv'), ({ diagnostics }) => diagnostics.some(({ code }) => code === 'ragged-row'));
  await client.stop();
});

test('a draft keeps what somebody wrote, a seal goes into the description, and a description is converted', async () => {
  const own = '{ "name": "mine", "resources": [{ "name": "f", "path": "flowers.csv", "title": "By hand" }] }\n';
  const folder = makeFolder({ 'flowers.csv': FLOWERS, 'datapackage.json': own });
  const client = await TestClient.start(folder.uri);
  const uri = folder.at('flowers.csv');
  const draft = await client.request<DescriptionDraft>('lintel/describe', { uri });
  assert.deepEqual([draft.target, draft.exists], [folder.at('datapackage.json'), true]);
  assert.match(draft.text, /"mine"[^]*"By hand"[^]*"schema"[^]*"width"/);
  assert.doesNotMatch(draft.fresh, /By hand/);
  const sealed: { readonly resources: readonly { readonly bytes: number; readonly seal: { readonly rows: number } }[] } = JSON.parse((await client.request<SealDrafts>('lintel/seal', { uri })).drafts[0]?.text ?? '');
  assert.deepEqual([sealed.resources[0]?.bytes, sealed.resources[0]?.seal.rows], [FLOWERS.length, 30]);
  const standards = await client.request<readonly { readonly id: string }[]>('lintel/standards', null);
  assert.ok(standards.some(({ id }) => id === 'csvw'));
  const converted = await client.request<{ readonly text: string }>('lintel/convert', { uri: folder.at('datapackage.json'), to: 'csvw' });
  assert.match(converted.text, /flowers\.csv/);
  const refused = await client.request<Refused>('lintel/convert', { uri, to: 'csvw' });
  assert.match(refused.refused, /no description/);
  await client.stop();
});
