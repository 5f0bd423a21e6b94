import { knowsAllValues, type Column } from '../../core/column.ts';
import { protectedAs } from '../../core/protected.ts';
import type { TableView } from '../../core/rule.ts';

/** Groups of one column that are looked at one by one: the biggest. */
const MOST_GROUPS = 16;
/** Column summaries that all groups together may have, so that they take about as much memory as a row index. */
const MOST_SUMMARIES = 4096;
/** Columns whose groups are looked at; each costs as much as scanning the table. */
const MOST_COLUMNS = 4;

/** Columns whose groups are to be held against each other: those the description names, else those it annotates as protected attributes. */
export function groupColumnsOf({ columns, ml }: TableView): readonly Column[] {
  return columns.filter(column => protectedAs(column, ml) === 'declared' && hasGroups(column)).slice(0, MOST_COLUMNS);
}

/** How many groups each of `grouping` columns may have in a table of so many columns; in wide tables there is room for none. */
export function groupLimit(columns: number, grouping: number): number {
  const limit = Math.min(MOST_GROUPS, Math.floor(MOST_SUMMARIES / Math.max(1, columns * grouping)));
  return limit >= 2 ? limit : 0;
}

/** Few enough values, all known; a column of measurements has no groups. */
const hasGroups = ({ summary, values }: Column): boolean => knowsAllValues(summary) && values.length >= 2 && summary.classes.float === 0;
