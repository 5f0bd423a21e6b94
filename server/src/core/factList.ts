import { comparePlaces } from './place.ts';
import type { StructuralFact, StructuralKind } from './structure.ts';
import { FACT_LIMIT, groupKey, groupNumbers, STRUCTURAL_KINDS } from './structure.ts';

/** Chunks tell of one such fact of a group each; how many chunks there were must not show. Spans are told of one by one. */
const TOLD_ONCE: ReadonlySet<StructuralKind> = new Set<StructuralKind>(['invalid-utf8', 'characters', 'deep-nesting', 'column-limit', 'wrong-container']);

/** One fact a column: of several the first holds, and what they count is added up. */
const ONE_A_COLUMN: ReadonlySet<StructuralKind> = new Set<StructuralKind>(['not-an-object', 'duplicate-key', 'unsafe-number', 'field', 'mojibake', 'lost-characters']);
/** Numbers that are not counts. */
const FIXED: ReadonlySet<string> = new Set(['column', 'of', 'record', 'literal', 'nested', 'array']);

interface Group {
  readonly kind: StructuralKind;
  readonly numbers: StructuralFact['numbers'];
  count: number;
  listed: number;
}

/**
 * Facts in the order they were met; of each kind the first are listed, and the first of each group, and the rest is counted by group.
 * Lists of consecutive parts add up to the list of the whole.
 */
export class FactList {
  readonly #listed: StructuralFact[] = [];
  readonly #columns = new Map<string, StructuralFact>();
  readonly #counts = new Map<StructuralKind, number>();
  readonly #groups = new Map<string, Group>();

  add(fact: StructuralFact): void {
    if (ONE_A_COLUMN.has(fact.kind)) {
      const { column = 0, literal = 0, nested = 0, array = 0 } = fact.numbers;
      const key = `${fact.kind} ${column} ${literal} ${nested} ${array}`;
      const first = this.#columns.get(key);
      this.#columns.set(key, first ? { ...first, numbers: addCounts(first.numbers, fact.numbers) } : fact);
      return;
    }
    const count = (this.#counts.get(fact.kind) ?? 0) + 1;
    if (TOLD_ONCE.has(fact.kind) && fact.place.at !== 'span' && this.#groups.has(groupKey(fact.kind, fact.numbers))) return;
    const group = this.#count(fact.kind, fact.numbers, 1);
    if (count > FACT_LIMIT && group.count > 1) return;
    group.listed++;
    this.#listed.push(fact);
  }

  /** Adds what another list holds, what it only counted included. */
  addAll(facts: readonly StructuralFact[]): void {
    for (const fact of facts) {
      const kind = fact.kind === 'not-listed' ? STRUCTURAL_KINDS[fact.numbers['kind'] ?? -1] : undefined;
      if (kind) this.#count(kind, fact.numbers, fact.numbers['count'] ?? 0);
      else this.add(fact);
    }
  }

  list(): readonly StructuralFact[] {
    const beyond = [...this.#groups.values()].filter(({ count, listed }) => count > listed).map(({ kind, numbers, count, listed }): StructuralFact => ({
      kind: 'not-listed', place: { at: 'file' }, numbers: { ...numbers, kind: STRUCTURAL_KINDS.indexOf(kind), count: count - listed },
    }));
    // How the file was cut decides in which order facts of different kinds are met.
    const order = (kind: StructuralKind): number => STRUCTURAL_KINDS.indexOf(kind);
    return [...this.#listed.sort((a, b) => order(a.kind) - order(b.kind) || comparePlaces(a.place, b.place)), ...this.#byColumn(), ...beyond];
  }

  /** In an order that does not depend on how the file was cut: parts tell of their columns at their end. */
  #byColumn(): readonly StructuralFact[] {
    const column = ({ numbers }: StructuralFact): number => numbers['column'] ?? 0;
    return [...this.#columns].sort(([a, one], [b, other]) => column(one) - column(other) || (a < b ? -1 : 1)).map(([, fact]) => fact);
  }

  #count(kind: StructuralKind, numbers: StructuralFact['numbers'], more: number): Group {
    const key = groupKey(kind, numbers);
    const group = this.#groups.get(key) ?? { kind, numbers: groupNumbers(kind, numbers), count: 0, listed: 0 };
    group.count += more;
    this.#groups.set(key, group);
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + more);
    return group;
  }
}

type Numbers = StructuralFact['numbers'];

/** A record is the first of its kind, -1 where there was none yet. */
function addCounts(first: Numbers, next: Numbers): Numbers {
  const sums = Object.entries(first).map(([key, number]) => [key, FIXED.has(key) ? number : number + (next[key] ?? 0)] as const);
  return { ...Object.fromEntries(sums), ...(first['record'] === -1 && next['record'] !== undefined && { record: next['record'] }) };
}
