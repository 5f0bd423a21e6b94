import { knowsAllValues } from '../core/column.ts';
import type { CellQuery } from '../core/query.ts';
import type { ColumnSummary } from '../core/summary.ts';

/**
 * False where the summary of a column proves that no cell answers a query, so that no pass has to look for one. A clean column is asked many questions
 * and should cost none.
 */
export function mayMatch(query: CellQuery, summary: ColumnSummary): boolean {
  const { numbers, missing, length } = summary;
  const present = summary.cells - missing;
  switch (query.is) {
    case 'class': return query.classes.some(kind => summary.classes[kind] > 0);
    case 'missing': return query.spellings ? query.spellings.some(index => (summary.missingBySpelling[index] ?? 0) > 0) : missing > 0;
    case 'outside': return numbers !== undefined && (numbers.min < query.low || numbers.max > query.high);
    case 'beyond': return numbers !== undefined && (query.side === 'below' ? numbers.min <= query.bound : numbers.max >= query.bound);
    case 'length': return present > 0 && (length.max > (query.over ?? Infinity) || Math.ceil(length.min / MOST_BYTES) < (query.under ?? 0));
    case 'decimals': return summary.classes.float > 0;
    case 'off-step': return numbers !== undefined;
    case 'in': return present > 0 && !(knowsAllValues(summary) && isNoneOf(query.values, summary));
    case 'quoted': return query.not === true || summary.quoted > 0;
    case 'characters': return present > 0 && (summary.nonAscii > 0 || ASCII_TOO.has(query.of));
    case 'repeated': return !(summary.distinct.exact && summary.distinct.count === present);
    case 'and': return query.of.every(part => mayMatch(part, summary));
    case 'or': return query.of.some(part => mayMatch(part, summary));
    case 'absent': return true;
    default: return present > 0;
  }
}

/** Bytes of the longest character in UTF-8. */
const MOST_BYTES = 4;
/** Classes of characters that a cell of ASCII can hold. */
const ASCII_TOO: ReadonlySet<string> = new Set(['line-break', 'outer-space']);

/** Texts would have to be hashed first; they are few and left to the pass. */
function isNoneOf(values: readonly (bigint | string)[], { values: kept }: ColumnSummary): boolean {
  const hashes = new Set(kept.map(({ hash }) => hash));
  return values.every(value => typeof value === 'bigint' && !hashes.has(value));
}
