import { wordsOf } from './columnWords.ts';
import { unitOf } from './lexical/units.ts';

/** The unit a column name ends with: in brackets (`speed (km/h)`, `金额（元）`), or as its last word (`weight_kg`, `price_eur`). */
export function unitOfName(columnName: string): string | undefined {
  const inBrackets = /[([（【]\s*([^()[\]（）【】]{1,12}?)\s*[)\]）】]\s*$/.exec(columnName)?.[1];
  if (inBrackets !== undefined) return percentOf(inBrackets.toLowerCase()) ?? (known(inBrackets) ? inBrackets : undefined);
  const words = wordsOf(columnName);
  const last = words.at(-1) ?? '';
  if (words.length < 2 || last.length < 2 || OTHERWISE.has(last) || !/^[a-z]+\d?$/.test(last)) return undefined;
  return percentOf(last) ?? unitOf(last);
}

const known = (text: string): boolean => unitOf(text) !== undefined || /^(?:%|‰)$/.test(text) || text.split('/').length === 2 && text.split('/').every(part => unitOf(part) !== undefined);

const percentOf = (word: string): string | undefined => (word === 'pct' || word === 'percent' || word === 'percentage' ? '%' : undefined);

/** Words that are units and as the last word of a name mean something else: `temp_min`, `check_in`, `birth_day`, `game_bar`, `last_try`. */
const OTHERWISE: ReadonlySet<string> = new Set([
  'in', 'min', 'mins', 'mo', 'pt', 'hp', 'bar', 'cal', 'cl', 'gal', 'lux', 'try', 'mi', 'cc', 'kn', 'ha', 'second', 'minute', 'hour', 'day', 'week', 'month', 'year', 'sec', 'yr', 'hr', 'wk',
  'foot', 'feet', 'pound', 'pounds', 'stone', 'yard', 'mile', 'ton', 'acre', 'gram', 'meter', 'metre', 'inch', 'sek', 'rs', 'tl', 'qm',
  'mb', 'gb', 'tb', 'kb', 'watt', 'volt', 'fr', 'px', 'days', 'rub', 'lb',
]);
