import type { StructuralFact, StructuralKind } from '../../core/structure.ts';
import { FACT_LIMIT, STRUCTURAL_KINDS } from '../../core/structure.ts';

/** Facts in the order they were met; of each kind the first are listed and the rest is counted. */
export class FactList {
  readonly #listed: StructuralFact[] = [];
  readonly #counts = new Map<StructuralKind, number>();

  add(fact: StructuralFact): void {
    const count = (this.#counts.get(fact.kind) ?? 0) + 1;
    this.#counts.set(fact.kind, count);
    if (count <= FACT_LIMIT) this.#listed.push(fact);
  }

  /** Keeps only the first fact of its kind: chunks tell of one each, and how many chunks there are must not show. */
  addFirst(fact: StructuralFact): void {
    if (!this.#counts.has(fact.kind)) this.add(fact);
  }

  list(): readonly StructuralFact[] {
    const beyond = [...this.#counts].filter(([, count]) => count > FACT_LIMIT).map(([kind, count]): StructuralFact => ({
      kind: 'not-listed', place: { at: 'file' }, numbers: { kind: STRUCTURAL_KINDS.indexOf(kind), count: count - FACT_LIMIT },
    }));
    return [...this.#listed, ...beyond];
  }
}
