import { name, say } from '../../core/message.ts';
import type { DocumentNode, SyntaxProblem } from './tree.ts';

/** Keys that occur twice in one object: readers disagree on which counts, and one of the two is lost. */
export function repeatedKeys(root: DocumentNode): readonly SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  const pending: DocumentNode[] = [root];
  const visited = new Set<DocumentNode>();
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (visited.has(node)) continue;
    visited.add(node);
    if (node.kind === 'array') pending.push(...node.items);
    if (node.kind !== 'object') continue;
    const seen = new Set<string>();
    for (const { key, keySpan, value } of node.properties) {
      if (seen.has(key)) problems.push({ ...keySpan, message: say`${name(key)} occurs twice here; only the last one counts` });
      seen.add(key);
      pending.push(value);
    }
  }
  return problems.sort((a, b) => a.start - b.start);
}
