import type { Query } from '../../core/query.ts';

/**
 * Whether a cell or row answers a query by itself, whatever stands before it or in other tables: then stretches of a file can be asked apart. What a
 * search for digests says of a row depends on how many were looked at in vain.
 */
export function standsAlone(query: Query): boolean {
  switch (query.is) {
    case 'and':
    case 'or': return query.of.every(standsAlone);
    case 'not': return standsAlone(query.of);
    case 'step':
    case 'repeated':
    case 'occurs-in':
    case 'duplicate':
    case 'conflict':
    case 'in-other':
    case 'not-in-other':
    case 'digest':
    case 'near-duplicate':
    case 'near-other': return false;
    default: return true;
  }
}
