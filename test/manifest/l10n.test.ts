import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { clientTexts, textsIn } from './clientTexts.ts';

const { texts, computed } = clientTexts();
const translations = readdirSync('l10n').filter(file => /^bundle\.l10n\..+\.json$/.test(file)).map(file => `l10n/${file}`);
const manifests = readdirSync('.').filter(file => /^package\.nls\..+\.json$/.test(file));

test('simplified Chinese is there for client and manifest', () => {
  assert.ok(translations.includes('l10n/bundle.l10n.zh-cn.json'));
  assert.ok(manifests.includes('package.nls.zh-cn.json'));
});

test('every text of the client is a literal, so that it can be translated', () => assert.deepEqual(computed, []));

for (const file of translations) {
  test(`${file} has every text of the client and no other`, () => {
    const translated = textsIn(file);
    assert.deepEqual(texts.filter(({ text }) => !translated.has(text)), [], 'texts without a translation');
    const used = new Set(texts.map(({ text }) => text));
    assert.deepEqual([...translated.keys()].filter(key => !used.has(key)), [], 'translations nobody uses');
  });

  test(`${file} keeps the holes of every text`, () => sameHoles(textsIn(file), key => key));
}

test('every %key% of package.json has a text, and every text a key', () => {
  const keys = [...readFileSync('package.json', 'utf8').matchAll(/"%([^%"]+)%"/g)].map(match => match[1] ?? '');
  assert.deepEqual([...new Set(keys)].sort(), [...textsIn('package.nls.json').keys()].sort());
});

for (const file of manifests) {
  test(`${file} has the keys of package.nls.json and refers to the same settings`, () => {
    const english = textsIn('package.nls.json');
    const translated = textsIn(file);
    assert.deepEqual([...translated.keys()].sort(), [...english.keys()].sort());
    for (const [key, text] of translated) {
      assert.deepEqual(codesIn(text), codesIn(english.get(key) ?? ''), key);
      assert.notEqual(text.trim(), '', key);
    }
  });
}

function sameHoles(translated: ReadonlyMap<string, string>, english: (key: string) => string): void {
  for (const [key, text] of translated) {
    assert.deepEqual(holesIn(text), holesIn(english(key)), key);
    assert.notEqual(text.trim(), '', key);
  }
}

const holesIn = (text: string): readonly string[] => [...text.matchAll(/\{\d+\}/g)].map(String).sort();

/** What stands in backquotes is code and stays as it is in every language. */
const codesIn = (text: string): readonly string[] => [...text.matchAll(/`[^`]+`/g)].map(String).sort();
