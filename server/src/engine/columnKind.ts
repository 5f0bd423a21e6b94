import { categoriesOf } from '../core/categories.ts';
import { type Column, present } from '../core/column.ts';
import type { FieldType } from '../core/description.ts';
import type { PresentClass } from '../core/summary.ts';
import { namedLikeKey } from '../core/target.ts';

/** What a column is to somebody who looks at it. Broader than the types of Table Schema: one stray cell does not make numbers text. */
export const COLUMN_KINDS = ['integer', 'number', 'date', 'datetime', 'boolean', 'category', 'text', 'id'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** The kind of a column: as declared, else what nearly all of its present cells are; `undefined` for a column without values. */
export function kindOf(column: Column): ColumnKind | undefined {
  if (present(column) === 0) return undefined;
  const main = declaredClass(column.field?.type) ?? mainClass(column);
  if (isKey(column) && (main === 'integer' || main === 'text' || main === 'digits')) return 'id';
  if (main === 'digits') return 'id';
  if (main === 'float') return 'number';
  if (main === 'boolean' || main === 'date' || main === 'datetime') return main;
  if (main === 'integer') return 'integer';
  return categoriesOf(column, MOST_CATEGORIES) ? 'category' : 'text';
}

/** As in the kernel's sample, which knows the values of columns with no more than that. */
const MOST_CATEGORIES = 256;
/** Share of the present cells that must agree. */
const NEARLY_ALL = 0.9;

function mainClass(column: Column): PresentClass {
  const { classes } = column.summary;
  const total = present(column);
  const most = (...kinds: readonly PresentClass[]): boolean => kinds.reduce((sum, kind) => sum + classes[kind], 0) >= total * NEARLY_ALL;
  if (most('integer')) return 'integer';
  if (most('integer', 'float')) return 'float';
  if (most('integer', 'digits') && classes.digits > 0) return 'digits';
  return (['boolean', 'date', 'datetime'] as const).find(kind => most(kind)) ?? 'text';
}

function declaredClass(type: FieldType | undefined): PresentClass | undefined {
  switch (type) {
    case 'integer': case 'year': return 'integer';
    case 'number': return 'float';
    case 'boolean': return 'boolean';
    case 'date': case 'datetime': return type;
    default: return undefined;
  }
}

/** Called like an identifier, and different in nearly every row. */
function isKey(column: Column): boolean {
  return namedLikeKey(column.name) && column.summary.distinct.count >= present(column) * NEARLY_ALL;
}
