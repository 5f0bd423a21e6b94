import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { CliFolder } from './folder.ts';

const folder = new CliFolder();
after(() => folder.remove());

const blocks = (text: string): ReadonlyMap<string, string> => new Map([...text.matchAll(/```(csv|json)\n([\s\S]*?)```/g)].map(([, kind = '', content = '']) => [kind, content]));
const guides = ['docs/privacy-annotations.md', 'docs/privacy-annotations.zh-cn.md'].map(path => readFileSync(path, 'utf8'));
const [english = new Map<string, string>()] = guides.map(blocks);

test('the example of the guide is clean, and the same in both languages', () => {
  assert.deepEqual(guides.map(text => [...blocks(text)]), guides.map(() => [...english]));
  folder.write('guide/datapackage.json', english.get('json') ?? '');
  folder.write('guide/visits.csv', english.get('csv') ?? '');
  const { stdout, status } = folder.lintel('check', 'guide', '--format', 'json');
  assert.equal(status, 0);
  const findings: readonly { readonly rule: string; readonly message: string }[] = JSON.parse(stdout).files.flatMap((file: { readonly findings?: readonly object[] }) => file.findings ?? []);
  assert.deepEqual(findings, []);
});

test('what the guide says it would find, it finds', () => {
  const without = (english.get('json') ?? '').replace('"consentRef": "consents/2025", ', '');
  folder.write('consent/datapackage.json', without);
  folder.write('consent/visits.csv', english.get('csv') ?? '');
  assert.match(folder.lintel('check', 'consent').stdout, /consent-without-record/);
});
