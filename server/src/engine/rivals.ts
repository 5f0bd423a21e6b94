import type { Column } from '../core/column.ts';
import type { Evidence } from '../core/detector.ts';
import { hasWord, wordsOf } from '../util/columnWords.ts';
import { countryCode } from '../util/countryCodes.ts';

/**
 * Numbers of different countries may have one form and one check: then the content alone cannot tell which it is. The best evidence, sorted already, gets
 * the other forms that explain the column as well.
 */
export function withRivals(sorted: readonly Evidence[]): readonly Evidence[] {
  const [best, ...others] = sorted;
  if (!best || best.grade === 'high' || best.detector.basis !== 'check-digit') return sorted;
  const or = others
    .filter(({ grade, matches, detector }) => grade === best.grade && detector.basis === 'check-digit' && matches >= best.matches * AS_MANY)
    .map(({ detector }) => detector);
  return or.length === 0 ? sorted : [{ ...best, or }, ...others];
}

/** Share of the best one's matches that is as good: a check that is not the same passes far fewer. */
const AS_MANY = 0.95;

/** Where a table speaks of one country, its number it is. */
export function decideByCountry(columns: readonly Column[]): readonly Column[] {
  if (!columns.some(({ evidence: [best] }) => best?.or)) return columns;
  const countries = new Set(columns.flatMap(countryOf));
  const [country, another] = countries;
  return country === undefined || another !== undefined ? columns : columns.map(column => ({ ...column, evidence: preferring(country, column.evidence) }));
}

function preferring(country: string, evidence: readonly Evidence[]): readonly Evidence[] {
  const [best] = evidence;
  const detectors = best?.or ? [best.detector, ...best.or].filter(detector => detector.country === country) : [];
  const [own] = detectors;
  const chosen = detectors.length === 1 ? evidence.find(({ detector }) => detector === own) : undefined;
  if (!best || !chosen) return evidence;
  const { or: _, ...plain } = chosen;
  return [plain, ...evidence.filter(({ detector }) => detector !== own)];
}

/** The country that a column of countries names in nearly every cell, or whose number another column surely holds. */
function countryOf({ name, values, evidence: [best] }: Column): readonly string[] {
  if (best?.grade === 'high' && best.detector.country) return [best.detector.country];
  if (!hasWord(wordsOf(name), COUNTRY)) return [];
  const cells = values.reduce((sum, { count }) => sum + count, 0);
  return values.filter(({ count }) => count >= cells * NEARLY_ALL).flatMap(({ text }) => countryCode(text) ?? []);
}

const NEARLY_ALL = 0.9;
const COUNTRY: readonly string[] = ['country', 'nation', 'nationality', 'country code', 'land', 'pays', 'pais', 'país', 'paese', 'kraj', 'страна', '国家', '国籍', '國家'];
