import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { test } from 'node:test';
import { EXAMPLE, loadManuals, withProse } from '../../server/src/words/manualIn.ts';
import { filesBelow } from '../harness/sources.ts';

const folders = [...filesBelow('server/src/rules', ['/rule.ts']), ...filesBelow('server/src/privacy/profiles', ['/requirement.ts'])].map(dirname);
const translated = folders.filter(folder => existsSync(`${folder}/README.zh-cn.md`));
const withoutFences = (text: string): string => text.replace(/^(`{3,})[^\n]*\n[^]*?^\1$/gm, '');
const headings = (text: string): readonly string[] => [...text.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading);
const codes = (text: string): readonly string[] => [...new Set([...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code))].sort();
const proseOf = (manual: string): string => withoutFences(manual).replace(/\n## Sources[^]*$/, '');

for (const folder of translated) {
  test(`the Chinese manual of ${basename(folder)} says what the English one says`, () => {
    const [english, chinese] = ['README.md', 'README.zh-cn.md'].map(name => readFileSync(`${folder}/${name}`, 'utf8').replaceAll('\r\n', '\n'));
    assert.ok(english !== undefined && chinese !== undefined);
    assert.ok(chinese.startsWith(`# ${basename(folder)}\n`));
    assert.deepEqual(headings(chinese), headings(english).filter(heading => heading !== 'Sources'));
    assert.equal(withoutFences(chinese), chinese, 'examples are those of README.md');
    // Options, names and spellings are what a reader would look for.
    assert.deepEqual(codes(chinese), codes(proseOf(english)));
    assert.doesNotMatch(chinese, /[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]/, 'half-width punctuation beside Chinese');
    const merged = withProse(english, chinese);
    assert.deepEqual(merged.match(/^`{3,}.*$/gm), english.match(/^`{3,}.*$/gm), 'all examples, in their order');
    assert.ok(!merged.includes(EXAMPLE));
  });
}

test('every rule has a Chinese manual', () => {
  assert.deepEqual(folders.filter(folder => !translated.includes(folder)), []);
});

test('manuals are shown in the language that is asked for, else in English', async () => {
  const manualIn = await loadManuals();
  assert.match(manualIn('duplicate-row', 'zh-cn') ?? '', /[\u4e00-\u9fff]/);
  assert.match(manualIn('duplicate-row', 'zh-cn') ?? '', /## Sources/);
  assert.doesNotMatch(manualIn('duplicate-row', 'en') ?? '', /\u4e00/);
  assert.equal(manualIn('duplicate-row', 'fr'), manualIn('duplicate-row', 'en'));
  assert.equal(manualIn('no-such-rule', 'zh-cn'), undefined);
});
