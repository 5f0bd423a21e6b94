import type { Column } from '../core/column.ts';
import { isNamed } from './columnWords.ts';

/** Years that somebody writes as numbers. */
export const YEARS = { from: 1000, to: 2100 } as const;
const NAMES = ['year', 'yr', 'yyyy', '年份', '年度'];

/** Whether a column of numbers holds years, by its name and nearly all of them. */
export function holdsYears({ name, summary: { numbers } }: Column): boolean {
  return numbers !== undefined && isNamed(name, NAMES) && numbers.quantile(0.02) >= YEARS.from && numbers.quantile(0.98) <= YEARS.to;
}

/** Year of a date or time that begins with four digits. */
export const yearOf = (text: string): number => Number(text.slice(0, 4));

export interface StrayYears {
  readonly years: ReadonlySet<number>;
  /** Where the others lie. */
  readonly from: number;
  readonly to: number;
}

/** A gap of so many years parts two groups. */
const GAP = 10;
/** What is outside of these, where most is inside, is suspect wherever it is rare; all else only where it is very rare and far. */
const ORDINARY = { from: 1900, to: 2100 };
const RARE = 0.05;
const VERY_RARE = 0.01;
/** How far, in years and in spans of the others, a single year within the ordinary ones must be. */
const FAR = 20;
const SPANS = 2;

/** Years that lie apart from the group most dates belong to. */
export function strayYears(dates: readonly { readonly year: number; readonly count: number }[]): StrayYears {
  const groups = groupsOf(dates);
  const total = dates.reduce((sum, { count }) => sum + count, 0);
  const main = groups.reduce<Group | undefined>((best, group) => (best && best.count >= group.count ? best : group), undefined);
  if (!main || main.count < total * (1 - RARE)) return { years: new Set(), from: 0, to: 0 };
  const span = main.to - main.from;
  const strays = groups.filter(group => {
    if (group === main) return false;
    const strange = (group.to < ORDINARY.from && main.from >= ORDINARY.from) || (group.from > ORDINARY.to && main.to <= ORDINARY.to);
    if (strange) return group.count <= total * RARE;
    const distance = Math.max(main.from - group.to, group.from - main.to);
    return group.count <= Math.max(1, total * VERY_RARE) && distance >= Math.max(FAR, SPANS * span);
  });
  return { years: new Set(strays.flatMap(({ years }) => years)), from: main.from, to: main.to };
}

interface Group {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly years: readonly number[];
}

/** Years without a gap of `GAP` between them. */
function groupsOf(dates: readonly { readonly year: number; readonly count: number }[]): readonly Group[] {
  const groups: Group[] = [];
  for (const { year, count } of [...dates].sort((a, b) => a.year - b.year)) {
    const last = groups.at(-1);
    if (!last || year - last.to >= GAP) groups.push({ from: year, to: year, count, years: [year] });
    else groups[groups.length - 1] = { from: last.from, to: year, count: last.count + count, years: [...new Set([...last.years, year])] };
  }
  return groups;
}
