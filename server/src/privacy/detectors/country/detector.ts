import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { COUNTRY_NAMES, countryCode } from '../../../util/countryCodes.ts';
import { shareOf } from '../../../util/share.ts';

export default defineDetector({
  id: 'country',
  title: 'country of a person',
  category: 'user.contact.address.country',
  role: 'quasi-identifier',
  basis: 'name',
  most: 'low',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 2 && bytes <= 160,
  accepts: text => /^\p{L}[\p{L}\p{M}'’.,() &-]{1,60}$/u.test(text),
  together: texts => texts.length >= 3 && texts.filter(text => COUNTRY_NAMES.has(text.toLowerCase())).length >= texts.length * 0.6,
  company: {
    of: ['street-address', 'postal-address', 'postal-code', 'city', 'region', 'person-name', 'named-person', 'given-name', 'family-name', 'birth-date'],
    likeness: ({ texts, distance }) => {
      const countries = shareOf(texts, text => SHORT.has(text) || text.length > 2 && (COUNTRY_NAMES.has(text.toLowerCase()) || countryCode(text) !== undefined));
      return distance <= 3 && countries >= 0.6 ? countries : 0;
    },
  },
  chance: 0.3,
  threshold: 0.6,
  nameHints: [],
  amongPeople: [
    'country', 'country name', 'country code', 'home country', 'country of residence', 'country of birth', 'birth country', 'land', 'pays',
    'país', 'pais', 'paese', 'nazione', 'kraj', 'страна', 'країна', 'ülke', 'maa', 'země', 'zeme', 'ország', 'tara', 'țară', 'χώρα',
    'quốc gia', 'negara', 'देश', 'البلد', 'الدولة', 'کشور', 'מדינה', 'ארץ', 'ประเทศ', '国家', '国', '국가', '나라', 'nation',
  ],
  vetoWords: [...ABOUT_WORDS, 'population', 'id', 'origin', 'destination', 'of origin'],
  mask: text => `${[...text][0] ?? ''}•••`,
});

/** What is said for some of them in everyday language. */
const SHORT: ReadonlySet<string> = new Set(['USA', 'U.S.A.', 'UK', 'U.K.', 'UAE', 'England', 'Scotland', 'Wales', 'Korea', 'Holland']);
