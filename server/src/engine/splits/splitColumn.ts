import { knowsAllValues, type Column, type NamedValue } from '../../core/column.ts';
import { SPLIT_ROLES, type SplitRole } from '../../core/description.ts';
import type { SplitPair, TableView } from '../../core/rule.ts';
import { isSplitColumnName, roleOfWord } from '../../util/splitNames.ts';

/** A column that says which part a row is of. */
export interface SplitColumn {
  readonly column: number;
  readonly known: Extract<SplitPair['known'], 'description' | 'column'>;
  readonly parts: readonly SplitPart[];
}

export interface SplitPart {
  readonly role: SplitRole;
  /** The value the rows have, or the first of several. */
  readonly name: string;
  readonly hashes: readonly bigint[];
}

/** Values a split column has at most; a column of more is something else. */
const MOST_VALUES = 8;

/** The declared split column or, where the description says nothing of splits, one whose name and whose every value speak of them. */
export function splitColumnOf({ columns, ml }: TableView): SplitColumn | undefined {
  if (ml?.splits) return declaredColumn(columns, ml.splits.column, ml.splits.parts);
  for (const column of columns) {
    if (!isSplitColumnName(column.name)) continue;
    const values = allValues(column);
    const roles = values?.map(({ text }) => roleOfWord(text));
    if (!values || !roles || roles.length < 2 || roles.includes(undefined)) continue;
    const parts = partsBy(values, (_, i) => roles[i]);
    if (isUsable(parts)) return { column: column.index, known: 'column', parts };
  }
  return undefined;
}

function declaredColumn(columns: readonly Column[], name: string | undefined, declared: Readonly<Partial<Record<SplitRole, readonly string[]>>>): SplitColumn | undefined {
  const column = columns.find(one => one.name === name);
  const values = column && allValues(column);
  if (!column || !values) return undefined;
  const told = Object.keys(declared).length > 0;
  const parts = partsBy(values, ({ text }) => (told ? SPLIT_ROLES.find(role => declared[role]?.includes(text)) : roleOfWord(text)));
  return isUsable(parts) ? { column: column.index, known: 'description', parts } : undefined;
}

const isUsable = (parts: readonly SplitPart[]): boolean => parts.length > 1 && parts.some(({ role }) => role === 'train');

function allValues({ summary, values }: Column): readonly NamedValue[] | undefined {
  return knowsAllValues(summary) && values.length === summary.distinct.count && values.length <= MOST_VALUES ? values : undefined;
}

function partsBy(values: readonly NamedValue[], roleOf: (value: NamedValue, index: number) => SplitRole | undefined): readonly SplitPart[] {
  return SPLIT_ROLES.flatMap((role): readonly SplitPart[] => {
    const own = values.filter((value, i) => roleOf(value, i) === role);
    const [first] = own;
    return first ? [{ role, name: first.text, hashes: own.map(({ hash }) => hash) }] : [];
  });
}
