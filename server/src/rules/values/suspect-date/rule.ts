import { present } from '../../../core/column.ts';
import type { Column, NamedValue } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { list, matched, name, say, value } from '../../../core/message.ts';
import type { Part } from '../../../core/message.ts';
import type { Problem } from '../../../core/problem.ts';
import { all, any, hasClass, isIn, isOutside } from '../../../core/query.ts';
import type { CellQuery } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { dateColumn } from '../../../util/lexical/dateColumn.ts';
import { hintsOf } from '../../../util/sentinelNames.ts';
import { sentinelsOf } from '../../../util/sentinels.ts';
import { holdsYears, strayYears, yearOf, YEARS } from '../../../util/years.ts';

export default defineRule({
  id: 'suspect-date',
  scope: 'column',
  summary: 'A date lies centuries or decades away from the others, or is the default of a program',
  severity: 'warning',
  dimension: 'accuracy',
  since: '0.1.0',
  needs: ['counts', 'numbers', 'quantiles', 'values'],
  options: { least: { default: 20, description: 'Columns with fewer values are not judged.' } },

  *check({ column, options }) {
    const n = present(column);
    if (n < options.least || column.field?.constraints.minimum !== undefined) return;
    const { date, datetime, integer } = column.summary.classes;
    if (date + datetime >= n * MOSTLY || isYearFirst(column)) yield* dates(column);
    else if (integer >= n * MOSTLY && holdsYears(column)) yield* years(column);
  },
});

/** Share of present cells that must be dates, or whole numbers that name years. */
const MOSTLY = 0.9;
/** Values a message quotes. */
const SHOWN = 3;

function* dates(column: Column): Iterable<Problem> {
  const values = column.values.filter(one => one.class === 'date' || one.class === 'datetime' || (one.class === 'text' && CHINESE.test(one.text)));
  const defaults = values.filter(one => isDefault(one, values));
  const others = values.filter(one => !defaults.includes(one));
  const stray = strayYears(others.map(({ text, count }) => ({ year: yearOf(text), count })));
  const strays = others.filter(({ text }) => stray.years.has(yearOf(text)));
  if (defaults.length > 0) {
    yield problem(column, isIn(defaults.map(({ hash }) => hash)),
      say`${column} is ${shownOf(defaults, column)} in ${matched('cell')} of ${present(column)}, where a program writes it for want of a date`);
  }
  if (strays.length > 0) {
    // The sample may hold one of many: every date of these years is meant.
    const inYears = [...stray.years].map((year): CellQuery => ({ is: 'pattern', source: `${String(year).padStart(4, '0')}.*` }));
    const cells = all(hasClass('date', 'datetime', 'text'), any(...inYears));
    const [from, to] = [name(String(stray.from)), name(String(stray.to))];
    yield problem(column, cells, stray.from === stray.to
      ? say`${column} has ${matched('cell')} such as ${shownOf(strays, column)}, far from ${from}, the year of all others`
      : say`${column} has ${matched('cell')} such as ${shownOf(strays, column)}, far from the years ${list([from, to])} between which the others lie`);
  }
}

function problem(column: Column, cells: CellQuery, message: Problem['message']): Problem {
  return { place: { at: 'header', column: column.index }, cells, message, facts: told({ n: present(column) }) };
}

const shownOf = (values: readonly NamedValue[], { index }: Column): Part => list(values.slice(0, SHOWN).map(({ text }) => value(text, index)));

/** First and last days of calendars: of Unix, Excel, SQL Server, .NET, Oracle, and the end of four digits. */
const DEFAULT_DAYS = [
  '1970-01-01', '1900-01-00', '1900-01-01', '1899-12-30', '1899-12-31', '1904-01-01', '1753-01-01', '0001-01-01', '9999-12-31', '2999-12-31', '2099-12-31', '1111-11-11',
];
/** So much more often than other dates of the column, or so many years from all of them. */
const TIMES = 5;
const APART = 2;

/** A default date that stands out: by its number, or by itself. In a series that begins with it, it does neither. */
function isDefault(one: NamedValue, values: readonly NamedValue[]): boolean {
  if (!isDefaultDay(one.text) || !/^.{10}(?:[T ]00:00.*)?$|日$/.test(one.text)) return false;
  const others = values.filter(({ text }) => !isDefaultDay(text));
  const mean = others.reduce((sum, { count }) => sum + count, 0) / others.length;
  const alone = others.every(({ text }) => Math.abs(yearOf(text) - yearOf(one.text)) >= APART);
  return others.length >= 3 && (alone || one.count >= Math.max(3, TIMES * mean));
}

const isDefaultDay = (text: string): boolean => DEFAULT_DAYS.includes(dayOf(text));

/** As 2024-01-02, of 2024年1月2日 too. */
function dayOf(text: string): string {
  const [, year = '', month = '', day = ''] = CHINESE.exec(text) ?? [];
  return year === '' ? text.slice(0, 10).replaceAll('/', '-') : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The form of dates that begins with the year and is text to the reader. */
const CHINESE = /^(\d{4})年(\d{1,2})月(\d{1,2})日/;
const isYearFirst = (column: Column): boolean => dateColumn(column)?.usual.includes('年') === true;

/** Columns of years: beyond the years anybody writes, where nearly all are ordinary. */
function* years(column: Column): Iterable<Problem> {
  const { numbers } = column.summary;
  if (!numbers || (numbers.min >= YEARS.from && numbers.max <= YEARS.to)) return;
  const sentinels = sentinelsOf(numbers, hintsOf(column.name));
  const cells = all(isOutside(YEARS.from, YEARS.to), ...sentinels.map(({ value: one }) => isOutside(one, one)));
  const [first, last] = [name(String(YEARS.from)), name(String(YEARS.to))];
  yield problem(column, cells, say`${column} holds years but in ${matched('cell')} of ${present(column)}, outside of ${first} to ${last}`);
}
