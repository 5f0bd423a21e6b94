import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv';
import { complaintsOf } from '../../server/src/config/complaints.ts';
import { PRESETS, configurationSchema } from '../../server/src/config/schema.ts';
import type { Schema } from '../../server/src/config/schema.ts';
import type { Json } from '../../server/src/core/problem.ts';
import { allRules } from '../../server/src/engine/registry.ts';
import { catalogue } from '../../server/src/words/catalogue.generated.ts';

const published = JSON.parse(readFileSync('out/lintel.config.schema.json', 'utf8'));
const validate = new Ajv({ allErrors: true, strictTypes: false }).compile(published);
const schema = configurationSchema(allRules);

test('the published schema has every rule with its options', () => {
  for (const { id, options } of allRules) {
    const [, list] = published.definitions.rules.properties[id].anyOf;
    assert.deepEqual(Object.keys(list.items[1].properties), Object.keys(options), id);
  }
});

/** Documents, and whether they are well-formed. */
const documents: readonly (readonly [Json, boolean])[] = [
  [{}, true],
  [{ extends: 'lintel:ci' }, true],
  [{ extends: ['lintel:all', 'base.yaml'] }, true],
  [{ extends: 5 }, false],
  [{ rules: { outlier: 'off', 'missing-rate': ['warning', { least: 0.2 }] } }, true],
  [{ rules: { outlier: 'of' } }, false],
  [{ rules: { outlier: ['off', {}, 1] } }, false],
  [{ rules: { outlier: [] } }, false],
  [{ rules: { 'missing-rate': ['warning', { least: 'much' }] } }, false],
  [{ rules: { 'missing-rate': ['warning', { leest: 1 }] } }, false],
  [{ rules: { 'no-such-rule': 'off' } }, false],
  [{ columns: { 'id*': { rules: { outlier: 'off' } } } }, true],
  [{ columns: { id: {} } }, false],
  [{ read: { delimiter: ';', quote: '', header: false, encoding: 'gb18030', nullTokens: ['', 'NA'] } }, true],
  [{ read: { escape: '\\', sheet: 'Orders' } }, true],
  [{ read: { sheet: 2 } }, true],
  [{ read: { sheet: true } }, false],
  [{ read: { delimiter: '' } }, false],
  [{ ml: { task: 'regression', target: 'price' } }, true],
  [{ ml: { task: 'guessing' } }, false],
  [{ privacy: { quoteValues: 'never' } }, true],
  [{ privacy: { quoteValues: 'always' } }, false],
  [{ overrides: [{ files: '*.tsv', rules: {} }] }, true],
  [{ overrides: [{ rules: {} }] }, false],
  [{ overrides: [{ files: [] }] }, false],
  [{ suppressions: [{ rule: 'outlier', reason: 'known', until: '2026-05-31', columns: 'price', files: ['a.csv'] }] }, true],
  [{ suppressions: [{ rule: 'outlier' }] }, false],
  [{ suppressions: [{ rule: 'outlier', reason: 'x', until: 'soon' }] }, false],
  [{ baseline: 'lintel.baseline.json', exclude: ['tmp/**'] }, true],
  [{ typo: true }, false],
  [[], false],
];

test('what editors and the check say of a document is the same', () => {
  for (const [document, good] of documents) {
    assert.equal(validate(document), good, `schema: ${JSON.stringify(document)}`);
    assert.equal(complaintsOf(document, schema).length === 0, good, `check: ${JSON.stringify(document)}`);
  }
});

test('what a key means is said in every language', () => {
  const texts = (at: Schema): readonly string[] => [
    ...(at.description === undefined ? [] : [at.description]), ...Object.values(at.properties ?? {}).flatMap(texts), ...(at.anyOf ?? []).flatMap(texts),
    ...[at.additionalProperties, at.items].flatMap(one => (typeof one === 'object' && !('length' in one) ? texts(one) : [])),
  ];
  // Rules have words of their own, and a list of presets is no sentence.
  const own = texts(configurationSchema([])).filter(text => !text.startsWith('A preset (') && !text.startsWith('What Lintel checks below'));
  assert.ok(own.length > 20);
  for (const [locale, known] of Object.entries(catalogue)) assert.deepEqual([...own, ...Object.values(PRESETS)].filter(text => known?.[text] === undefined), [], locale);
});
