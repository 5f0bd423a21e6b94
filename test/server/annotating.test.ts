import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionItem, Hover } from 'vscode-languageserver';
import { TestClient } from './harness/client.ts';
import { makeFolder } from './harness/folder.ts';

const CAPABILITIES = { capabilities: { textDocument: { hover: { contentFormat: ['plaintext'] }, completion: { completionItem: {} } } } };

const JSON_TEXT = `{
  "resources": [{ "name": "people", "path": "people.csv", "schema": { "fields": [
    { "name": "mail", "privacy": { "category": "user.contact.email", "special": ["gdpr9:health"], "transform": { "technique": "hashing" } } }
  ] } }],
  "privacy": { "subjects": ["patient"], "retention": { "period": "P3Y" }, "purposes": [{ "use": "train_ai_system", "legalBasis": "gdpr:6-1-a" }] }
}
`;
const YAML_TEXT = `resources:
  - name: people
    path: people.csv
privacy:
  profiles: [gdpr]
  purposes:
    - use: train_ai_system
      legalBasis: gdpr:6-1-a
`;

async function open(file: string, text: string): Promise<{ readonly client: TestClient; readonly uri: string }> {
  const folder = makeFolder({ [file]: text, 'people.csv': 'mail\na@example.com\n' });
  const client = await TestClient.start(folder.uri, CAPABILITIES);
  client.open(folder.at(file), text, file.endsWith('json') ? 'json' : 'yaml');
  await client.diagnostics(folder.at(file));
  return { client, uri: folder.at(file) };
}

function placeOf(text: string, needle: string): { readonly line: number; readonly character: number } {
  const before = text.slice(0, text.indexOf(needle) + 2).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

for (const [file, text] of [['datapackage.json', JSON_TEXT], ['datapackage.yaml', YAML_TEXT]] as const) {
  test(`terms are offered with what they mean: ${file}`, async () => {
    const { client, uri } = await open(file, text);
    const offered = async (needle: string): Promise<ReadonlyMap<string, string | undefined>> => {
      const items = await client.request<CompletionItem[]>('textDocument/completion', { textDocument: { uri }, position: placeOf(text, needle) });
      return new Map(items.map(({ label, detail }) => [label, detail]));
    };
    const uses = await offered('train_ai_system');
    assert.equal(uses.get('train_ai_system'), 'Training a model or another AI system');
    assert.ok(!uses.has('personalize.profiling'), 'a term out of use is not offered');
    const bases = await offered('gdpr:6-1-a');
    assert.deepEqual([bases.get('gdpr:6-1-a'), bases.get('pipl:13-1')], ['Consent of the person', 'Consent of the individual']);
    if (file.endsWith('json')) {
      const categories = await offered('user.contact.email');
      assert.deepEqual([categories.get('user.contact.email'), categories.size], ['An e-mail address', 85]);
      assert.equal((await offered('hashing')).get('keyed-hashing'), 'A hash with a secret key, such as HMAC');
      assert.equal((await offered('gdpr9:health')).get('hipaa:F'), 'E-mail addresses');
    } else assert.match((await offered('gdpr]')).get('pipl') ?? '', /China/);
    await client.stop();
  });
}

test('a term says what it means, a key which law asks for it', async () => {
  const { client, uri } = await open('datapackage.json', JSON_TEXT);
  const over = async (needle: string): Promise<string> => {
    const hover = await client.request<Hover | null>('textDocument/hover', { textDocument: { uri }, position: placeOf(JSON_TEXT, needle) });
    return hover && typeof hover.contents === 'object' && 'value' in hover.contents ? hover.contents.value : '';
  };
  assert.equal(await over('"gdpr:6-1-a"'), 'gdpr:6-1-a: Consent of the person: GDPR 6(1)(a)');
  assert.equal(await over('"patient"'), 'patient: Somebody under medical care');
  assert.match(await over('"legalBasis"'), /GDPR Article 6\(1\), PIPL Article 13/);
  assert.match(await over('"retention"'), /GDPR Articles 5\(1\)\(e\)/);
  assert.match(await over('"user.contact.email"'), /An e-mail address/);
  await client.stop();
});
