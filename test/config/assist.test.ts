import assert from 'node:assert/strict';
import { test } from 'node:test';
import { descriptionsAt, spotAt, suggestionsAt } from '../../server/src/config/assist.ts';
import { configurationSchema } from '../../server/src/config/schema.ts';
import { allRules } from '../../server/src/engine/registry.ts';

const schema = configurationSchema(allRules);

/** What is suggested where `|` stands, and what would be replaced. */
function at(text: string): { readonly path: string; readonly texts: readonly string[]; readonly inserts: readonly string[]; readonly word: string } {
  const lines = text.split('\n');
  const line = lines.findIndex(one => one.includes('|'));
  const character = lines[line]?.indexOf('|') ?? 0;
  const whole = lines.map(one => one.replace('|', ''));
  const spot = spotAt(whole, line, character);
  if (!spot) return { path: '', texts: [], inserts: [], word: '' };
  const suggestions = suggestionsAt(schema, spot, allRules);
  return {
    path: `${spot.at} ${spot.path.join('/')}`.trim(), texts: suggestions.map(one => one.text), inserts: suggestions.map(one => one.insert),
    word: whole[line]?.slice(spot.from, spot.to) ?? '',
  };
}

const places: readonly (readonly [text: string, path: string, suggested: string, word?: string])[] = [
  ['|', 'key', 'rules'],
  ['ru|', 'key', 'rules', 'ru'],
  ['rules:\n  |', 'key rules', 'outlier'],
  ['rules:\n  miss|: off', 'key rules', 'missing-rate', 'miss'],
  ['rules:\n  # why\n\n  outlier: |', 'value rules/outlier', 'off'],
  ['rules:\n  outlier: o|ff', 'value rules/outlier', 'off', 'off'],
  ['rules:\n  missing-rate: [|', 'value rules/missing-rate/0', 'warning'],
  ['rules:\n  missing-rate: [warning, { |', 'key rules/missing-rate/1', 'least'],
  ['rules:\n  missing-rate: [warning, { least: |', 'value rules/missing-rate/1/least', String(allRules.find(({ id }) => id === 'missing-rate')?.options['least']?.default)],
  ['rules:\n  missing-rate:\n    - |', 'key rules/missing-rate/-', 'warning'],
  ['extends: |', 'value extends', 'lintel:ci'],
  ['extends:\n  - lintel:|', 'key extends/-', 'lintel:all', 'lintel:'],
  ['columns:\n  price*:\n    rules:\n      |', 'key columns/price*/rules', 'outlier'],
  ['privacy:\n  quoteValues: |', 'value privacy/quoteValues', 'never'],
  ['read:\n  header: |', 'value read/header', 'false'],
  ['overrides:\n  - files: "*.tsv"\n    |', 'key overrides/-', 'rules'],
  ['overrides:\n  - files: "*.tsv"\n    rules:\n      ou|', 'key overrides/-/rules', 'outlier', 'ou'],
  ['overrides:\n- files: "*.tsv"\n  read:\n    |', 'key overrides/-/read', 'delimiter'],
  ['suppressions:\n  - rule: |', 'value suppressions/-/rule', 'outlier'],
  ['suppressions:\n  - rule: outlier\n    reason: known\n  - |', 'key suppressions/-', 'reason'],
  ['rules:\n  outlier: off\nread:\n  |', 'key read', 'encoding'],
  ['rules: { constant-column: off, ou|', 'key rules', 'outlier', 'ou'],
  ['overrides: [{ files: a.csv, rules: { ragged-row: |', 'value overrides/0/rules/ragged-row', 'hint'],
  ['ml:\n  task: |', 'value ml/task', 'regression'],
];

for (const [text, path, suggested, word = ''] of places) {
  test(`${JSON.stringify(text)} suggests ${suggested}`, () => {
    const found = at(text);
    assert.equal(found.path, path);
    assert.ok(found.texts.includes(suggested), found.texts.slice(0, 8).join());
    assert.equal(found.word, word);
  });
}

test('nothing is suggested in comments, and nothing foreign', () => {
  assert.equal(at('rules: # ru|').path, '');
  assert.deepEqual(at('rules:\n  no-such-rule: |').texts, []);
  assert.ok(!at('|').texts.includes('outlier'));
});

test('what goes in opens a map or a list where one must follow, and quotes what YAML would read as something else', () => {
  assert.ok(at('|').inserts.includes('rules:\n  '));
  assert.ok(at('|').inserts.includes('exclude:\n  - '));
  assert.ok(at('rules:\n  |').inserts.includes('outlier: '));
  assert.deepEqual(at('rules:\n  outlier: |').inserts.slice(-2), ['"on"', '"off"'].map(text => text.slice(1, -1)));
});

test('keys and values are explained', () => {
  assert.match(descriptionsAt(schema, { path: ['read'], at: 'key', from: 0, to: 0, indent: 2 }, 'header').join(), /first row names/);
  assert.match(descriptionsAt(schema, { path: ['rules', 'missing-rate', '1'], at: 'key', from: 0, to: 0, indent: 0 }, 'least').join(), /fewer rows/);
  assert.match(descriptionsAt(schema, { path: ['rules', 'outlier'], at: 'value', from: 0, to: 0, indent: 0 }, 'off').join(), /By itself/);
});
