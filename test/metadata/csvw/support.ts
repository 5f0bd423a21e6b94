import type { Finding } from '../../../server/src/core/finding.ts';
import type { Rule } from '../../../server/src/core/rule.ts';
import { allRules } from '../../../server/src/engine/registry.ts';
import { createKernel } from '../../../server/src/kernel/kernel.ts';
import type { Cut } from '../../harness/check.ts';
import { checkDataset } from '../../harness/dataset.ts';

const kernel = createKernel();
/** Rules about descriptions and about what they say of data; the others have opinions of their own. */
const RULES = allRules.filter(({ scope }) => scope === 'metadata' || scope === 'resource' || scope === 'reference');

/** What is found in a document and in the tables beside it. Values of the map are texts, or what JSON is made of. */
export function findingsIn(files: Readonly<Record<string, unknown>>, cut: Cut = 'whole', rules: readonly Rule[] = RULES): Promise<readonly Finding[]> {
  const bytes = (content: unknown): Uint8Array => new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return checkDataset(new Map(Object.entries(files).map(([name, content]) => [name, { bytes: bytes(content) }])), rules, kernel, cut);
}

export type Verdict = 'fine' | 'warned' | 'wrong';

/** What a validator of the recommendation says: an error, or at least a warning, or neither. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some(({ severity }) => severity === 'error')) return 'wrong';
  return findings.some(({ severity }) => severity === 'warning') ? 'warned' : 'fine';
}

export const CONTEXT = 'http://www.w3.org/ns/csvw';

/** One column, called `x`, over cells of one table. */
export function oneColumn(column: object, cells: readonly string[]): Readonly<Record<string, unknown>> {
  const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return {
    't.csv-metadata.json': { '@context': CONTEXT, url: 't.csv', tableSchema: { columns: [{ titles: 'k' }, { titles: 'x', ...column }] } },
    't.csv': `k,x\n${cells.map((cell, i) => `${i},${quoted(cell)}\n`).join('')}`,
  };
}
