import { knowsAllValues, present } from '../../core/column.ts';
import type { Column } from '../../core/column.ts';

/** Shorter cells have no room for a part and words around it. */
const SHORTEST = 12;

/** Whether a column may have parts inside its cells. */
export const isText = (column: Column): boolean => column.summary.classes.text * 2 > present(column) && column.summary.length.max >= SHORTEST;

/** Whether some texts of a column were not looked at, and all of them are so few bytes that a look at each costs next to nothing. */
export const mayBeUnseen = (column: Column): boolean =>
  isText(column) && !knowsAllValues(column.summary) && column.summary.length.mean * present(column) <= SMALL;

const SMALL = 1 << 19;
