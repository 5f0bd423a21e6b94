import { present } from '../core/column.ts';
import type { Column } from '../core/column.ts';
import type { TableView } from '../core/rule.ts';
import { namedLikeKey } from '../core/target.ts';
import { pointsOf, trendOf } from './rowOrder.ts';

/** A numeric column of a table whose rows are in the order of time. */
export interface TimeSeries {
  readonly column: Column;
  readonly time: Column;
  /** True where the description names the time column. */
  readonly declared: boolean;
  /** One number a row, none missing. */
  readonly numbers: Float64Array;
}

/** Columns that are looked at. */
const MOST_COLUMNS = 50;
/** Numbers with fewer distinct values are codes or answers. */
const FEWEST_VALUES = 10;
/** Values of the time column from which its order is told. */
const LOOKED = 12;

/**
 * The series of a table: its whole numeric columns, row by row, where one column of times rises from each row to the next. None where the sample is not
 * the whole table, for then the rows between are not known, nor where one moment has several rows: these are several series in one.
 */
export function* seriesOf({ columns, ml, sample }: TableView, least: number): Iterable<TimeSeries> {
  const declared = columns.find(column => column.name === ml?.time);
  const time = declared ? [declared].find(risesByRow) : columns.find(column => column.summary.numbers === undefined && risesByRow(column));
  if (!time || !sample?.whole || sample.rows.length < least) return;
  for (const column of columns.filter(one => one !== time && isQuantity(one)).slice(0, MOST_COLUMNS)) {
    const { numbers = new Float64Array() } = sample.column(column.index) ?? {};
    if (numbers.length > 0 && numbers.every(number => Number.isFinite(number))) yield { column, time, declared: declared !== undefined, numbers };
  }
}

const isQuantity = ({ name, summary: { cells, missing, numbers, distinct } }: Column): boolean =>
  !namedLikeKey(name) && missing === 0 && numbers?.count === cells && distinct.count >= FEWEST_VALUES;

/** Moments or numbers that are all different and rise, as far as those show whose rows are known. */
function risesByRow(column: Column): boolean {
  const { missing, distinct, classes } = column.summary;
  const n = present(column);
  const kind = classes.date + classes.datetime === n ? 'date' : classes.integer + classes.float === n ? 'number' : undefined;
  if (!kind || missing > 0 || column.values.some(({ count }) => count > 1) || (distinct.exact && distinct.count < n)) return false;
  const points = pointsOf(column, kind);
  return points.length >= LOOKED && trendOf(points) === 1;
}
