import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Diagnostic, WorkspaceEdit } from 'vscode-languageserver';
import type { Refused } from '../../server/src/protocol/messages.ts';
import type { AnnotationFacts } from '../../server/src/protocol/risk.ts';
import { TestClient } from './harness/client.ts';
import { makeFolder } from './harness/folder.ts';

const CSV = `contact,colour\n${Array.from({ length: 30 }, (_, i) => `person${i}.name@example.org,${i % 2 ? 'red' : 'blue'}`).join('\n')}\n`;
const PACKAGE = `{
  "name": "p",
  "resources": [
    { "name": "people", "path": "people.csv", "schema": { "fields": [{ "name": "contact", "privacy": { "purposes": ["mail"] } }, { "name": "colour" }] } }
  ]
}
`;

const clients: TestClient[] = [];
afterEach(async () => { for (const client of clients.splice(0)) await client.stop(); });

async function opened(described: boolean, trusted = true) {
  const folder = makeFolder();
  const edits: WorkspaceEdit[] = [];
  if (described) writeFileSync(fileURLToPath(folder.at('datapackage.json')), PACKAGE);
  const initializationOptions = { clientCommands: true, commands: ['lintel.annotateColumn'], trusted };
  const client = await TestClient.start(folder.uri, { initializationOptions }, {
    'workspace/applyEdit': ({ edit }: { readonly edit: WorkspaceEdit }) => {
      edits.push(edit);
      return { applied: true };
    },
  });
  clients.push(client);
  const uri = folder.at('people.csv');
  client.open(uri, CSV);
  return { folder, client, uri, edits, annotate: (column: number) => client.request<{ readonly changed: string } | Refused>('lintel/annotate', {
    uri, column, category: 'user.contact.email', role: 'direct-identifier', special: column === 1 ? ['gdpr9:health'] : [],
  }) };
}

/** The description after the edits. */
function after(text: string, edits: readonly WorkspaceEdit[]): unknown {
  const lines = text.split('\n');
  const offset = ({ line, character }: { readonly line: number; readonly character: number }): number => lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  const [edit] = Object.values(edits[0]?.changes ?? {})[0] ?? [];
  assert.ok(edit);
  return JSON.parse(text.slice(0, offset(edit.range.start)) + edit.newText + text.slice(offset(edit.range.end)));
}

test('columns and the words of the vocabulary are told with what they mean and what is suggested', async () => {
  const { client, uri } = await opened(true);
  const facts = await client.request<AnnotationFacts>('lintel/annotation', { uri });
  assert.equal(facts.described, true);
  assert.deepEqual([facts.columns[0]?.category, facts.columns[0]?.role], ['user.contact.email', 'direct-identifier']);
  assert.ok(facts.categories.length > 50 && facts.categories.every(({ meaning }) => meaning !== ''));
  assert.ok(facts.specials.some(({ id, meaning }) => id === 'gdpr9:health' && /GDPR 9/.test(meaning)));
});

test('an annotation is one edit of the description, and keeps what is there', async () => {
  const { edits, annotate } = await opened(true);
  assert.ok('changed' in await annotate(0));
  const fields = (after(PACKAGE, edits) as { resources: { schema: { fields: unknown[] } }[] }).resources[0]?.schema.fields;
  assert.deepEqual(fields?.[0], { name: 'contact', privacy: { purposes: ['mail'], category: 'user.contact.email', role: 'direct-identifier' } });
});

test('a column without a block gets one, with its special class', async () => {
  const { edits, annotate, folder } = await opened(true);
  await annotate(1);
  const fields = (after(PACKAGE, edits) as { resources: { schema: { fields: unknown[] } }[] }).resources[0]?.schema.fields;
  assert.deepEqual(fields?.[1], { name: 'colour', privacy: { category: 'user.contact.email', role: 'direct-identifier', special: ['gdpr9:health'] } });
  assert.equal(readFileSync(fileURLToPath(folder.at('datapackage.json')), 'utf8'), PACKAGE);
});

test('without a description there is nothing to write into, and an untrusted workspace is not written to', async () => {
  const bare = await opened(false);
  assert.equal((await bare.client.request<AnnotationFacts>('lintel/annotation', { uri: bare.uri })).described, false);
  assert.match((await bare.annotate(0) as Refused).refused, /no Data Package describes it/);
  const untrusted = await opened(true, false);
  assert.match((await untrusted.annotate(0) as Refused).refused, /not trusted/);
  assert.deepEqual([...bare.edits, ...untrusted.edits], []);
});

test('a finding about personal data offers to annotate its column', async () => {
  const { client, uri } = await opened(false);
  const isPersonal = ({ code }: Diagnostic): boolean => code === 'unannotated-personal-data';
  const published = await client.diagnostics(uri, found => found.diagnostics.some(isPersonal));
  const diagnostics = published.diagnostics.filter(isPersonal);
  const range = diagnostics[0]?.range;
  const actions = await client.request<readonly { readonly title: string; readonly command?: { readonly command: string; readonly arguments: readonly unknown[] } }[]>(
    'textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics } });
  const offer = actions.find(({ command }) => command?.command === 'lintel.annotateColumn');
  assert.equal(offer?.title, 'Annotate the column ‘contact’…');
  assert.deepEqual(offer?.command?.arguments, [uri, 0]);
});
