import { classesOf, MISSING, type MissingRule } from './classes.ts';

/** What a table of the population adds: how many people of it share the quasi-identifiers of each class. */
export interface PopulationRisk {
  /** Smallest number of people of the population any row could be (k-map; Sweeney 2002). */
  readonly kMap: number;
  /** The attacker does not know whether the person is in the table. */
  readonly journalist: { readonly highest: number; readonly average: number };
  /** Expected share of rows that are linked rightly with the population. */
  readonly marketer: number;
  /** Least and greatest share of a class of the population that is in the table: delta-presence (Nergiz et al. 2007). Classes nobody is in count as 0. */
  readonly presence: { readonly least: number; readonly greatest: number };
  /** Rows whose class is larger in the table than in the population, which is then no table of all people; such a class counts as it is in the table. */
  readonly short: number;
}

/** Classes of a table and of a population together, by the order of their keys; with wildcards one for each way of being written. */
export interface LinkedClasses {
  readonly count: number;
  /** Rows of the table that are written so. */
  readonly own: Uint32Array;
  /** Rows of the table that agree, or their persons. */
  readonly inTable: Uint32Array;
  /** Rows of the population that agree. */
  readonly people: Uint32Array;
  /** Calls `use` with each row of the table that is written so. */
  forEachOwn(index: number, use: (row: number) => void): void;
}

/** Codes of the table's rows, and those of the population's behind them; equal values have equal codes in both. */
export interface LinkedTables {
  readonly columns: readonly Uint32Array[];
  /** Rows of the table. */
  readonly rows: number;
  readonly missing: MissingRule;
  /** Codes of persons by row of the table; each row is a person of its own without. */
  readonly unit?: Uint32Array | undefined;
}

/** Cuts both tables into classes at once. */
export function linkedClasses({ columns, rows, missing, unit }: LinkedTables): LinkedClasses {
  const { count, order, starts, agreeing } = classesOf(columns, columns[0]?.length ?? 0, missing);
  const forEachOwn = (index: number, use: (row: number) => void): void => {
    for (let at = starts[index] ?? 0, end = starts[index + 1] ?? 0; at < end; at++) {
      const row = order[at] ?? 0;
      if (row < rows) use(row);
    }
  };
  const own = new Uint32Array(count);
  for (let index = 0; index < count; index++) forEachOwn(index, () => { own[index] = (own[index] ?? 0) + 1; });
  const others = own.map((size, index) => (starts[index + 1] ?? 0) - (starts[index] ?? 0) - size);
  const summed = (sizes: Uint32Array): Uint32Array => (agreeing ? sizes.map((_, index) => (agreeing[index] ?? []).reduce((sum, way) => sum + (sizes[way] ?? 0), 0)) : sizes);
  const inTable = unit ? own.map((_, index) => personsOf(agreeing?.[index] ?? [index], unit, forEachOwn)) : summed(own);
  return { count, own, inTable, people: summed(others), forEachOwn };
}

/** A row that does not say whose it is stands for a person of its own. */
function personsOf(ways: readonly number[], unit: Uint32Array, forEachOwn: LinkedClasses['forEachOwn']): number {
  const seen = new Set<number>();
  let nameless = 0;
  for (const way of ways) {
    forEachOwn(way, row => {
      const code = unit[row] ?? MISSING;
      if (code === MISSING) nameless++;
      else seen.add(code);
    });
  }
  return seen.size + nameless;
}

/** People of the population that a row of the class could be: no fewer than there are in the table. */
export const peopleOf = ({ people, inTable }: LinkedClasses, index: number): number => Math.max(people[index] ?? 0, inTable[index] ?? 0);

/** Share of the people of a class that is in the table. */
export const presenceOf = (linked: LinkedClasses, index: number): number => (linked.inTable[index] ?? 0) / peopleOf(linked, index);

/** The measures of all classes; those of no risk where the table has no rows. */
export function populationRisk(linked: LinkedClasses): PopulationRisk {
  let [rows, chances, short, kMap, least, greatest] = [0, 0, 0, Infinity, 1, 0];
  for (let index = 0; index < linked.count; index++) {
    const [own, size] = [linked.own[index] ?? 0, peopleOf(linked, index)];
    const share = presenceOf(linked, index);
    least = Math.min(least, share);
    greatest = Math.max(greatest, share);
    if (own === 0) continue;
    rows += own;
    chances += own / size;
    kMap = Math.min(kMap, size);
    if ((linked.people[index] ?? 0) < (linked.inTable[index] ?? 0)) short += own;
  }
  const average = rows === 0 ? 0 : chances / rows;
  return {
    short, kMap: rows === 0 ? 0 : kMap, journalist: { highest: rows === 0 ? 0 : 1 / kMap, average }, marketer: average,
    presence: { least: linked.count === 0 ? 0 : least, greatest },
  };
}
