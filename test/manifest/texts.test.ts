import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { test } from 'node:test';
import { allDetectors, allProfiles, allRules, allTransforms } from '../../server/src/engine/registry.ts';
import { catalogue } from '../../server/src/words/catalogue.generated.ts';
import { filesBelow, readSources } from '../harness/sources.ts';
import { holesOf, templatesIn } from '../harness/texts.ts';

const LOCALES = Object.keys(catalogue);
const sources = readSources('server/src');
const templates = sources.flatMap(templatesIn);
/** Texts that code takes from data instead of writing them in a message. */
const titles = [
  ...allRules.flatMap(({ summary, options }) => [summary, ...Object.values(options).map(({ description }) => description)]),
  ...allDetectors.map(({ title }) => title),
  ...allTransforms.flatMap(({ title, parameters }) => [title, ...Object.values(parameters).map(({ description }) => description)]),
  ...allProfiles.map(({ title }) => title),
];

for (const locale of LOCALES) {
  const texts = catalogue[locale] ?? {};

  test(`every message is translated: ${locale}`, () => {
    assert.deepEqual(templates.filter(({ text }) => needsWords(text) && texts[text] === undefined).map(({ place, text }) => `${place}: ${text}`), []);
  });

  test(`every summary, option and title is translated: ${locale}`, () => {
    assert.deepEqual(titles.filter(text => texts[text] === undefined), []);
  });

  test(`translations keep the parts of their message: ${locale}`, () => {
    const broken = Object.entries(texts).filter(([english, translated]) => holesOf(english).join() !== holesOf(translated).join());
    assert.deepEqual(broken, []);
  });

  test(`translations are no English: ${locale}`, () => {
    assert.deepEqual(Object.entries(texts).filter(([english, translated]) => needsWords(english) && translated.trim() === english), []);
  });

  test(`the texts of a plugin live in its folder: ${locale}`, () => {
    for (const { path } of sources.filter(source => /\/(rule|requirement|profiles\/[^/]+\/profile|detector|transform)\.ts$/.test(source.path))) {
      const file = `${dirname(path)}/${locale}.json`;
      const own: Readonly<Record<string, string>> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
      const spoken = new Set([...sources.filter(source => source.path.startsWith(`${dirname(path)}/`)).flatMap(templatesIn).map(({ text }) => text), ...titles]);
      assert.deepEqual(Object.keys(own).filter(text => !spoken.has(text)), [], `${file} translates what nobody says`);
    }
  });
}

test('translations are written in the way their readers write', () => {
  for (const file of filesBelow('server/src', ['/zh-cn.json'])) {
    const own: Readonly<Record<string, string>> = JSON.parse(readFileSync(file, 'utf8'));
    const odd = Object.values(own).filter(text => /[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]|。$|\.$/.test(text) && !/。$/.test(text));
    assert.deepEqual(odd, [], `${file}: half-width punctuation beside Chinese`);
  }
});

test('messages have no full stop, options are sentences', () => {
  assert.deepEqual(allRules.flatMap(({ summary }) => (summary.endsWith('.') ? [summary] : [])), []);
  const descriptions = allRules.flatMap(({ options }) => Object.values(options).map(({ description }) => description));
  assert.deepEqual(descriptions.filter(text => !text.endsWith('.')), []);
});

/** A template of nothing but parts and signs reads the same everywhere. */
const needsWords = (text: string): boolean => /\p{L}{2}/u.test(text.replace(/\{\d+\}/g, ''));
