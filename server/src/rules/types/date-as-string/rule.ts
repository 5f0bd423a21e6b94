import { present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, list, matched, name, say, value } from '../../../core/message.ts';
import { rewriteAs } from '../../../core/problem.ts';
import type { Problem } from '../../../core/problem.ts';
import { all, hasClass, hasForm } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { isDay } from '../../../util/lexical/calendar.ts';
import { dateColumn } from '../../../util/lexical/dateColumn.ts';
import { layoutName } from '../../../util/lexical/dates.ts';
import { isDeclared } from '../../../util/lexical/share.ts';

export default defineRule({
  id: 'date-as-string',
  scope: 'column',
  summary: 'Dates are written in a way that loaders read as text or numbers',
  severity: 'information',
  dimension: 'validity',
  since: '0.1.0',
  needs: ['counts', 'values'],
  options: {
    least: { default: 20, description: 'Columns with fewer values are not judged.' },
  },

  *check({ column, options }) {
    const n = present(column);
    if (n < options.least || isDeclared(column)) return;
    yield* column.summary.classes.text > 0 ? written(column, n) : compact(column, n);
  },
});

function* written(column: Column, n: number): Iterable<Problem> {
  const dates = dateColumn(column);
  // Dates that can be read in two ways, that are mixed or that have two digits of their year are matters of rules of their own.
  if (!dates || dates.rival !== undefined || dates.others.length > 0 || dates.usual.includes('yy') || isPlain(dates.usual)) return;
  const layout = name(layoutName(dates.usual));
  const examples = list(dates.dates.slice(0, SHOWN).map(one => value(one.value.text, column.index)));
  yield {
    place: { at: 'header', column: column.index },
    cells: all(hasClass('text'), hasForm(`date:${dates.usual}`)),
    shown: SPOTS,
    message: say`${column} holds dates that are read as text: ${matched('cell')} of ${n} are written ${layout}, such as ${examples}`,
    facts: told({ n, layout: dates.usual }),
    fix: { title: say`Write ${matched('cell')} as YYYY-MM-DD`, safety: 'unsafe', change: rewriteAs(`iso-date:${dates.usual}`) },
  };
}

/** Whole numbers that are all days: of random ones of eight digits in these bounds one in thirty is. */
function* compact(column: Column, n: number): Iterable<Problem> {
  const { classes, numbers, distinct } = column.summary;
  if (!numbers || classes.integer !== n || numbers.min < EARLIEST || numbers.max > LATEST || distinct.count < FEWEST_DAYS) return;
  if (!column.values.every(({ text }) => isCompactDay(text))) return;
  const examples = column.values.slice(0, SHOWN).map(({ text }) => value(text, column.index));
  yield {
    place: { at: 'header', column: column.index },
    message: say`${column} holds dates that are read as numbers: all ${count(n, 'value')} are written ${name('YYYYMMDD')}, such as ${list(examples)}`,
    facts: told({ n, layout: 'ymd' }),
  };
}

const [EARLIEST, LATEST] = [18000101, 21001231];
const FEWEST_DAYS = 5;

function isCompactDay(text: string): boolean {
  const parts = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  return parts !== null && isDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

const SHOWN = 2;
const SPOTS = 3;

/** Layouts that loaders take without being told. */
const isPlain = (layout: string): boolean => /^y([-/])m\1dT?$/.test(layout);
