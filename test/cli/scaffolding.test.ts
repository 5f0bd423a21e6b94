import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import { CliFolder } from './folder.ts';

const folder = new CliFolder();
after(() => folder.remove());
folder.write('penguins.csv', readFileSync('examples/penguins/penguins.csv'));

describe('lintel new and update', () => {
  const make = (...options: readonly string[]) => folder.lintel('new', 'tabular-tfjs', 'penguins.csv', '--answer', 'target=Species', ...options);

  test('templates are listed, and a misspelt one is asked back', () => {
    assert.match(folder.lintel('new').stdout, /^tabular-tfjs\n {2}Tabular model/m);
    assert.match(folder.lintel('new', 'tabular-tfj', 'penguins.csv').stderr, /did you mean ‘tabular-tfjs’/);
    assert.match(folder.lintel('new', '--lang', 'zh-cn').stdout, /TensorFlow\.js/);
  });

  test('a dry run writes nothing, a run a whole project, a second one nothing over it', () => {
    assert.match(make('--dry-run', '--output', 'project').stdout, /^new {2}‘package\.json’$/m);
    assert.throws(() => folder.read('project/package.json'));
    assert.equal(make('--output', 'project').status, 0);
    assert.match(folder.read('project/.lintel/answers.yaml'), /data: "\.\.\/penguins\.csv"\n {2}target: "Species"/);
    folder.write('project/README.md', 'mine\n');
    const again = make('--output', 'project', '--answer', 'seed=1');
    assert.equal(again.status, 2);
    assert.match(again.stderr, /‘README\.md’ is there already/);
    assert.equal(folder.read('project/README.md'), 'mine\n');
  });

  test('an answer can be changed later; edits stay, and where both changed a line markers stand', () => {
    const config = folder.read('project/config.json');
    folder.write('project/config.json', config.replace(/"seed": 42/, '"seed": 7'));
    const { status, stdout, stderr } = folder.lintel('update', 'project', '--answer', 'seed=99', '--answer', 'encoding=ordinal');
    assert.match(stdout, /^replaced {2}‘src\/encode\.ts’$/m);
    assert.match(stdout, /^conflict {2}‘config\.json’$/m);
    assert.equal(status, 1);
    assert.match(stderr, /<<<<<<</);
    assert.match(folder.read('project/config.json'), /<<<<<<< yours\n {2}"seed": 7/);
    assert.match(folder.lintel('update', 'project').stdout, /is as ‘tabular-tfjs’/);
  });

  test('a part is added later, and the project keeps what was changed in it', () => {
    folder.write('plans.csv', 'width,colour,plan\n'.concat(...Array.from({ length: 60 }, (_, i) => `${20 + i},${['red', 'blue'][i % 2]},${['free', 'paid'][i % 2]}\n`)));
    assert.equal(folder.lintel('new', 'tabular-sklearn', 'plans.csv', '--output', 'served').status, 0);
    folder.write('served/README.md', `mine\n${folder.read('served/README.md')}`);
    const added = folder.lintel('add', 'serve', 'served');
    assert.equal(added.status, 0, added.stderr);
    assert.match(added.stdout, /^new {2}‘service\/app\.py’$/m);
    assert.match(folder.read('served/README.md'), /^mine\n[^]*\n## Service\n/);
    assert.match(folder.read('served/requirements.txt'), /^fastapi==/m);
    assert.match(folder.lintel('add', 'serve', 'served').stdout, /is as ‘tabular-sklearn’/);
    assert.match(folder.lintel('add', 'serv', 'served').stderr, /has no part ‘serv’; it has ‘serve’/);
    assert.match(folder.lintel('add').stderr, /needs the name of a part/);
  });

  test('a template of one’s own is found, used and updated', () => {
    const template = { id: 'own', version: '1', title: 'Own', summary: 'Mine', questions: [], files: [] };
    folder.write('mine/own/template.json', JSON.stringify(template));
    folder.write('mine/own/files/a.txt.tmpl', '{{dataset.name | comment}}\n');
    const own = folder.lintel('new', 'own', 'penguins.csv', '--templates', 'mine', '--output', 'b');
    assert.equal(own.status, 0, own.stderr);
    folder.write('mine/own/files/c.txt', 'more\n');
    folder.write('mine/own/template.json', JSON.stringify({ ...template, version: '2' }));
    assert.match(folder.lintel('update', 'b', '--templates', 'mine').stdout, /‘own’ ‘1’ to ‘2’\nnew {2}‘c\.txt’/);
    assert.match(folder.lintel('update', 'b').stderr, /There is no template ‘own’/);
  });

  test('what cannot be is said in words', () => {
    assert.match(folder.lintel('new', 'tabular-tfjs').stderr, /needs a template and a data file/);
    assert.match(make('--answer', 'targt=a').stderr, /did you mean ‘target’/);
    assert.match(make('--answer', 'seed=many').stderr, /is not a number/);
    assert.match(make('--answer', 'seed').stderr, /question=answer/);
    assert.match(folder.lintel('new', 'tabular-tfjs', 'nope.csv').stderr, /no such file/);
    assert.match(folder.lintel('update', 'mine').stderr, /no project that was made from a template/);
  });
});
