import { classesOf, forEachRow, MISSING, ownSize, sizeOf, type Classes } from './classes.ts';

/** What the sizes of equivalence classes say of the risk that a person is found again. Shares are of the rows that count. */
export interface IdentityRisk {
  readonly rows: number;
  readonly classes: number;
  /** Size of the smallest class: k-anonymity (Sweeney 2002). 0 where there are no rows. */
  readonly k: number;
  /** Share of rows that are alone in their class. */
  readonly uniqueness: number;
  /** The attacker knows that the person is in the table: the highest and the average probability to be right. */
  readonly prosecutor: { readonly highest: number; readonly average: number };
  /** Expected share of rows an attacker gets right who links all of them; without a population the same as the prosecutor's average. */
  readonly marketer: number;
  /** Sum of the squares of the class sizes (Bayardo and Agrawal 2005), and the average class size over k (LeFevre et al. 2006). */
  readonly discernibility: number;
  readonly averageClassSize: number;
}

/**
 * `unit` gives for each row the code of the person it is about; then classes are as large as the number of their persons.
 * With wildcards a class is counted once for each row that is written so.
 */
export function identityRisk(classes: Classes, unit?: Uint32Array, sizes = sizesOf(classes, unit)): IdentityRisk {
  return identityOf(sizes, index => ownSize(classes, index));
}

/** The same of classes of which nothing is known but how many rows each has. */
export const identityOfSizes = (sizes: Uint32Array): IdentityRisk => identityOf(sizes, index => sizes[index] ?? 0);

/** `rowsIn` gives the rows that are written as the class is, which are fewer than its size where missing values agree with others. */
function identityOf(sizes: Uint32Array, rowsIn: (index: number) => number): IdentityRisk {
  let k = Infinity;
  let [rows, alone, chances, squares] = [0, 0, 0, 0];
  for (let index = 0; index < sizes.length; index++) {
    const size = sizes[index] ?? 0;
    const own = rowsIn(index);
    if (size < k) k = size;
    if (size === 1) alone += own;
    rows += own;
    chances += own / size;
    squares += own * size;
  }
  const average = rows === 0 ? 0 : chances / rows;
  return {
    rows, classes: sizes.length, k: rows === 0 ? 0 : k, uniqueness: rows === 0 ? 0 : alone / rows, prosecutor: { highest: rows === 0 ? 0 : 1 / k, average },
    marketer: average, discernibility: squares, averageClassSize: rows === 0 ? 0 : rows / sizes.length,
  };
}

/** Rows, or persons, of each class. */
export function sizesOf(classes: Classes, unit?: Uint32Array): Uint32Array {
  const sizes = new Uint32Array(classes.count);
  const persons = unit && personsIn(unit);
  for (let index = 0; index < classes.count; index++) sizes[index] = persons ? persons(classes, index) : sizeOf(classes, index);
  return sizes;
}

/** Counts the persons of classes. A row that does not say whose it is stands for a person of its own. */
function personsIn(unit: Uint32Array): (classes: Classes, index: number) => number {
  const lastSeen = new Map<number, number>();
  return (classes, index) => {
    let count = 0;
    forEachRow(classes, index, row => {
      const code = unit[row] ?? MISSING;
      if (code !== MISSING && lastSeen.get(code) === index) return;
      lastSeen.set(code, index);
      count++;
    });
    return count;
  };
}

/** Codes of persons that several columns tell apart together. Rows that lack one of them have code 0. */
export function unitsOf(columns: readonly Uint32Array[], rows: number): Uint32Array {
  const classes = classesOf(columns, rows, 'exclude');
  const units = new Uint32Array(rows);
  for (let index = 0; index < classes.count; index++) forEachRow(classes, index, row => { units[row] = index + 1; });
  return units;
}
