import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { baselineOf, type Countable, isKnown, mended, readBaseline, writeBaseline } from '../../server/src/config/baseline.ts';
import { modeOf } from '../../server/src/config/configuration.ts';
import { Configurations } from '../../server/src/config/configurations.ts';
import { allRules, ruleOf } from '../../server/src/engine/registry.ts';
import { wildcard } from '../../server/src/util/wildcard.ts';
import { memoryFiles } from '../harness/memoryFiles.ts';

const outlier = ruleOf('outlier') ?? assert.fail();

function configurations(texts: Readonly<Record<string, string>>, roots = ['memory:/w']) {
  return new Configurations({
    files: memoryFiles(texts), rules: allRules, today: () => new Date('2026-01-01T00:00:00Z'), roots: () => roots,
    fallback: () => ({ rules: { outlier: { severity: 'error', settings: {} } } }),
  });
}

const modeFor = async (texts: Readonly<Record<string, string>>, uri: string, column?: string) =>
  modeOf((await configurations(texts).for(uri)).configuration, outlier, column);

describe('which document governs a file', () => {
  const texts = {
    'memory:/w/lintel.config.yaml': 'rules: { outlier: hint }',
    'memory:/w/raw/lintel.config.json': '{ "rules": { "constant-column": "off" } }',
    'memory:/lintel.config.yaml': 'rules: { outlier: warning }',
  };
  test('the nearest one, as a whole', async () => {
    assert.equal((await modeFor(texts, 'memory:/w/a/b.csv')).severity, 'hint');
    assert.equal((await modeFor(texts, 'memory:/w/raw/b.csv')).severity, undefined, 'nothing is taken over from above');
  });
  test('none above the workspace; then the settings of the editor count', async () => {
    assert.equal((await modeFor({ 'memory:/lintel.config.yaml': 'rules: { outlier: warning }' }, 'memory:/w/a.csv')).severity, 'error');
  });
  test('with a document the settings of the editor have no say', async () => {
    assert.equal((await modeFor({ 'memory:/w/lintel.config.yaml': '' }, 'memory:/w/a.csv')).severity, undefined);
  });
  test('a changed document is read again', async () => {
    const changing: Record<string, string> = { 'memory:/w/lintel.config.yaml': 'rules: { outlier: hint }' };
    const all = configurations(changing);
    assert.equal(modeOf((await all.for('memory:/w/a.csv')).configuration, outlier).severity, 'hint');
    changing['memory:/w/lintel.config.yaml'] = 'rules: { outlier: error }';
    assert.equal(modeOf((await all.for('memory:/w/a.csv')).configuration, outlier).severity, 'error');
  });
});

describe('what a document builds on', () => {
  test('later ones win, the document wins over all, a severity alone keeps the options', async () => {
    const texts = {
      'memory:/w/lintel.config.yaml': 'extends: [lintel:ci, shared/base.yaml]\nrules: { outlier: hint }',
      'memory:/w/shared/base.yaml': 'extends: ../top.yaml\nrules: { outlier: [error, { factor: 9 }] }',
      'memory:/w/top.yaml': 'rules: { outlier: off, constant-column: off }',
    };
    const { configuration } = await configurations(texts).for('memory:/w/a.csv');
    assert.deepEqual(configuration.rules['outlier'], { severity: 'hint', settings: { factor: 9 } });
    assert.equal(configuration.rules['constant-column']?.severity, 'off');
    assert.equal(configuration.quoteValues, 'never');
  });
  test('a circle ends with a complaint at the word that closes it', async () => {
    const loaded = await configurations({ 'memory:/w/lintel.config.yaml': 'extends: b.yaml', 'memory:/w/b.yaml': 'extends: lintel.config.yaml' }).load('memory:/w/lintel.config.yaml');
    assert.equal(loaded?.layers.length, 2);
    const other = await configurations({ 'memory:/w/lintel.config.yaml': 'extends: lintel.config.yaml' }).load('memory:/w/lintel.config.yaml');
    assert.deepEqual(other?.complaints.map(({ path }) => path), [['extends']]);
  });
});

describe('what is different in some files and columns', () => {
  const texts = {
    'memory:/w/lintel.config.yaml': [
      'rules: { outlier: off }',
      'columns: { "price*": { rules: { outlier: warning } } }',
      'overrides:',
      '  - { files: "*.tsv", read: { delimiter: ";" } }',
      '  - { files: raw/**, rules: { outlier: error } }',
    ].join('\n'),
  };
  test('columns by pattern', async () => {
    assert.equal((await modeFor(texts, 'memory:/w/a.csv', 'price_eur')).severity, 'warning');
    assert.equal((await modeFor(texts, 'memory:/w/a.csv', 'cost')).enabled, false);
  });
  test('files by glob', async () => {
    assert.equal((await modeFor(texts, 'memory:/w/raw/deep/a.csv')).severity, 'error');
    assert.equal((await configurations(texts).for('memory:/w/deep/a.tsv')).configuration.read?.delimiter, ';');
    assert.equal((await configurations(texts).for('memory:/w/a.csv')).configuration.read?.delimiter, undefined);
  });
  test('every value has the place it was written at', async () => {
    const { sources } = await configurations(texts).for('memory:/w/raw/a.csv');
    const lines = sources.map(({ key, origin, path }) => [key, origin.kind === 'document' ? origin.line(path) : -1]);
    assert.deepEqual(lines, [['rules.outlier', 4], ['columns.price*.rules.outlier', 1]]);
  });
});

test('a pattern means the names it spells, and nothing in it is code', () => {
  fc.assert(fc.property(fc.string(), text => wildcard(text)(text)));
  assert.ok(!wildcard('a.c')('abc'));
  assert.ok(wildcard('*_id')('user_id') && !wildcard('*_id')('user_ids'));
});

describe('baseline', () => {
  const finding = fc.record({
    rule: fc.constantFrom('a', 'b', '__proto__'), column: fc.constantFrom('', 'x', 'constructor'), count: fc.integer({ min: 1, max: 9 }),
    hash: fc.constantFrom(undefined, 'h1', 'h2'),
  });
  test('what was written down is known, whatever it is called', () => {
    fc.assert(fc.property(fc.array(finding), (found: readonly Countable[]) => {
      const read = readBaseline(writeBaseline({ 'a.csv': baselineOf(found) }))?.['a.csv'] ?? {};
      assert.ok(isKnown(read, found).every(Boolean));
      assert.equal(mended(read, found), 0);
    }));
  });
  test('one cell more is new, one fewer is mended', () => {
    const then = baselineOf([{ rule: 'outlier', column: 'x', count: 3, hash: undefined }]);
    assert.deepEqual(isKnown(then, [{ rule: 'outlier', column: 'x', count: 4, hash: undefined }]), [false]);
    assert.equal(mended(then, [{ rule: 'outlier', column: 'x', count: 2, hash: undefined }]), 1);
  });
  test('values that were there are known beside new ones', () => {
    const then = baselineOf([{ rule: 'slip', column: 'x', count: 1, hash: 'old' }]);
    assert.deepEqual(isKnown(then, [{ rule: 'slip', column: 'x', count: 1, hash: 'old' }, { rule: 'slip', column: 'x', count: 1, hash: 'new' }]), [true, false]);
  });
});
