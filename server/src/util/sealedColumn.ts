import type { Column } from '../core/column.ts';
import type { SealedColumn } from '../core/description.ts';
import { typeOf } from './fieldTypes.ts';

/** What a seal remembers of a column; numbers that tell values are left out where they are not to be seen. */
export function sealedColumn(column: Column, isMasked: boolean): SealedColumn {
  const { summary: { missing, distinct, numbers }, name } = column;
  const shown = isMasked ? undefined : numbers;
  return { name, type: typeOf(column), missing, distinct: distinct.count, ...(shown && { minimum: shown.min, maximum: shown.max, mean: shown.mean }) };
}
