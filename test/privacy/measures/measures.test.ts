import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { attributeRisk, keepsEnhancedBeta, recursiveCs } from '../../../server/src/privacy/measures/attribute.ts';
import { classesOf, forEachRow, sizesWithout, type MissingRule } from '../../../server/src/privacy/measures/classes.ts';
import { hierarchicalT } from '../../../server/src/privacy/measures/hierarchical.ts';
import { identityRisk } from '../../../server/src/privacy/measures/identity.ts';
import { linkedClasses, populationRisk } from '../../../server/src/privacy/measures/population.ts';

const near = (actual: number, expected: number, within = 1e-12): void =>
  assert.ok(actual === expected || Math.abs(actual - expected) <= within, `${actual} is not ${expected} within ${within}`);

/** Codes of values, in ascending order from 1 on; `undefined` is missing. */
function codesOf<T extends string | number>(values: readonly (T | undefined)[]): Uint32Array {
  const order = [...new Set(values.filter(value => value !== undefined))].sort((a, b) => (a < b ? -1 : 1));
  return Uint32Array.from(values, value => (value === undefined ? 0 : order.indexOf(value) + 1));
}

const sensitiveOf = <T extends string | number>(values: readonly (T | undefined)[]) => ({ codes: codesOf(values), values: new Set(values.filter(value => value !== undefined)).size });

describe('published tables', () => {
  const classes = classesOf([codesOf([1, 1, 1, 2, 2, 2, 3, 3, 3])], 9);

  /** Li, Li and Venkatasubramanian (2007), section 4: salaries in thousands. */
  test('t-closeness by ordered distance: 0.375 for 3, 4 and 5, 0.167 for 6, 8 and 11 of 3 to 11', () => {
    // The class and the rest of the table, which lies half as far from the whole.
    const two = classesOf([codesOf([1, 1, 1, 2, 2, 2, 2, 2, 2])], 9);
    near(attributeRisk(two, sensitiveOf([3, 4, 5, 6, 7, 8, 9, 10, 11])).tOrdered, 0.375);
    near(attributeRisk(two, sensitiveOf([6, 8, 11, 3, 4, 5, 7, 9, 10])).tOrdered, 1 / 6);
  });

  test('the numbers of a class of one value', () => {
    const risk = attributeRisk(classes, sensitiveOf(['a', 'a', 'a', 'a', 'b', 'c', 'a', 'b', 'c']));
    near(risk.alpha, 1);
    assert.equal(risk.distinctL, 1);
    near(risk.entropyL, 1);
    near(risk.beta, (1 - 5 / 9) / (5 / 9));
    near(risk.tEqual, 4 / 9);
  });

  test('recursive (c, l): the commonest against the rest from the l-th on', () => {
    const one = classesOf([], 10);
    const counts = sensitiveOf([...'aaaabbbccd']);
    near(recursiveCs(one, counts, [2])[0] ?? 0, 4 / 6);
    near(recursiveCs(one, counts, [3])[0] ?? 0, 4 / 3);
    assert.equal(recursiveCs(one, counts, [5])[0], Infinity);
  });

  test('hierarchical distance: moving within a branch costs half of moving across', () => {
    const two = classesOf([codesOf([1, 1, 2, 2])], 4);
    const tree = { children: [{ children: [{ code: 1 }, { code: 2 }] }, { children: [{ code: 3 }, { code: 4 }] }] };
    near(hierarchicalT(two, sensitiveOf(['a', 'c', 'b', 'd']), tree), 0.25);
    near(hierarchicalT(two, sensitiveOf(['a', 'b', 'c', 'd']), tree), 0.5);
  });
});

describe('against the definitions', () => {
  const cell = fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined, freq: 5 });
  const table = fc.array(fc.tuple(cell, cell, fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined, freq: 6 }), fc.integer({ min: 1, max: 6 })), { minLength: 1, maxLength: 24 });
  const rules = fc.constantFrom<MissingRule>('own-category', 'wildcard', 'exclude');
  type Row = readonly [number | undefined, number | undefined, number | undefined, number];

  const agree = (a: Row, b: Row, missing: MissingRule): boolean => [0, 1].every(i => a[i] === b[i] || (missing === 'wildcard' && (a[i] === undefined || b[i] === undefined)));
  const counted = (rows: readonly Row[], missing: MissingRule): readonly Row[] => (missing === 'exclude' ? rows.filter(([a, b]) => a !== undefined && b !== undefined) : rows);

  test('sizes, uniqueness and risks', () => {
    fc.assert(fc.property(table, rules, (rows, missing) => {
      const kept = counted(rows, missing);
      const sizes = kept.map(row => kept.filter(other => agree(row, other, missing)).length);
      const classes = classesOf([0, 1].map(i => codesOf(rows.map(row => row[i]))), rows.length, missing);
      const risk = identityRisk(classes);
      assert.equal(risk.rows, kept.length);
      assert.equal(risk.k, kept.length === 0 ? 0 : Math.min(...sizes));
      near(risk.uniqueness, kept.length === 0 ? 0 : sizes.filter(size => size === 1).length / kept.length);
      near(risk.prosecutor.average, kept.length === 0 ? 0 : sizes.reduce((sum, size) => sum + 1 / size, 0) / kept.length);
      near(risk.discernibility, sizes.reduce((sum, size) => sum + size, 0));
      const persons = kept.map(row => new Set(kept.filter(other => agree(row, other, missing)).map(([, , , person]) => person)).size);
      assert.equal(identityRisk(classes, Uint32Array.from(rows, ([, , , person]) => person)).k, kept.length === 0 ? 0 : Math.min(...persons));
    }));
  });

  test('diversity and closeness', () => {
    fc.assert(fc.property(table, rules, (rows, missing) => {
      const kept = counted(rows, missing);
      const classes = classesOf([0, 1].map(i => codesOf(rows.map(row => row[i]))), rows.length, missing);
      const sensitive = sensitiveOf(rows.map(([, , value]) => value));
      const risk = attributeRisk(classes, sensitive, missing);
      const own = missing === 'own-category';
      const valuesOf = (some: readonly Row[]): readonly (number | undefined)[] => some.map(([, , value]) => value).filter(value => own || value !== undefined);
      const share = (values: readonly (number | undefined)[], value: number | undefined): number => values.filter(one => one === value).length / values.length;
      const all = valuesOf(kept);
      const groups = kept.map(row => valuesOf(kept.filter(other => agree(row, other, missing)))).filter(({ length }) => length > 0);
      const worst = (measure: (values: readonly (number | undefined)[]) => number): number => Math.max(0, ...groups.map(measure));
      const domain = [...new Set(all)];
      near(risk.alpha, worst(values => Math.max(...values.map(value => share(values, value)))));
      near(risk.tEqual, worst(values => domain.reduce<number>((sum, value) => sum + Math.abs(share(values, value) - share(all, value)), 0) / 2));
      near(risk.beta, worst(values => Math.max(...values.map(value => share(values, value) / share(all, value) - 1))));
      near(risk.delta, worst(values => Math.max(...values.map(value => Math.abs(Math.log(share(values, value) / share(all, value)))))));
      if (groups.length > 0) {
        assert.equal(risk.distinctL, Math.min(...groups.map(values => new Set(values).size)));
        near(risk.entropyL, Math.min(...groups.map(values => Math.exp([...new Set(values)].reduce<number>((sum, value) => sum - share(values, value) * Math.log(share(values, value)), 0)))), 1e-9);
      }
      near(risk.tOrdered, worst(values => ordered(values, all)), 1e-9);
      assert.equal(risk.keepsEnhancedBeta, keepsEnhancedBeta(classes, sensitive, risk.beta, missing));
      if (all.length > 0) near(risk.enhancedBeta, Math.max(...domain.map(value => Math.min(risk.beta, -Math.log(share(all, value))))));
      assert.equal(keepsEnhancedBeta(classes, sensitive, Infinity, missing), worst(values => Math.max(...values.map(value => share(values, value) / share(all, value) - 1 + Math.log(share(all, value))))) <= 1e-12);
    }));
  });

  function ordered(values: readonly (number | undefined)[], all: readonly (number | undefined)[]): number {
    const present = (some: readonly (number | undefined)[]): readonly number[] => some.filter(value => value !== undefined);
    const [here, whole] = [present(values), present(all)];
    const domain = [...new Set(whole)].sort((a, b) => a - b);
    if (domain.length < 2 || here.length === 0) return 0;
    const below = (some: readonly number[], limit: number): number => some.filter(value => value <= limit).length / some.length;
    return domain.reduce((sum, limit) => sum + Math.abs(below(here, limit) - below(whole, limit)), 0) / (domain.length - 1);
  }
});

describe('a population', () => {
  test('k-map, journalist, marketer, presence', () => {
    const people = [...Array<string>(10).fill('a'), ...Array<string>(4).fill('b'), 'c', 'd'];
    const risk = populationRisk(linkedClasses({ columns: [codesOf(['a', 'a', 'b', 'c', ...people])], rows: 4, missing: 'own-category' }));
    assert.equal(risk.kMap, 1);
    near(risk.journalist.highest, 1);
    near(risk.journalist.average, (2 / 10 + 1 / 4 + 1) / 4);
    near(risk.marketer, (2 / 10 + 1 / 4 + 1) / 4);
    assert.deepEqual(risk.presence, { least: 0, greatest: 1 });
    assert.equal(risk.short, 0);
  });

  test('a table that is no population of the other is told, and the risk is never more than that of the table', () => {
    const risk = populationRisk(linkedClasses({ columns: [codesOf(['a', 'a', 'b', 'a', 'b', 'b'])], rows: 3, missing: 'own-category' }));
    assert.equal(risk.short, 2);
    assert.equal(risk.kMap, 2);
  });

  test('by the definitions, with missing values and persons', () => {
    const cell = fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined, freq: 5 });
    const row = fc.tuple(cell, cell);
    const tables = fc.tuple(fc.array(fc.tuple(cell, cell, fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 12 }), fc.array(row, { maxLength: 20 }));
    fc.assert(fc.property(tables, fc.constantFrom<MissingRule>('own-category', 'wildcard', 'exclude'), fc.boolean(), ([table, everybody], missing, byPerson) => {
      type Pair = readonly [number | undefined, number | undefined, number?];
      const counts = (one: Pair): boolean => missing !== 'exclude' || (one[0] !== undefined && one[1] !== undefined);
      const agree = (a: Pair, b: Pair): boolean => [0, 1].every(i => a[i] === b[i] || (missing === 'wildcard' && (a[i] === undefined || b[i] === undefined)));
      const [rows, people] = [table.filter(counts), everybody.filter(counts)];
      const sizeIn = (of: Pair): number => { const same = rows.filter(one => agree(one, of)); return byPerson ? new Set(same.map(([, , person]) => person)).size : same.length; };
      const sizeOf = (of: Pair): number => Math.max(sizeIn(of), people.filter(one => agree(one, of)).length);
      const columns = [0, 1].map(i => codesOf([...table.map(one => one[i]), ...everybody.map(one => one[i])]));
      const risk = populationRisk(linkedClasses({ columns, rows: table.length, missing, ...(byPerson && { unit: Uint32Array.from(table, one => one[2]) }) }));
      assert.equal(risk.kMap, rows.length === 0 ? 0 : Math.min(...rows.map(sizeOf)));
      near(risk.journalist.average, rows.length === 0 ? 0 : rows.reduce((sum, one) => sum + 1 / sizeOf(one), 0) / rows.length);
      const shares = [...rows, ...people].map(one => sizeIn(one) / sizeOf(one));
      near(risk.presence.least, shares.length === 0 ? 0 : Math.min(...shares));
      near(risk.presence.greatest, Math.max(0, ...shares));
      assert.equal(risk.short, rows.filter(one => people.filter(other => agree(one, other)).length < sizeIn(one)).length);
    }));
  });
});

describe('classes of columns of many values', () => {
  const codes = fc.constantFrom(0, 1, 2, 999, 70_000, 4_000_000);
  const columns = fc.array(fc.tuple(codes, codes, codes, fc.constantFrom(1, 2)), { minLength: 1, maxLength: 40 });
  const sets = (rows: readonly (readonly number[])[], by: readonly number[]): readonly string[] => {
    const groups = new Map<string, number[]>();
    rows.forEach((row, i) => {
      const key = by.map(column => row[column]).join();
      groups.set(key, [...(groups.get(key) ?? []), i]);
    });
    return [...groups.values()].map(group => group.join()).sort();
  };

  test('rows are together that are equal, whatever number their codes make', () => {
    fc.assert(fc.property(columns, rows => {
      const classes = classesOf([0, 1, 2, 3].map(i => Uint32Array.from(rows, row => row[i] ?? 0)), rows.length);
      const found = Array.from({ length: classes.count }, (_, index) => {
        const members: number[] = [];
        forEachRow(classes, index, row => members.push(row));
        return members.join();
      });
      assert.deepEqual(found.sort(), sets(rows, [0, 1, 2, 3]));
    }));
  });

  test('sizes without a column are those of the table without it', () => {
    const few = fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 2 }), fc.nat({ max: 4 })), { minLength: 1, maxLength: 40 });
    fc.assert(fc.property(few, fc.nat({ max: 2 }), (rows, left) => {
      const classes = classesOf([0, 1, 2].map(i => Uint32Array.from(rows, row => row[i] ?? 0)), rows.length);
      const sizes = [...sizesWithout(classes, left) ?? []].sort((a, b) => a - b);
      assert.deepEqual(sizes, sets(rows, [0, 1, 2].filter(i => i !== left)).map(group => group.split(',').length).sort((a, b) => a - b));
    }));
  });
});
