import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { isPlaceShaped, isRegion } from '../../../util/names/places.ts';
import { shareOf } from '../../../util/share.ts';

export default defineDetector({
  id: 'region',
  title: 'state or province of an address',
  category: 'user.contact.address.state',
  role: 'quasi-identifier',
  basis: 'name',
  most: 'low',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 2 && bytes <= 160,
  accepts: text => isRegion(text) || isPlaceShaped(text) && !STATES_OF_THINGS.test(text),
  together: texts => texts.length >= 3 && texts.filter(isRegion).length >= texts.length * 0.6,
  company: {
    of: ['street-address', 'postal-address', 'cn-address', 'postal-code', 'city', 'country'],
    overrules: ['city'],
    likeness: ({ texts, distance }) => {
      const [regions, codes] = [shareOf(texts, isRegion), shareOf(texts, text => CODE.test(text))];
      return distance > 3 || texts.length > MOST ? 0 : codes >= 0.9 && distance <= 2 ? (1 + regions) / 2 : regions >= 0.5 ? regions : 0;
    },
  },
  chance: 0.3,
  threshold: 0.6,
  nameHints: [],
  amongPeople: [
    'state', 'province', 'region', 'county', 'state province', 'state name', 'home state', 'prefecture', 'district', 'st', 'prov',
    'bundesland', 'kanton', 'land kreis', 'région', 'departement', 'département', 'provincia', 'comunidad', 'comunidad autónoma',
    'departamento', 'estado', 'uf', 'regione', 'provincie', 'województwo', 'wojewodztwo', 'powiat', 'область', 'регион', 'край',
    'область край', 'bölge', 'län', 'fylke', 'maakunta', 'kraj', 'megye', 'judet', 'județ', 'περιφέρεια', 'νομός', 'tỉnh', 'provinsi',
    'राज्य', 'जिला', 'المحافظة', 'المنطقة', 'ولاية', 'استان', 'מחוז', 'จังหวัด', '省份', '省', '都道府県', '시도', '도',
  ],
  vetoWords: [...ABOUT_WORDS, 'population', 'size', 'id', 'lat', 'lon', 'area', 'team', 'machine', 'order', 'ticket', 'task', 'job'],
  mask: text => `${[...text][0] ?? ''}•••`,
});

/** How most countries abbreviate them, of which none has more than a hundred. */
const CODE = /^(?:[A-Z]{2,3}|[a-z]{2,3})$/;
const MOST = 110;

/** What a ticket or an order is in under the name of a state. */
const STATES_OF_THINGS = new RegExp(
  '^(?:open(?:ed)?|closed|active|inactive|pending|new|done|draft|sent|shipped|delivered|cancell?ed|failed|success|completed?|running|stopped|'
  + 'on|off|released|isolated)$', 'i',
);
