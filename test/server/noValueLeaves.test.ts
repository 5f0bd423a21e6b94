import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic } from 'vscode-languageserver';
import { TestClient } from './harness/client.ts';
import { makeFolder } from './harness/folder.ts';

/**
 * Everything the server says of a table whose every value is known: diagnostics, hovers over each column, actions, completions in its description, its log.
 * No value of a column that is personal is in it, and with `quoteValues: never` none of any column. What the editor gets to write into the document itself
 * is no message: edits of data are left out.
 */
const ROWS = 60;
const letters = (i: number): string => [...String(i + 100)].map(digit => 'abcdefghij'[Number(digit)]).join('');
const COLUMNS: Readonly<Record<string, (i: number) => string>> = {
  mail: i => `quux.${letters(i)}@mailhost-${i % 3}.example`,
  nickname: i => `zorbl${letters(i)}`,
  salary: i => (i === 11 ? '880011223' : i > 56 ? '-99999' : String(51237 + i * 131)),
  colour: i => ['turquoise', 'vermilion', 'Turquoise', ' vermilion'][i % 4] ?? '',
};
const NAMES = Object.keys(COLUMNS);
const CSV = `${[NAMES.join(','), ...Array.from({ length: ROWS }, (_, i) => Object.values(COLUMNS).map(make => make(i)).join(',')), 'quux.broken@mailhost,"zorbl,quoted",much,"x'].join('\n')}\n`;
const valuesOf = (names: readonly string[]): readonly string[] => [...new Set(names.flatMap(name => Array.from({ length: ROWS }, (_, i) => COLUMNS[name]?.(i).trim() ?? '')))];
const PERSONAL = [...valuesOf(['mail', 'nickname', 'salary']), 'quux.broken', 'zorbl,quoted'];

const DESCRIPTION = JSON.stringify({
  name: 'seeded', privacy: { personalData: 'yes' },
  resources: [{ name: 'people', path: 'people.csv', schema: { fields: [
    { name: 'mail', type: 'string', format: 'email', constraints: { maxLength: 12, unique: true } },
    { name: 'nickname', privacy: { category: 'user.name', role: 'direct-identifier' }, constraints: { enum: ['someone', 'else'] } },
    { name: 'salary', type: 'number', privacy: { category: 'user.financial', role: 'sensitive' }, constraints: { maximum: 60001 } }, { name: 'colour', type: 'string' },
  ] } }],
}, null, 1);

for (const [mode, secret] of [['unless-personal', PERSONAL], ['never', [...PERSONAL, ...valuesOf(['colour'])]]] as const) {
  test(`nothing the server says holds a value that is to be hidden, with quoteValues: ${mode}`, async () => {
    const folder = makeFolder({ 'people.csv': CSV, 'datapackage.json': DESCRIPTION, 'lintel.config.yaml': `version: 1\nprivacy:\n  quoteValues: ${mode}\n` });
    const client = await TestClient.start(folder.uri, { capabilities: { textDocument: { hover: { contentFormat: ['markdown'] }, codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } } } });
    const [data, description] = [folder.at('people.csv'), folder.at('datapackage.json')];
    client.open(description, DESCRIPTION, 'json');
    client.open(data, CSV);
    const { diagnostics } = await client.diagnostics(data, published => published.diagnostics.some(({ code }) => code === 'out-of-range'));
    assert.ok(diagnostics.length > 3);
    const said: unknown[] = [];
    for (let character = 1; character < NAMES.join(',').length; character += 4) said.push(await client.request('textDocument/hover', at(data, 0, character)));
    for (let line = 1; line < 8; line++) said.push(await client.request('textDocument/hover', at(data, line, 2)));
    for (const [line] of DESCRIPTION.split('\n').entries()) said.push(await client.request('textDocument/hover', at(description, line, 8)), await client.request('textDocument/completion', at(description, line, 8)));
    said.push(...await actionsOf(client, data, diagnostics));
    for (const method of ['profile', 'dataset', 'associations', 'risk', 'privacyReport', 'findings', 'checkFile', 'deidentifyOffer']) {
      const answer = await client.request<unknown>(`lintel/${method}`, { uri: data });
      assert.ok(answer, method);
      said.push(answer);
    }
    const all = JSON.stringify([said, client.received.filter(({ method }) => method !== undefined)]);
    assert.deepEqual(secret.filter(value => occurs(all, value)), []);
    // What may be told is told, so that the search above would find what may not.
    assert.equal(all.includes('vermilion'), mode === 'unless-personal');
    await client.stop();
  });
}

const at = (uri: string, line: number, character: number): object => ({ textDocument: { uri }, position: { line, character } });

/** What actions are called, without what they write. */
async function actionsOf(client: TestClient, uri: string, diagnostics: readonly Diagnostic[]): Promise<readonly unknown[]> {
  const titles: unknown[] = [];
  for (const { range } of diagnostics.slice(0, 40)) {
    const actions = await client.request<readonly { readonly title: string }[] | null>('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [] } });
    titles.push(...(actions ?? []).map(({ title }) => title));
  }
  return titles;
}

/** Numbers stand alone: 17 is no value of a row that has 117 in it. */
function occurs(text: string, value: string): boolean {
  if (!/^-?[\d.]+$/.test(value)) return text.includes(value);
  return new RegExp(`(?<![\\d.])${value}(?![\\d.])`).test(text.replaceAll(/(?<=\d),(?=\d{3})/g, ''));
}
