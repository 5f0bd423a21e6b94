import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Levels } from '../../../server/src/core/transform.ts';
import { anonymise, type Anonymised } from '../../../server/src/privacy/anonymise/anonymise.ts';
import { ALGORITHMS, combinationsOf, type Demand, type QuasiIdentifier } from '../../../server/src/privacy/anonymise/demand.ts';
import { leastLoss } from '../../../server/src/privacy/anonymise/lattice.ts';
import { levelsFor } from '../../../server/src/privacy/anonymise/levels.ts';
import { treeOf } from '../../../server/src/privacy/anonymise/tree.ts';
import { attributeRisk, recursiveCs } from '../../../server/src/privacy/measures/attribute.ts';
import { classesOf } from '../../../server/src/privacy/measures/classes.ts';
import { identityRisk } from '../../../server/src/privacy/measures/identity.ts';

const column = (name: string, values: readonly string[], levels?: Levels): QuasiIdentifier => {
  const texts = [...new Set(values.filter(text => text !== ''))];
  return { name, texts, codes: Uint32Array.from(values, text => texts.indexOf(text) + 1), levels };
};
const demand = (more: Partial<Demand>): Demand => ({ algorithm: 'mondrian', k: 2, suppression: 0, diversity: [], closeness: [], ...more });

function result(columns: readonly QuasiIdentifier[], rows: number, wanted: Demand): Anonymised {
  const found = anonymise(columns, rows, wanted);
  assert.ok(!('template' in found), 'template' in found ? found.template : '');
  return found;
}

const rowsOf = (found: Anonymised, columns: number, rows: number): readonly (readonly string[])[] =>
  Array.from({ length: rows }, (_, row) => row).filter(row => !found.isLeftOut(row)).map(row => Array.from({ length: columns }, (_, i) => found.text(i, row)));

/** The classes of what was written, measured anew from its texts. */
function measured(found: Anonymised, columns: number, rows: number): ReturnType<typeof classesOf> {
  const written = rowsOf(found, columns, rows);
  return classesOf(Array.from({ length: columns }, (_, i) => column('', written.map(row => `=${row[i]}`)).codes), written.length);
}

test('Mondrian gives the table of its paper', () => {
  // LeFevre, DeWitt and Ramakrishnan (2006), figures 1 and 3: k = 2, strict multidimensional.
  const columns = [
    column('Sex', ['Male', 'Female', 'Male', 'Male', 'Female', 'Male']),
    column('Age', ['25', '25', '26', '27', '27', '28']),
    column('Zipcode', ['53711', '53712', '53711', '53710', '53712', '53711']),
  ];
  const found = result(columns, 6, demand({}));
  assert.deepEqual(rowsOf(found, 3, 6), [
    ['Male', '[25, 26]', '53711'], ['Female', '[25, 27]', '53712'], ['Male', '[25, 26]', '53711'],
    ['Male', '[27, 28]', '[53710, 53711]'], ['Female', '[25, 27]', '53712'], ['Male', '[27, 28]', '[53710, 53711]'],
  ]);
  assert.equal(found.loss.classes, 3);
  assert.equal(found.loss.averageClass, 1);
  assert.equal(found.loss.discernibility, 12);
});

test('full-domain generalisation gives a minimal table of the literature', () => {
  // Sweeney, Achieving k-anonymity privacy protection using generalization and suppression (2002), figure 3: race by one level, or ZIP code by one.
  const zips = ['02138', '02139', '02141', '02142'];
  const race = column('Race', ['Black', 'Black', 'Black', 'Black', 'White', 'White', 'White', 'White'], new Map([['Black', ['Person']], ['White', ['Person']]]));
  const zip = column('ZIP', [...zips, ...zips], new Map(zips.map(one => [one, [`${one.slice(0, 4)}*`, `${one.slice(0, 3)}**`]])));
  const found = result([race, zip], 8, demand({ algorithm: 'full-domain' }));
  assert.deepEqual(found.levels, [0, 1]);
  assert.deepEqual(rowsOf(found, 2, 8).map(row => row.join(' ')), [
    'Black 0213*', 'Black 0213*', 'Black 0214*', 'Black 0214*', 'White 0213*', 'White 0213*', 'White 0214*', 'White 0214*',
  ]);
  assert.deepEqual(result([race, zip], 8, demand({ algorithm: 'full-domain', k: 4 })).levels, [0, 2]);
  assert.deepEqual(result([race, zip], 8, demand({ algorithm: 'full-domain', k: 8 })).levels, [1, 2]);
});

const values = fc.oneof(fc.constantFrom('a', 'b', 'c', ''), fc.integer({ min: 0, max: 30 }).map(String));
const tables = fc.array(fc.tuple(values, fc.integer({ min: 1, max: 99 }).map(String), fc.constantFrom('02138', '02139', '02141', '90210'), fc.integer({ min: 1, max: 4 })), { minLength: 4, maxLength: 60 });

for (const algorithm of ALGORITHMS) {
  test(`every class has k rows, as our own measures see it: ${algorithm}`, () => {
    fc.assert(fc.property(tables, fc.integer({ min: 2, max: 4 }), fc.constantFrom(0, 0.1, 0.5), (table, k, suppression) => {
      const columns = [0, 1, 2].map(i => column(`c${i}`, table.map(row => String(row[i]))));
      const found = anonymise(columns, table.length, demand({ algorithm, k, suppression: algorithm === 'suppression' ? 1 : suppression }));
      assert.ok(!('template' in found));
      const classes = measured(found, 3, table.length);
      assert.ok(classes.rows === 0 || identityRisk(classes).k >= k);
      assert.equal(classes.count, found.loss.classes);
      assert.equal(table.length - classes.rows, found.loss.leftOut);
      if (algorithm !== 'suppression') assert.ok(found.loss.leftOut <= suppression * table.length);
      assert.ok(found.loss.generalised >= 0 && found.loss.generalised <= 1);
    }), { numRuns: 60 });
  });

  test(`sensitive columns keep what is asked, as our own measures see it: ${algorithm}`, () => {
    fc.assert(fc.property(tables, fc.constantFrom('distinct' as const, 'entropy' as const, 'recursive' as const), fc.constantFrom('equal' as const, 'ordered' as const), (table, kind, distance) => {
      const columns = [0, 1, 2].map(i => column(`c${i}`, table.map(row => String(row[i]))));
      const sensitive = { codes: Uint32Array.from(table, row => row[3]), values: 4 };
      const wanted = demand({ algorithm, k: 2, suppression: algorithm === 'suppression' ? 1 : 0.2, diversity: [{ sensitive, kind, l: 2, c: 2 }], closeness: [{ sensitive, distance, t: 0.4 }] });
      const found = anonymise(columns, table.length, wanted);
      if ('template' in found) return;
      const classes = measured(found, 3, table.length);
      if (classes.rows === 0) return;
      const stay = { codes: Uint32Array.from(table.flatMap((row, i) => (found.isLeftOut(i) ? [] : [row[3]]))), values: 4 };
      const risk = attributeRisk(classes, stay);
      const got = { distinct: risk.distinctL, entropy: risk.entropyL + 1e-6, recursive: (recursiveCs(classes, stay, [2])[0] ?? Infinity) < 2 ? 2 : 0 }[kind];
      assert.ok(got >= 2);
      assert.ok((distance === 'equal' ? risk.tEqual : risk.tOrdered) <= 0.4 + 1e-6);
    }), { numRuns: 60 });
  });
}

test('a class has k persons where rows are of persons', () => {
  const unit = Uint32Array.from([1, 1, 1, 2, 3, 3, 4, 4]);
  const found = result([column('age', ['20', '20', '20', '21', '60', '60', '61', '61'])], 8, demand({ k: 2, unit }));
  const classes = measured(found, 1, 8);
  assert.equal(classes.count, 2);
  assert.equal(identityRisk(classes, unit).k, 2);
});

test('the search of the lattice finds what a look at every node finds', () => {
  fc.assert(fc.property(tables, fc.integer({ min: 2, max: 4 }), fc.constantFrom(0, 0.15), (table, k, suppression) => {
    const columns = [1, 2].map(i => column(`c${i}`, table.map(row => String(row[i]))));
    const combinations = combinationsOf(columns, table.length);
    const trees = columns.map(({ texts }) => treeOf(texts, levelsFor(texts)));
    const wanted = demand({ algorithm: 'full-domain', k, suppression });
    const found = leastLoss(combinations, trees, wanted);
    assert.ok(found);
    // A demand that is never monotone is answered by trying the nodes one by one.
    const everything = { codes: new Uint32Array(table.length).fill(1), values: 1 };
    const tried = leastLoss(combinations, trees, { ...wanted, suppression: Math.max(suppression, 1e-12), diversity: [{ sensitive: everything, kind: 'distinct', l: 1, c: 1 }] });
    assert.equal(found.loss, tried?.loss);
  }), { numRuns: 60 });
});

test('the same table gives the same result', () => {
  const columns = [column('a', ['1', '2', '3', '4', '5', '6']), column('b', ['x', 'y', 'x', 'z', 'z', 'y'])];
  for (const algorithm of ['mondrian', 'full-domain'] as const) {
    const [first, second] = [1, 2].map(() => rowsOf(result(columns, 6, demand({ algorithm })), 2, 6));
    assert.deepEqual(first, second);
  }
});

test('what cannot be is said', () => {
  const columns = [column('a', ['1', '2', '3'])];
  const why = (wanted: Partial<Demand>, of = columns): string => { const found = anonymise(of, 3, demand(wanted)); return 'template' in found ? found.template : assert.fail(); };
  assert.match(why({ k: 5 }), /fewer than/);
  assert.match(why({ k: 5, algorithm: 'full-domain' }), /fewer than/);
  assert.match(why({ algorithm: 'suppression', suppression: 0.1 }), /would have to be left out/);
  assert.match(why({ diversity: [{ sensitive: { codes: new Uint32Array(3).fill(1), values: 1 }, kind: 'distinct', l: 2, c: 1 }] }), /sensitive columns/);
  assert.match(why({}, [column('a', ['1', '2', '3'], new Map([['1', ['x']]]))]), /lacks/);
});

test('columns without a hierarchy get a fitting one', () => {
  assert.deepEqual(levelsFor(['1984-03-15', '1990-12-01']).get('1984-03-15'), ['1984-03', '1984', '1980s', '*']);
  assert.deepEqual(levelsFor(['02138', '90210']).get('02138'), ['0213*', '021**', '02***', '0****', '*']);
  assert.deepEqual(levelsFor(['17', '90']).get('17'), ['[15, 20)', '[10, 20)', '[0, 50)', '*']);
  assert.deepEqual(levelsFor(['Berlin', 'Lyon']).get('Lyon'), ['*']);
});
