import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { CliFolder } from './folder.ts';

const folder = new CliFolder();
after(() => folder.remove());

/** Two rows for each of six combinations, and one that stands alone. */
const PEOPLE = ['age,sex,zip,diagnosis,person'];
for (const age of [30, 40, 50]) for (const sex of ['f', 'm']) for (const k of [1, 2]) PEOPLE.push(`${age},${sex},10115,${k === 1 ? 'flu' : 'asthma'},${age}${sex}`);
PEOPLE.push('60,f,,cancer,60f');

describe('lintel privacy measure', () => {
  folder.write('people.csv', `${PEOPLE.join('\n')}\n`);
  const measure = (...options: readonly string[]) => folder.lintel('privacy', 'measure', 'people.csv', ...options);

  test('measures what it is told, and what it would be without each column', () => {
    const { stdout, status } = measure('--quasi-identifier', 'age,sex', '--sensitive', 'diagnosis', '--format', 'json');
    assert.equal(status, 0);
    const [risk] = JSON.parse(stdout);
    assert.deepEqual([risk.identity.rows, risk.identity.classes, risk.identity.k], [13, 7, 1]);
    assert.deepEqual(risk.worst[0], { row: 12, size: 1 });
    assert.equal(risk.attributes[0].risk.distinctL, 1);
    assert.deepEqual(risk.without.map(({ name, identity }: { name: string; identity: { k: number } }) => [name, identity.k]), [['age', 6], ['sex', 1]]);
  });

  test('tells how far numbers lie apart, and not words', () => {
    const [{ attributes }] = JSON.parse(measure('--quasi-identifier', 'sex', '--sensitive', 'diagnosis,age', '--format', 'json').stdout);
    assert.deepEqual(attributes.map(({ name, risk }: { name: string; risk: object }) => [name, 'tOrdered' in risk]).sort(), [['age', true], ['diagnosis', false]]);
  });

  test('suggests columns by their names, and shows no value of the table', () => {
    const { stdout } = measure();
    assert.match(stdout, /^people\.csv: 13 rows in 7 classes by .*age.*sex.*zip/m);
    assert.match(stdout, /chosen by what they seem to hold/);
    assert.doesNotMatch(stdout, /cancer|asthma|10115/);
  });

  test('counts persons and not rows where they are told apart', () => {
    const [risk] = JSON.parse(measure('--quasi-identifier', 'sex', '--unit', 'person', '--format', 'json').stdout);
    assert.equal(risk.identity.k, 3);
  });

  test('a missing value equals everything, or takes its row out, where that is asked', () => {
    const kOf = (rule: string): unknown => JSON.parse(measure('--quasi-identifier', 'zip', '--missing', rule, '--format', 'json').stdout)[0].identity;
    assert.deepEqual(['own-category', 'wildcard', 'exclude'].map(rule => (kOf(rule) as { k: number }).k), [1, 13, 12]);
  });

  test('a column that is not there is an error with the one that was meant', () => {
    const { stderr, status } = measure('--quasi-identifier', 'age,sx');
    assert.equal(status, 2);
    assert.match(stderr, /no column ‘sx’; did you mean ‘sex’/);
  });

  test('holds the table against a population', () => {
    folder.write('town.csv', `sex,zip,age\n${['f', 'm'].flatMap(sex => Array<string>(10).fill(`${sex},10115,30`)).join('\n')}\n`);
    const [risk] = JSON.parse(measure('--quasi-identifier', 'sex,zip', '--population', 'town.csv', '--format', 'json').stdout);
    assert.equal(risk.population.kMap, 1);
    assert.equal(risk.population.short, 1);
    assert.ok(Math.abs(risk.population.journalist.average - 2.2 / 13) < 1e-12, `${risk.population.journalist.average}`);
    const { stderr, status } = measure('--quasi-identifier', 'age,person', '--population', 'town.csv');
    assert.equal(status, 2);
    assert.match(stderr, /population ‘town\.csv’ has no column ‘person’/);
  });

  test('takes from the annotation what nobody names, and says what of it is kept', () => {
    folder.write('described/people.csv', `${PEOPLE.join('\n')}\n`);
    folder.write('described/datapackage.json', JSON.stringify({
      privacy: {
        unit: { kind: 'person', key: ['person'] }, guarantees: { kAnonymity: { k: 2, qi: ['sex'], missing: 'exclude' }, tCloseness: [{ sensitive: 'diagnosis', t: 0.5, distance: 'hierarchical' }] },
        differentialPrivacy: { epsilon: 3.1, delta: 1e-5, noiseMultiplier: 1.1, sampleRate: 256 / 60_000, steps: 14_062, accountant: 'rdp', conversion: 'classic', sampling: 'poisson' },
      },
      resources: [{ name: 'people', path: 'people.csv', schema: { fields: [
        { name: 'age' }, { name: 'sex' }, { name: 'zip' }, { name: 'person' },
        { name: 'diagnosis', privacy: { role: 'sensitive', hierarchy: { levels: { flu: ['lung'], asthma: ['lung'], cancer: ['other'] } } } },
      ] } }],
    }));
    const { stdout } = folder.lintel('privacy', 'measure', 'described/people.csv');
    assert.match(stdout, /in 2 classes by ‘sex’/);
    assert.match(stdout, /number of its different ‘person’/);
    assert.match(stdout, /k-anonymity: 3; 2 is promised and kept/);
    assert.match(stdout, /t-closeness, hierarchical distance: 0\.\d+; 0\.5 is promised and kept/);
    assert.match(stdout, /classic conversion: 3\.008\d*; 3\.1 is promised and kept/);
  });
});

describe('lintel privacy epsilon', () => {
  const epsilons = (...options: readonly string[]): readonly { readonly accountant: string; readonly epsilon: number }[] => JSON.parse(folder.lintel('privacy', 'epsilon', ...options, '--format', 'json').stdout);

  test('of a run, of releases, of shuffled reports', () => {
    const run = epsilons('--noise', '1.1', '--rate', '256/60000', '--steps', '14062', '--delta', '1e-5');
    assert.deepEqual(run.map(({ accountant }) => accountant), ['rdp-classic', 'rdp-improved', 'gdp', 'pld']);
    assert.equal(run[1]?.epsilon.toFixed(3), '2.597');
    assert.deepEqual(epsilons('--epsilon', '0.1', '--times', '100', '--slack', '1e-6').map(({ epsilon }) => epsilon.toFixed(3)), ['10.000', '6.308']);
    assert.equal(epsilons('--local', '1', '--users', '10000', '--delta', '1e-6')[0]?.accountant, 'shuffle');
  });

  test('what cannot be computed is refused in words', () => {
    assert.match(folder.lintel('privacy', 'epsilon', '--noise', '0', '--delta', '1e-5').stderr, /‘--noise’ takes a number above 0/);
    assert.match(folder.lintel('privacy', 'epsilon', '--noise', '1').stderr, /‘--delta’ is needed/);
    assert.match(folder.lintel('privacy', 'epsilon', '--local', '9', '--users', '100', '--delta', '1e-6').stderr, /too few/);
    assert.equal(folder.lintel('privacy', 'epsilon').status, 2);
  });
});
