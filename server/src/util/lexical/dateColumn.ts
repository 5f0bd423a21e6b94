import type { Column, NamedValue } from '../../core/column.ts';
import { readDate } from './dates.ts';
import type { Layout, ReadDate } from './dates.ts';
import { leastShare, MAJORITY, remembered, weightIn } from './share.ts';

/** A column most of whose values are dates or time stamps, as far as the texts at hand tell. */
export interface DateColumn {
  /** The layout that most values can be read in. */
  readonly usual: Layout;
  /** A layout with another order of day, month and year that every value of the usual one can be read in as well. */
  readonly rival: Layout | undefined;
  readonly dates: readonly DateValue[];
  /** Values that cannot be read in the usual layout, most frequent first. */
  readonly others: readonly DateValue[];
}

export interface DateValue {
  readonly value: NamedValue;
  readonly read: ReadDate;
}

/** How many texts say whether the others are worth a look. */
const FIRST_LOOK = 12;

/** `undefined` where the column is not one of dates. */
export const dateColumn = remembered((column: Column): DateColumn | undefined => {
  const firstLook = column.values.slice(0, FIRST_LOOK);
  if (2 * firstLook.filter(mayBeDate).length < firstLook.length) return undefined;
  if (leastShare(column, mayBeDate) < MAJORITY || leastShare(column, isDate) < SOME) return undefined;
  const dates = column.values.flatMap((value): readonly DateValue[] => {
    const read = mayBeDate(value) ? readDate(value.text) : undefined;
    return read && !read.impossible ? [{ value, read }] : [];
  });
  const votes = count(dates, weightIn(column));
  const [usual, rival] = [...votes].sort(([a, m], [b, n]) => n - m || rank(a) - rank(b) || (a < b ? -1 : 1));
  if (!usual) return undefined;
  return {
    usual: usual[0],
    rival: rival && rival[1] === usual[1] && rival[0].toLowerCase() !== usual[0].toLowerCase() ? rival[0] : undefined,
    dates,
    others: dates.filter(({ read }) => !read.readings.some(({ layout }) => layout === usual[0])),
  };
});

function mayBeDate({ class: kind, text }: NamedValue): boolean {
  return kind === 'date' || kind === 'datetime' || (kind === 'text' && readDate(text) !== undefined);
}

/** Codes such as `7328-10-5` look like dates, but few of them are one. */
const isDate = (value: NamedValue): boolean => mayBeDate(value) && readDate(value.text)?.impossible !== true;
const SOME = 0.4;

function count(dates: readonly DateValue[], weight: (value: NamedValue) => number): ReadonlyMap<Layout, number> {
  const votes = new Map<Layout, number>();
  for (const { value, read } of dates) {
    for (const { layout } of read.readings) votes.set(layout, (votes.get(layout) ?? 0) + weight(value));
  }
  return votes;
}

/** Of two layouts that fit equally well the one with all digits written comes first. */
const rank = (layout: Layout): number => (layout.includes('M') ? 1 : 0);
