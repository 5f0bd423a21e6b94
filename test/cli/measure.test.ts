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
});
