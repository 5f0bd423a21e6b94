import { knowsAllValues, present, type Column } from '../core/column.ts';
import type { FieldDescription } from '../core/description.ts';
import type { PresentClass } from '../core/summary.ts';
import { alignNames, type Alignment } from './alignment.ts';

/** How described fields and columns of the data belong together: by their names and by what the columns hold. */
export function alignFields(fields: readonly FieldDescription[], columns: readonly Column[]): Alignment {
  return alignNames(fields.map(field => field.name), columns.map(column => column.name), (expected, actual) => {
    const [field, column] = [fields[expected], columns[actual]];
    return field && column ? fits(field, column) : undefined;
  });
}

/** Share of values that have to be right for a column to be the one that is meant, and that have to be wrong for it not to be. */
const MOST = 0.9;
/** Fewer values than this tell nothing. */
const FEWEST = 3;

/** Values of an enumeration tell what a column is; a type only tells what it is not. */
function fits(field: FieldDescription, column: Column): boolean | undefined {
  const there = present(column);
  if (there < FEWEST) return undefined;
  const allowed = field.constraints.enum;
  if (allowed && knowsAllValues(column.summary)) {
    const known = new Set(allowed.map(String));
    const right = column.values.reduce((sum, { text, count }) => sum + (known.has(text) ? count : 0), 0);
    return right >= MOST * there;
  }
  const classes = CLASSES[field.type];
  if (!classes || field.lexical || field.separator !== undefined || (field.format ?? 'default') !== 'default') return undefined;
  const right = classes.reduce((sum, kind) => sum + column.summary.classes[kind], 0);
  return right < (1 - MOST) * there ? false : undefined;
}

/** Classes of cells that values of a type have as a rule; types that are not here may look like anything. */
const CLASSES: Readonly<Record<string, readonly PresentClass[]>> = {
  integer: ['integer', 'digits'], number: ['integer', 'float', 'digits'], year: ['integer', 'digits'], date: ['date'], datetime: ['datetime', 'text'],
};
