import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { after, beforeEach, describe, test } from 'node:test';
import { CliFolder } from './folder.ts';

let folder = new CliFolder();
beforeEach(() => {
  folder.remove();
  folder = new CliFolder();
});
after(() => folder.remove());

const RAGGED = 'a,b\n1,2,3\n4,5\n';

describe('lintel init', () => {
  test('writes a configuration that changes nothing, and never over one that is there', () => {
    folder.write('x.csv', RAGGED);
    const before = folder.lintel('check', 'x.csv').stdout;
    assert.equal(folder.lintel('init').status, 0);
    assert.equal(folder.lintel('check', 'x.csv').stdout, before);
    assert.equal(folder.lintel('init').status, 2);
    assert.equal(folder.lintel('init', '--lang', 'zh-cn', '--force').status, 0);
    assert.match(folder.read('lintel.config.yaml'), /\p{Script=Han}/u);
    assert.equal(folder.lintel('check', '.').stdout.includes('invalid-configuration'), false);
  });
});

describe('lintel config', () => {
  test('says where each part comes from', () => {
    folder.write('lintel.config.yaml', 'extends: base.yaml\noverrides:\n  - files: raw/**\n    rules: { outlier: hint }\n');
    folder.write('base.yaml', '# ours\nread: { delimiter: ";" }\n');
    const { values, configuration } = JSON.parse(folder.lintel('config', 'raw/x.csv', '--format', 'json').stdout);
    assert.equal(configuration, 'lintel.config.yaml');
    assert.deepEqual(values, [
      { key: 'read.delimiter', value: ';', from: 'base.yaml:2' },
      { key: 'rules.outlier', value: 'hint', from: 'lintel.config.yaml:4' },
    ]);
  });
});

describe('a configuration in a check', () => {
  test('mistakes in it are findings even where only data was named', () => {
    folder.write('lintel.config.yaml', 'rules:\n  ragged-rows: off\n');
    folder.write('x.csv', RAGGED);
    assert.match(folder.lintel('check', 'x.csv').stdout, /lintel\.config\.yaml:2:3: error: There is no rule called ‘ragged-rows’; did you mean ‘ragged-row’/);
  });

  test('how files are read', () => {
    folder.write('lintel.config.yaml', 'overrides:\n  - files: "*.csv"\n    read: { header: false, nullTokens: ["", "leer"] }\n');
    folder.write('x.csv', `1,x\n${Array.from({ length: 30 }, (_, i) => `${i},${i % 2 ? 'leer' : 'x'}`).join('\n')}\n`);
    assert.match(folder.lintel('check', 'x.csv', '--explain-plan').stderr, /of 31 rows/);
    assert.match(folder.lintel('check', 'x.csv', '--explain-plan', '--lang', 'zh-cn').stderr, /encoding: 检测所得/);
  });

  test('what is left out, and why; what leaves nothing out is told', () => {
    folder.write('lintel.config.yaml', [
      'suppressions:',
      '  - { rule: ragged-row, files: x.csv, reason: the supplier knows }',
      '  - { rule: duplicate-row, reason: was once needed }',
      '  - { rule: outlier, reason: old, until: 2020-01-01 }',
    ].join('\n'));
    folder.write('x.csv', RAGGED);
    const { stdout, status } = folder.lintel('check', '.');
    assert.equal(status, 0);
    assert.match(stdout, /1 finding suppressed by the configuration/);
    assert.match(stdout, /^lintel\.config\.yaml:3:\d+: hint: .*duplicate-row.* \[unused-suppression\]$/m);
    assert.match(stdout, /^lintel\.config\.yaml:4:\d+: warning: .*2020-01-01.* \[expired-suppression\]$/m);
  });

  test('what is left out of a description counts, for suppressions and for the baseline', () => {
    folder.write('described/datapackage.json', '{"name": "d", "resources": [{"name": "x", "path": "x.csv", "schema": {"fields": [{"name": "a", "type": "strin"}]}}]}');
    folder.write('described/x.csv', 'a\n1\n');
    folder.write('described/lintel.config.yaml', 'suppressions:\n  - { rule: invalid-description, reason: our own kind of text }\n');
    const { stdout } = folder.lintel('check', 'described');
    assert.doesNotMatch(stdout, /unused-suppression/);
    assert.match(stdout, /1 finding suppressed by the configuration/);
    folder.write('described/lintel.config.yaml', '');
    assert.equal(folder.lintel('baseline', 'described').status, 0);
    assert.match(folder.lintel('check', 'described').stdout, /1 finding known to the baseline/);
  });

  test('quoteValues: never quotes no value at all', () => {
    folder.write('x.csv', `kind\n${Array.from({ length: 60 }, () => 'secretword').join('\n')}\n`);
    assert.match(folder.lintel('check', 'x.csv').stdout, /secretword/);
    folder.write('lintel.config.yaml', 'extends: lintel:ci\n');
    const { stdout } = folder.lintel('check', 'x.csv');
    assert.match(stdout, /constant-column/);
    assert.doesNotMatch(stdout, /secretword/);
  });

  test('a file elsewhere has the configuration and description of where it lies', () => {
    folder.write('here/y.csv', 'a\n1\n');
    folder.write('elsewhere/lintel.config.yaml', 'rules:\n  ragged-row: off\n');
    folder.write('elsewhere/x.csv', RAGGED);
    folder.write('elsewhere/datapackage.json', '{"name": "e", "resources": [{"name": "x", "path": "x.csv", "schema": {"fields": [{"name": "other"}]}}]}');
    const { stdout } = folder.run(['check', join(folder.path, 'elsewhere', 'x.csv')], undefined, { cwd: 'here' });
    assert.doesNotMatch(stdout, /ragged-row/);
    assert.match(stdout, /missing-column/);
  });

  test('files that are excluded are checked when they are named', () => {
    folder.write('lintel.config.yaml', 'exclude: ["tmp/**"]\n');
    folder.write('tmp/x.csv', RAGGED);
    folder.write('y.csv', 'a,b\n1,2\n');
    assert.equal(folder.lintel('check', '.').status, 0);
    assert.equal(folder.lintel('check', 'tmp/x.csv').status, 1);
  });
});

describe('lintel baseline', () => {
  test('then nothing is shown, until there is something new', () => {
    folder.write('data/x.csv', RAGGED);
    folder.write('lintel.config.yaml', '# our rules\nrules:\n  outlier: off # loud\n');
    assert.equal(folder.lintel('baseline').status, 0);
    assert.match(folder.read('lintel.config.yaml'), /^# our rules\nrules:\n {2}outlier: off # loud\nbaseline: lintel\.baseline\.json\n$/);
    const clean = folder.lintel('check', '.');
    assert.equal(clean.status, 0);
    assert.match(clean.stdout, /1 finding known to the baseline/);
    folder.write('data/x.csv', `${RAGGED}6,7,8\n`);
    assert.equal(folder.lintel('check', '.').status, 1);
  });

  test('it holds no value of a personal column, not even as a hash', () => {
    folder.write('p.csv', `id,email\n${Array.from({ length: 40 }, (_, i) => `${i},person${i}@example.org`).join('\n')}\n`);
    folder.lintel('baseline');
    assert.doesNotMatch(folder.read('lintel.baseline.json'), /person\d|"values"/);
    assert.equal(folder.lintel('check', '.').stdout.includes('unannotated-personal-data'), false);
  });
});

test('--changed: only what git has as changed or new', () => {
  const git = (...args: readonly string[]): void => void execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], { cwd: folder.path, stdio: 'ignore' });
  folder.write('old.csv', RAGGED);
  assert.match(folder.lintel('check', '--changed').stderr, /needs a git repository/);
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'x');
  assert.equal(folder.lintel('check', '--changed').status, 0);
  folder.write('new ü.csv', RAGGED);
  const { files } = JSON.parse(folder.lintel('check', '--changed', '--format', 'json').stdout);
  assert.deepEqual(files.map(({ path }: { path: string }) => path), ['new ü.csv']);
  assert.match(folder.lintel('check', '--changed', '--since', '--help').stderr, /needs a value/);
  assert.match(folder.lintel('check', '--changed', '--since', 'nowhere').stderr, /no commit ‘nowhere’/);
});
