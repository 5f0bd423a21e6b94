import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { test } from 'node:test';
import { EXAMPLE, loadManuals, translatedManual, withExamplesOf, withProse } from '../../server/src/words/manualIn.ts';
import { filesBelow } from '../harness/sources.ts';

const rules = [...filesBelow('server/src/rules', ['/rule.ts']), ...filesBelow('server/src/privacy/profiles', ['/requirement.ts'])].map(dirname);
const detectors = filesBelow('server/src/privacy/detectors', ['/detector.ts']).map(dirname);
const folders = [...rules, ...detectors];
const translated = folders.filter(folder => existsSync(`${folder}/README.zh-cn.md`));
const FENCES = /^(`{3,})[^\n]*\n[^]*?^\1$/gm;
const withoutFences = (text: string): string => text.replace(FENCES, '');
const headings = (text: string): readonly string[] => [...text.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading);
const codes = (text: string): readonly string[] => [...new Set([...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code))].sort();
const withoutTables = (text: string): string => text.replace(/^\|.*\|$/gm, '');
const proseOf = (manual: string): string => withoutTables(withoutFences(manual)).replace(/\n## Sources[^]*$/, '');
const sourcesOf = (manual: string): string => /\n## Sources([^]*)$/.exec(manual)?.[1] ?? '';
/** Articles of Chinese laws are counted in characters: 第二十八条. */
const numbersOf = (text: string): readonly number[] =>
  (text.replace(/第([一二三四五六七八九十]+)条/g, (_, count: string) => ` ${fromCharacters(count)} `).match(/\d+/g) ?? []).map(Number);
const fromCharacters = (count: string): number => {
  const [tens = '', ones = tens] = count.split('十');
  const digit = (character: string, none: number): number => (character === '' ? none : '一二三四五六七八九'.indexOf(character) + 1);
  return count.includes('十') ? digit(tens, 1) * 10 + digit(ones, 0) : digit(tens, 0);
};

for (const folder of translated) {
  test(`the Chinese manual of ${basename(folder)} says what the English one says`, () => {
    const [english, chinese] = ['README.md', 'README.zh-cn.md'].map(name => readFileSync(`${folder}/${name}`, 'utf8').replaceAll('\r\n', '\n'));
    assert.ok(english !== undefined && chinese !== undefined);
    assert.ok(chinese.startsWith(`# ${basename(folder)}\n`));
    // A Chinese reader looks a source up by its Chinese name: where the manual gives it, no number of it may be lost.
    const cites = headings(chinese).includes('Sources');
    assert.ok(cites || !detectors.includes(folder), 'a detector has its sources in Chinese');
    assert.deepEqual(headings(chinese), headings(english).filter(heading => cites || heading !== 'Sources'));
    if (cites) assert.deepEqual(numbersOf(sourcesOf(english)).filter(number => !numbersOf(sourcesOf(chinese)).includes(number)), []);
    assert.equal(withoutTables(withoutFences(chinese)), chinese, 'examples are those of README.md');
    // Options, names and spellings are what a reader would look for.
    assert.deepEqual(codes(proseOf(chinese)), codes(proseOf(english)));
    assert.doesNotMatch(chinese, /[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]/, 'half-width punctuation beside Chinese');
    const merged = withProse(english, chinese);
    assert.deepEqual(merged.match(/^(?:`{3,}|\|).*$/gm), english.match(/^(?:`{3,}|\|).*$/gm), 'all examples and rows of tables, in their order');
    assert.ok(!merged.includes(EXAMPLE));
  });
}

// Templates and what benchmarks are made of are shown on pages alone, where every language has a document of its own.
for (const folder of ['templates', 'server/src/bench/backends', 'server/src/bench/models', 'server/src/bench/diagnoses'].flatMap(root => (
  filesBelow(root, ['/README.md']).filter(path => path.split('/').length === root.split('/').length + 2)).map(dirname))) {
  test(`the Chinese document of ${basename(folder)} has what the English one has`, () => {
    const [english, chinese] = ['README.md', 'README.zh-cn.md'].map(name => readFileSync(`${folder}/${name}`, 'utf8').replaceAll('\r\n', '\n'));
    assert.ok(english !== undefined && chinese !== undefined);
    assert.match(chinese, /^# .+\n\n.*\p{Script=Han}/u);
    assert.equal(headings(chinese).length, headings(english).length);
    assert.deepEqual(headings(chinese).filter(heading => !/\p{Script=Han}/u.test(heading)), []);
    assert.doesNotMatch(withoutFences(chinese), /[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]/, 'half-width punctuation beside Chinese');
    const whole = withExamplesOf(english, chinese);
    assert.ok(!whole.includes(EXAMPLE));
    assert.deepEqual(whole.match(FENCES), english.match(FENCES), 'the same examples in the same order');
    assert.deepEqual(codes(withoutFences(whole)), codes(withoutFences(english)));
  });
}

test('every rule and detector has a Chinese manual', () => {
  assert.deepEqual(folders.filter(folder => !translated.includes(folder)), []);
});

test('manuals are shown in the language that is asked for, else in English', async () => {
  const manualIn = await loadManuals();
  assert.match(manualIn('duplicate-row', 'zh-cn') ?? '', /[\u4e00-\u9fff]/);
  assert.match(manualIn('duplicate-row', 'zh-cn') ?? '', /## Sources/);
  assert.doesNotMatch(manualIn('duplicate-row', 'en') ?? '', /\u4e00/);
  assert.equal(manualIn('duplicate-row', 'zh-Hans'), manualIn('duplicate-row', 'zh-cn'));
  assert.equal(manualIn('duplicate-row', 'fr'), manualIn('duplicate-row', 'en'));
  assert.equal(manualIn('no-such-rule', 'zh-cn'), undefined);
});

test('what detectors make of a text is told in the language of their manual', async () => {
  const manualIn = await loadManuals();
  for (const id of detectors.map(folder => basename(folder))) {
    const english = manualIn(id, 'en') ?? '';
    assert.equal(translatedManual(english, 'en'), english);
    const rows = translatedManual(manualIn(id, 'zh-cn') ?? '', 'zh-cn').match(/^\| .+ \|$/gm) ?? [];
    assert.equal(rows[0], '| 文本 | 结果 |');
    assert.deepEqual(rows.slice(1).filter(row => !/^\| `.+` \| (?:不匹配|匹配，显示为 `.+`) \|$/.test(row)), []);
  }
});
