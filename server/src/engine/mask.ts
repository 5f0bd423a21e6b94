import { isAnnotatedPersonal } from '../core/description.ts';
import type { TableView } from '../core/rule.ts';

/** For a column, how its values may be shown outside the data; `undefined` where they may be shown as they are. */
export type ColumnMasks = (column: number) => ((text: string) => string) | undefined;

/**
 * Values of a column are masked wherever they are shown when the column is annotated as personal or when any detector found anything in it, unless
 * its annotation says that it is not personal.
 */
export function masksOf(table: TableView | undefined): ColumnMasks {
  return index => {
    const column = table?.columns[index];
    if (!column || column.field?.privacy?.notPersonal) return undefined;
    const detector = column.evidence[0]?.detector;
    if (detector) return text => (detector.accepts(text) ? detector.mask(text) : maskText(text));
    return isAnnotatedPersonal(column.field) ? maskText : undefined;
  };
}

/** Keeps the first character of a value and nothing else, not even its length. */
const maskText = (text: string): string => (text === '' ? '' : `${[...text][0] ?? ''}•••`);
