import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';

export default defineDetector({
  id: 'precise-location',
  title: 'precise location of a person',
  category: 'user.location.precise',
  role: 'quasi-identifier',
  basis: 'name',
  most: 'medium',
  mayBe: (_kind, bytes) => bytes >= 4 && bytes <= 48,
  accepts: text => /^-?\d{1,3}\.\d{4,}(?:[,; ]+-?\d{1,3}\.\d{4,})?$/.test(text),
  company: {
    of: ['person-name', 'given-name', 'family-name', 'named-person', 'street-address', 'postal-address', 'city'],
    pair: true,
    likeness: ({ texts, repeats }) => {
      const degrees = texts.filter(text => /^-?\d{1,3}\.\d{3,}$/.test(text) && Math.abs(Number(text)) <= 180).length;
      return texts.length >= 3 && repeats < 3 ? Number(degrees >= texts.length * 0.9) : 0;
    },
  },
  chance: 0.1,
  threshold: 0.6,
  nameHints: [
    'home lat', 'home latitude', 'home lon', 'home lng', 'home longitude', 'user lat', 'user lon', 'user lng', 'user latitude',
    'user longitude', 'device lat', 'device lon', 'gps', 'gps lat', 'gps lon', 'gps location', 'last location', 'customer lat',
    'customer lon', 'patient lat', 'patient lon', 'home location',
  ],
  amongPeople: ['lat', 'latitude', 'lon', 'lng', 'longitude', 'long', 'user location', 'geo lat', 'geo lon', '经度', '纬度', 'breitengrad', 'längengrad', 'latitud', 'longitud', '緯度', '経度'],
  vetoWords: [...ABOUT_WORDS, 'store', 'shop', 'venue', 'station', 'airport', 'city', 'country', 'county', 'state', 'zip', 'restaurant', 'hotel', 'branch', 'office'],
  mask: () => '•••.•',
});
