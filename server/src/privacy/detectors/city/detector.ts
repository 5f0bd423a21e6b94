import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { isPlaceShaped, isTown } from '../../../util/names/places.ts';
import { shareOf } from '../../../util/share.ts';

export default defineDetector({
  id: 'city',
  title: 'city of an address',
  category: 'user.contact.address.city',
  role: 'quasi-identifier',
  basis: 'name',
  most: 'low',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 2 && bytes <= 160,
  accepts: isPlaceShaped,
  together: texts => texts.filter(isTown).length >= Math.max(3, texts.length * 0.35),
  company: {
    of: ['street-address', 'postal-address', 'cn-address', 'postal-code', 'region', 'family-name'],
    overrules: ['given-name', 'family-name', 'named-person'],
    likeness: ({ texts, distance, taken, beside }) => {
      const towns = shareOf(texts, isTown);
      // Beside names alone, what is a name as well is a town only where nearly all are.
      const inAddress = beside.some(text => /\d|^[A-Z]{2,3}$/.test(text));
      const least = inAddress ? (distance === 1 ? 0.15 : 0.3) : taken ? 0.8 : 0.35;
      return distance <= 3 && towns >= least && shareOf(texts, isPlaceShaped) >= 0.7 ? (1 + towns) / 2 : 0;
    },
  },
  chance: 0.3,
  threshold: 0.6,
  nameHints: [],
  amongPeople: [
    'city', 'town', 'suburb', 'locality', 'township', 'village', 'cty', 'city name', 'home city', 'residence city', 'municipality',
    'place of residence', 'ort', 'stadt', 'wohnort',
    'gemeinde', 'ville', 'commune', 'ciudad', 'localidad', 'municipio', 'población', 'cidade', 'município', 'localidade', 'città', 'citta',
    'comune', 'località', 'plaats', 'woonplaats', 'stad', 'gemeente', 'miasto', 'miejscowość', 'miejscowosc', 'город', 'населенный пункт',
    'місто', 'şehir', 'il', 'ilçe', 'stad', 'ort', 'by', 'poststed', 'kaupunki', 'město', 'mesto', 'obec', 'város', 'település', 'πόλη',
    'thành phố', 'kota', 'शहर', 'المدينة', 'مدينة', 'شهر', 'עיר', 'יישוב', 'เมือง', 'อำเภอ', '城市', '市', '市区町村', '도시', '시군구', 'hometown',
    'birth city', 'birthplace', 'place of birth',
  ],
  vetoWords: [
    ...ABOUT_WORDS, 'population', 'size', 'id', 'code', 'lat', 'lon', 'area', 'team', 'airport', 'origin', 'destination', 'state',
    'country',
  ],
  mask: text => `${[...text][0] ?? ''}•••`,
});
