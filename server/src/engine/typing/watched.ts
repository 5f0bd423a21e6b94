import type { Column } from '../../core/column.ts';
import type { ColumnSummary } from '../../core/summary.ts';

/** What of a column a keystroke can change, each a bit of a mask. All else stays as the last whole check saw it. */
const FACT = { cells: 1, missing: 2, missingBySpelling: 4, classes: 8, quoted: 16, withAt: 32, nonAscii: 64, length: 128, numbers: 256 } as const;
const EVERY = 511;

/** Which facts of which columns somebody looked at, and whether at the number of records. */
export class Looks {
  records = false;
  readonly #facts: Uint16Array;

  constructor(columns: number) {
    this.#facts = new Uint16Array(columns);
  }

  at(column: number, facts: number): void {
    this.#facts[column] = (this.#facts[column] ?? 0) | facts;
  }

  /** Whether anything that was looked at is among what changed. */
  meet({ records, facts }: Changes): boolean {
    if (this.records && records) return true;
    for (let i = 0; i < facts.length; i++) if (((this.#facts[i] ?? 0) & (facts[i] ?? 0)) !== 0) return true;
    return false;
  }
}

/** What changed from one state of a table to the next: whether the number of records, and which facts of each column. */
export interface Changes {
  readonly records: boolean;
  readonly facts: Uint16Array;
}

/** Notes for whoever is running at the moment what it looks at. */
export class Watcher {
  readonly #columns: number;
  #looks: Looks | undefined;

  constructor(columns: number) {
    this.#columns = columns;
  }

  /** Runs something and tells what it looked at. */
  watch<T>(run: () => T): { readonly result: T; readonly looks: Looks } {
    const looks = new Looks(this.#columns);
    this.#looks = looks;
    try {
      return { result: run(), looks };
    } finally {
      this.#looks = undefined;
    }
  }

  records(count: number): number {
    if (this.#looks) this.#looks.records = true;
    return count;
  }

  /** The column, with an eye on whoever looks at what a keystroke can change of it. */
  column(column: Column): Column {
    const { index, summary, nullSpellings } = column;
    const watched = this.#summary(index, summary);
    const spelled = (): Column['nullSpellings'] => this.#see(index, FACT.missingBySpelling, nullSpellings);
    return { ...column, summary: watched, get nullSpellings() { return spelled(); } };
  }

  #summary(index: number, now: ColumnSummary): ColumnSummary {
    const see = <T>(fact: number, value: T): T => this.#see(index, fact, value);
    return {
      get cells() { return see(FACT.cells, now.cells); },
      get missing() { return see(FACT.missing, now.missing); },
      get missingBySpelling() { return see(FACT.missingBySpelling, now.missingBySpelling); },
      get classes() { return see(FACT.classes, now.classes); },
      get quoted() { return see(FACT.quoted, now.quoted); },
      get withAt() { return see(FACT.withAt, now.withAt); },
      get nonAscii() { return see(FACT.nonAscii, now.nonAscii); },
      get length() { return see(FACT.length, now.length); },
      get numbers() { return see(FACT.numbers, now.numbers); },
      distinct: now.distinct,
      values: now.values,
    };
  }

  #see<T>(column: number, fact: number, value: T): T {
    this.#looks?.at(column, fact);
    return value;
  }
}

/** The facts that differ between two states of a column, as bits; all where there was no state before. `sameNumbers`: whether the exact sums are the same. */
export function changedFacts(before: ColumnSummary | undefined, now: ColumnSummary, sameNumbers: boolean): number {
  if (!before) return EVERY;
  let changed = sameNumbers ? 0 : FACT.numbers;
  if (before.cells !== now.cells) changed |= FACT.cells;
  if (before.missing !== now.missing) changed |= FACT.missing;
  if (now.missingBySpelling.some((count, i) => count !== before.missingBySpelling[i])) changed |= FACT.missingBySpelling;
  if (!sameCounts(before.classes, now.classes)) changed |= FACT.classes;
  if (before.quoted !== now.quoted) changed |= FACT.quoted;
  if (before.withAt !== now.withAt) changed |= FACT.withAt;
  if (before.nonAscii !== now.nonAscii) changed |= FACT.nonAscii;
  if (!sameCounts(before.length, now.length)) changed |= FACT.length;
  return changed;
}

function sameCounts<K extends string>(before: Readonly<Record<K, number>>, now: Readonly<Record<K, number>>): boolean {
  for (const key in now) if (before[key] !== now[key]) return false;
  return true;
}
