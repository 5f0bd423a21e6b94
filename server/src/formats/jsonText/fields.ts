import type { StructuralFact } from '../../core/structure.ts';
import { KIND_NAMES, NO_COLUMN } from './kinds.ts';
import type { PathNode } from './paths.ts';

/** For each column what its values are, at the first key. A path of values as well as arrays has a fact for both, and the second refers to the first. */
export function fieldFacts(root: PathNode): readonly StructuralFact[] {
  const facts: StructuralFact[] = [];
  const open: PathNode[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    facts.push(...factsOf(node));
    for (const child of node.children) open.push(child);
  }
  return facts.sort((a, b) => (a.numbers['column'] ?? 0) - (b.numbers['column'] ?? 0));
}

function factsOf(node: PathNode): readonly StructuralFact[] {
  const columns = node.columns.filter(column => column >= 0 && column !== NO_COLUMN);
  const [of = -1] = columns;
  if (node.firstRow < 0) return [];
  const place = { at: 'text', row: node.firstRow, start: node.keyStart, end: node.keyEnd } as const;
  return columns.map((column): StructuralFact => ({ kind: 'field', place, numbers: { column, of, record: node.firstValue, ...countsOf(node, column === of) } }));
}

function countsOf(node: PathNode, counted: boolean): Readonly<Record<string, number>> {
  const counts: Record<string, number> = Object.fromEntries(KIND_NAMES.map(name => [name, 0]));
  if (counted) KIND_NAMES.forEach((name, kind) => (counts[name] = (counts[name] ?? 0) + (node.counts[kind] ?? 0)));
  return counts;
}
