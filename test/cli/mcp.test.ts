import assert from 'node:assert/strict';
import { existsSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { CliFolder } from './folder.ts';

const folder = new CliFolder();
const client = new Client({ name: 'test', version: '1' });

before(async () => {
  folder.write('people.csv', 'id,email,age,score\n1,ann@example.com,34,1\n2,bob@example.com,34,2\n3,cem@example.com,51,NA\n4,dan@example.com,x,4\n5,eve@example.com,29\n');
  folder.write('sub/b.csv', 'a,b\n1,2\n');
  symlinkSync('/etc/hosts', join(folder.path, 'hosts.csv'));
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [resolve('out/cli.js'), 'mcp', folder.path, '--lang', 'en'] }));
});
after(async () => {
  await client.close();
  folder.remove();
});

/** What a tool answers: facts, or a sentence. */
async function call(name: string, given: Record<string, unknown>): Promise<Record<string, unknown> | string> {
  const { content, structuredContent, isError } = await client.callTool({ name, arguments: given });
  if (isError === true) return JSON.stringify(content);
  return Object.fromEntries(Object.entries(structuredContent ?? assert.fail('no facts')));
}

describe('lintel mcp', () => {
  test('lists tools that say what they answer and whether they write', async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint]), [
      ['lintel_check_dataset', true], ['lintel_profile_column', true], ['lintel_explain_finding', true], ['lintel_describe_dataset', true],
      ['lintel_write_description', false], ['lintel_measure_risk', true],
    ]);
    for (const { description, inputSchema } of tools) {
      assert.ok((description ?? '').length > 80);
      assert.equal(inputSchema.type, 'object');
    }
  });

  test('a file is checked, and no personal value is shown', async () => {
    const text = JSON.stringify(await call('lintel_check_dataset', { path: 'people.csv' }));
    assert.match(text, /"rule":"ragged-row"/);
    assert.match(text, /"places":\["6:/);
    assert.match(text, /unannotated-personal-data/);
    assert.doesNotMatch(text, /ann@example/);
  });

  test('fewer findings are listed where fewer are asked for, and the rest is counted', async () => {
    const all = await call('lintel_check_dataset', { path: 'people.csv' });
    const one = await call('lintel_check_dataset', { path: 'people.csv', most: 1 });
    assert.ok(typeof all === 'object' && typeof one === 'object' && Array.isArray(all['listed']) && Array.isArray(one['listed']));
    assert.equal(one['listed'].length, 1);
    assert.equal(one['notListed'], all['listed'].length - 1);
  });

  test('one column is profiled, masked where it is personal; without one all are listed', async () => {
    assert.match(JSON.stringify(await call('lintel_profile_column', { path: 'people.csv', column: 'score' })), /Missing: 1 of 4/);
    assert.doesNotMatch(JSON.stringify(await call('lintel_profile_column', { path: 'people.csv', column: 'email' })), /ann@/);
    assert.match(JSON.stringify(await call('lintel_profile_column', { path: 'people.csv' })), /"name":"age"/);
    assert.match(JSON.stringify(await call('lintel_profile_column', { path: 'people.csv', column: 'agee' })), /Columns are id, email, age, score/);
  });

  test('a rule is explained, a wrong id is put right', async () => {
    assert.match(JSON.stringify(await call('lintel_explain_finding', { rule: 'ragged-row' })), /Reported/);
    assert.match(JSON.stringify(await call('lintel_explain_finding', { rule: 'raged-row' })), /did you mean ragged-row/);
  });

  test('a description is drafted, and written only by the tool that writes', async () => {
    const drafted = await call('lintel_describe_dataset', { path: 'sub/b.csv' });
    assert.match(JSON.stringify(drafted), /sub\/datapackage\.json/);
    assert.ok(!existsSync(join(folder.path, 'sub', 'datapackage.json')));
    assert.deepEqual(await call('lintel_write_description', { path: 'sub/b.csv' }), { written: 'sub/datapackage.json' });
    assert.match(folder.read('sub/datapackage.json'), /"name": "a"/);
  });

  test('risk is measured by the columns that are named', async () => {
    const text = JSON.stringify(await call('lintel_measure_risk', { path: 'people.csv', quasiIdentifiers: ['age'] }));
    assert.match(text, /"quasiIdentifiers":\["age"\]/);
    assert.match(text, /k-anonymity/);
    assert.match(JSON.stringify(await call('lintel_measure_risk', { path: 'people.csv', quasiIdentifiers: ['town'] })), /There is no column town/);
  });

  test('nothing outside of the folder is opened, by no spelling and no link', async () => {
    for (const path of ['../x.csv', '/etc/hosts', 'sub/../../x.csv', 'hosts.csv']) assert.match(JSON.stringify(await call('lintel_check_dataset', { path })), /outside/, path);
  });

  test('what does not fit is refused in a sentence', async () => {
    assert.match(JSON.stringify(await call('lintel_check_dataset', {})), /needs path to be a text/);
    assert.match(JSON.stringify(await call('lintel_check_dataset', { path: 'people.csv', most: 0 })), /needs most to be a whole number/);
    assert.match(JSON.stringify(await call('lintel_check_dataset', { path: 'people.csv', file: 'x' })), /has no parameter file/);
    assert.match(JSON.stringify(await call('lintel_check_dataset', { path: 'none.csv' })), /none\.csv/);
    await assert.rejects(call('lintel_drop_table', {}), /There is no tool/);
  });
});
