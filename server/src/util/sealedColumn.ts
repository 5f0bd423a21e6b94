import { knowsAllValues, present, type Column } from '../core/column.ts';
import type { SealedColumn } from '../core/description.ts';
import { typeOf } from './fieldTypes.ts';

/** What a seal remembers of a column; numbers that tell values are left out where they are not to be seen. */
export function sealedColumn(column: Column, isMasked: boolean): SealedColumn {
  const { summary: { missing, distinct, numbers }, name } = column;
  const shown = isMasked ? undefined : numbers;
  const categories = isMasked ? undefined : categoriesOf(column);
  return { name, type: typeOf(column), missing, distinct: distinct.count, ...(categories && { values: categories }), ...(shown && { minimum: shown.min, maximum: shown.max, mean: shown.mean }) };
}

/** A column of more different texts is none of categories. */
const MOST_CATEGORIES = 20;

/** All texts of a column that nothing says is personal, where there are few and each stands for several rows. */
function categoriesOf(column: Column): readonly string[] | undefined {
  const { summary: { distinct: { count } }, evidence, values } = column;
  const few = knowsAllValues(column.summary) && values.length === count && count <= MOST_CATEGORIES && count * 3 <= present(column);
  return few && count > 0 && evidence.length === 0 && typeOf(column) === 'string' ? values.map(({ text }) => text).sort() : undefined;
}
