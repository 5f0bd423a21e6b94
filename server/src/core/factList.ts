import type { StructuralFact, StructuralKind } from './structure.ts';
import { FACT_LIMIT, STRUCTURAL_KINDS } from './structure.ts';

/** Chunks tell of one such fact each; how many chunks there were must not show. */
const FIRST_ONLY: ReadonlySet<StructuralKind> = new Set<StructuralKind>(['invalid-utf8']);

/** Facts in the order they were met; of each kind the first are listed and the rest is counted. Lists of consecutive parts add up to the list of the whole. */
export class FactList {
  readonly #listed: StructuralFact[] = [];
  readonly #counts = new Map<StructuralKind, number>();

  add(fact: StructuralFact): void {
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
    return [...this.#listed, ...beyond];
  }
}
