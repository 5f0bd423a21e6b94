import type { Claim, FreshnessDescription } from '../../core/description.ts';
import { numberOf, textOf, type JsonObject } from '../document/shape.ts';
import { itemsOf } from './helpers.ts';

const FRESH: ReadonlySet<string> = new Set(['latency', 'ly', 'freshness', 'frequency', 'fy']);

/** What the service levels promise of how new a table is, where they name one of its columns; hours count as the days they begin. */
export function freshnessOf(contract: JsonObject, names: readonly (string | undefined)[]): FreshnessDescription | undefined {
  for (const [level, node] of itemsOf(contract['slaProperties'], ['slaProperties'])) {
    const [value, unit, element] = [numberOf(level['value']), textOf(level['unit']), textOf(level['element'])];
    const [, table, field] = /^(.+)\.([^.]+)$/.exec(element ?? '') ?? [];
    const period = periodOf(value, unit);
    if (!FRESH.has(textOf(level['property']) ?? '') || period === undefined || field === undefined || !names.includes(table)) continue;
    return { period, field, node: [...node, 'value'] };
  }
  return undefined;
}

/** A number of a unit as a duration in whole days, months or years. */
export function periodOf(value: number | undefined, unit = 'd'): string | undefined {
  if (value === undefined || !(value >= 0)) return undefined;
  const [days, letter] = UNITS.find(([words]) => words.includes(unit.toLowerCase()))?.slice(1) ?? [];
  return typeof days === 'number' && typeof letter === 'string' ? `P${Math.ceil(value * days)}${letter}` : undefined;
}

const UNITS: readonly (readonly [words: readonly string[], factor: number, letter: string])[] = [
  [['d', 'day', 'days'], 1, 'D'], [['h', 'hr', 'hrs', 'hour', 'hours'], 1 / 24, 'D'], [['min', 'minute', 'minutes'], 1 / 1440, 'D'], [['s', 'sec', 'second', 'seconds'], 1 / 86_400, 'D'],
  [['w', 'wk', 'week', 'weeks'], 7, 'D'], [['m', 'mo', 'month', 'months'], 1, 'M'], [['y', 'yr', 'year', 'years'], 1, 'Y'],
];

/** The first of the days after which nobody keeps the data up. */
export function endOf(contract: JsonObject): Claim<string> | undefined {
  const ends = itemsOf(contract['slaProperties'], ['slaProperties']).flatMap(([level, node]) => {
    const value = textOf(level['value']);
    const isEnd = ['endOfSupport', 'es', 'endOfLife', 'el'].includes(textOf(level['property']) ?? '');
    return isEnd && value !== undefined && /^\d{4}-\d\d-\d\d/.test(value) ? [{ value, node: [...node, 'value'] }] : [];
  });
  return ends.sort((a, b) => (a.value < b.value ? -1 : 1))[0];
}
