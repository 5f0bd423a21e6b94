import { knowsAllValues, type Column } from '../../core/column.ts';
import type { Datatype } from '../../core/description.ts';
import type { PresentClass } from '../../core/summary.ts';
import { valueTest } from './datatypes.ts';

/** Whether the summary proves that all cells of a column are of a datatype: by their class, or because all values are known. */
export function isAllOf(datatype: Datatype, { summary, values }: Column): boolean {
  const fitting = datatype.pattern === undefined ? FITTING[datatype.base] : undefined;
  if (fitting && CLASSES.every(one => fitting.includes(one) || summary.classes[one] === 0)) return true;
  const fits = valueTest(datatype);
  return knowsAllValues(summary) && values.every(({ text }) => fits(text));
}

const CLASSES: readonly PresentClass[] = ['integer', 'float', 'boolean', 'date', 'datetime', 'text', 'digits'];
const WHOLE: readonly PresentClass[] = ['integer', 'digits'];
const REAL: readonly PresentClass[] = ['integer', 'float', 'digits'];

/** Classes whose cells are values of a datatype, every one. A float may have an exponent, which decimals do not. */
const FITTING: Readonly<Record<string, readonly PresentClass[]>> = { integer: WHOLE, decimal: WHOLE, number: REAL, double: REAL, float: REAL };

/** Values among the known ones that are none of the datatype, most frequent first. */
export function strangersTo(datatype: Datatype, { values }: Column): Column['values'] {
  const fits = valueTest(datatype);
  return values.filter(({ text }) => !fits(text));
}
