import type { StructuralFact, StructuralKind } from './structure.ts';
import { FACT_LIMIT, STRUCTURAL_KINDS } from './structure.ts';

/** Chunks tell of one such fact each; how many chunks there were must not show. */
const FIRST_ONLY: ReadonlySet<StructuralKind> = new Set<StructuralKind>(['invalid-utf8', 'deep-nesting', 'column-limit', 'wrong-container']);

/** One fact a column: of several the first holds, and what they count is added up. */
const ONE_A_COLUMN: ReadonlySet<StructuralKind> = new Set<StructuralKind>(['duplicate-key', 'unsafe-number', 'field']);
/** Numbers that are not counts. */
const FIXED: ReadonlySet<string> = new Set(['column', 'record', 'literal', 'nested']);

/** Facts in the order they were met; of each kind the first are listed and the rest is counted. Lists of consecutive parts add up to the list of the whole. */
export class FactList {
  readonly #listed: StructuralFact[] = [];
  readonly #columns = new Map<string, StructuralFact>();
  readonly #counts = new Map<StructuralKind, number>();

  add(fact: StructuralFact): void {
    if (ONE_A_COLUMN.has(fact.kind)) {
      const { column = 0, literal = 0, nested = 0 } = fact.numbers;
      const key = `${fact.kind} ${column} ${literal} ${nested}`;
      const first = this.#columns.get(key);
      this.#columns.set(key, first ? { ...first, numbers: addCounts(first.numbers, fact.numbers) } : fact);
      return;
    }
    const count = (this.#counts.get(fact.kind) ?? 0) + 1;
    if (count > 1 && FIRST_ONLY.has(fact.kind)) return;
    this.#counts.set(fact.kind, count);
    if (count <= FACT_LIMIT) this.#listed.push(fact);
  }

  /** Adds what another list holds, what it only counted included. */
  addAll(facts: readonly StructuralFact[]): void {
    for (const fact of facts) {
      const kind = fact.kind === 'not-listed' ? STRUCTURAL_KINDS[fact.numbers['kind'] ?? -1] : undefined;
      if (kind) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + (fact.numbers['count'] ?? 0));
      else this.add(fact);
    }
  }

  list(): readonly StructuralFact[] {
    const beyond = [...this.#counts].filter(([, count]) => count > FACT_LIMIT).map(([kind, count]): StructuralFact => ({
      kind: 'not-listed', place: { at: 'file' }, numbers: { kind: STRUCTURAL_KINDS.indexOf(kind), count: count - FACT_LIMIT },
    }));
    return [...this.#listed, ...this.#columns.values(), ...beyond];
  }
}

type Numbers = StructuralFact['numbers'];

/** A record is the first of its kind, -1 where there was none yet. */
function addCounts(first: Numbers, next: Numbers): Numbers {
  const sums = Object.entries(first).map(([key, number]) => [key, FIXED.has(key) ? number : number + (next[key] ?? 0)] as const);
  return { ...Object.fromEntries(sums), ...(first['record'] === -1 && next['record'] !== undefined && { record: next['record'] }) };
}
