import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { COUNTRY_NAMES } from '../../../util/countryCodes.ts';

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
