import type { ColumnFactsInFull, ProfileFinding } from '../../../../../server/src/protocol/messages.ts';

export const SORT_KEYS = ['position', 'column', 'type', 'missing', 'findings', 'distinct', 'min', 'quartiles', 'max'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface Sorting {
  readonly key: SortKey;
  readonly descending: boolean;
}

/** The columns whose name or type has the text of the filter, in order; those without the value that counts stand last whichever way. */
export function arrange(columns: readonly ColumnFactsInFull[], filter: string, { key, descending }: Sorting): readonly ColumnFactsInFull[] {
  const wanted = filter.trim().toLocaleLowerCase();
  const direction = descending ? -1 : 1;
  return columns.filter(column => `${column.name}\n${column.typeText}`.toLocaleLowerCase().includes(wanted)).sort((a, b) => {
    const [left, right] = [valueOf(a, key), valueOf(b, key)];
    if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined) || a.index - b.index;
    const order = typeof left === 'string' || typeof right === 'string' ? String(left).localeCompare(String(right)) : left - right;
    return order * direction || a.index - b.index;
  });
}

function valueOf(column: ColumnFactsInFull, key: SortKey): number | string | undefined {
  switch (key) {
    case 'position': return column.index;
    case 'column': return column.name;
    case 'type': return column.typeText;
    case 'missing': return missingShare(column);
    case 'distinct': return column.distinct.count;
    case 'min': return column.numbers?.min;
    case 'quartiles': return column.numbers?.quantiles[50];
    case 'max': return column.numbers?.max;
    case 'findings': return column.findings.reduce((sum, finding) => sum + WEIGHTS[finding.severity], 0);
  }
}

/** One of a kind weighs more than all of the lesser ones that a column can have. */
const WEIGHTS: Readonly<Record<ProfileFinding['severity'], number>> = { error: 1e9, warning: 1e6, information: 1e3, hint: 1 };

export const missingShare = ({ missing, cells }: ColumnFactsInFull): number => (cells === 0 ? 0 : missing / cells);
