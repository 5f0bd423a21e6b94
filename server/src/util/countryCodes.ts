/**
 * Whether texts are two-letter codes of countries or of continents, among which NA is Namibia or North America and no gap. Codes that are all states
 * of the United States are neither: there is no state NA.
 */
export function areCodesWithNa(texts: readonly string[]): boolean {
  const codes = texts.filter(text => /^(?:[A-Z]{2}|[a-z]{2})$/.test(text)).map(text => text.toUpperCase());
  if (codes.length < LEAST_CONTINENTS || codes.length < texts.length * ALMOST_ALL) return false;
  if (codes.every(code => CONTINENTS.has(code))) return true;
  const known = codes.filter(code => countryName(code) !== undefined).length;
  return codes.length >= LEAST_COUNTRIES && known >= codes.length * ALMOST_ALL && !codes.every(code => STATES.has(code));
}

const ALMOST_ALL = 0.9;
const LEAST_CONTINENTS = 4;
const LEAST_COUNTRIES = 10;
const CONTINENTS: ReadonlySet<string> = new Set(['AF', 'AN', 'AS', 'EU', 'NA', 'OC', 'SA', 'AU']);
const STATES: ReadonlySet<string> = new Set((
  'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR VI GU AS MP'
).split(' '));

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** English name of a country by its ISO 3166-1 alpha-2 code in capitals, as the Unicode CLDR has it. */
export const countryName = (code: string): string | undefined => regions.of(code);

/** English names of all countries, in lower case. */
export const COUNTRY_NAMES: ReadonlySet<string> = new Set(pairsOfLetters().flatMap(code => countryName(code)?.toLowerCase() ?? []));

function pairsOfLetters(): readonly string[] {
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));
  return letters.flatMap(first => letters.map(second => first + second));
}

/** The ISO 3166-1 alpha-2 code of a country that is written as such a code or by its name in one of a few languages. */
export function countryCode(text: string): string | undefined {
  const written = text.trim();
  if (/^[A-Za-z]{2}$/.test(written)) return countryName(written.toUpperCase()) === undefined ? undefined : written.toUpperCase();
  names ??= new Map(LANGUAGES.flatMap(namesIn));
  return names.get(written.toLowerCase());
}

const LANGUAGES = ['en', 'zh', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'ru'];
let names: ReadonlyMap<string, string> | undefined;

function namesIn(language: string): readonly (readonly [string, string])[] {
  const own = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  return pairsOfLetters().flatMap((code): readonly (readonly [string, string])[] => {
    const name = own.of(code);
    return name === undefined ? [] : [[name.toLowerCase(), code]];
  });
}
