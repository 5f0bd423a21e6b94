import { wordFilter } from '../wordFilter.ts';
import { folded } from './nameWords.ts';
import filters from './places.json' with { type: 'json' };

const TOWNS = wordFilter(filters.towns);
const REGIONS = wordFilter(filters.regions);

/** Whether a text is the name of a town of twenty thousand people or more, or of a Chinese prefecture (SimpleMaps World Cities, CC BY 4.0; JioNLP, Apache 2.0). */
export const isTown = (text: string): boolean => TOWNS.has(keyOf(text)) || /^\p{Script=Han}{2,6}[市区區县縣]$/u.test(text);

/** Whether a text is the name of a state, province or other first part of a country, from the same list, or a code of a state of the United States. */
export const isRegion = (text: string): boolean => REGIONS.has(keyOf(text)) || STATE_CODES.has(text) || /^\p{Script=Han}{2,6}(?:省|自治区|[都道府県])$/u.test(text);

const keyOf = (text: string): string => folded(text).replace(/[-'.]/g, ' ').replace(/ +/g, ' ').trim();

const STATE_CODES = new Set(
  'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR'.split(' '),
);

/** The name of a place as people write it: up to five words without digits, a capital first where the script has any. */
export const isPlaceShaped = (text: string): boolean => /^(?!\p{Ll}{9,}$)\p{L}[\p{L}\p{M}'’.]*(?:[ /,-]{1,2}[\p{L}\p{M}'’.()]+){0,5}$/u.test(text) && text.length <= 60;
