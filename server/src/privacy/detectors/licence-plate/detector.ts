import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'licence-plate',
  title: 'licence plate',
  category: 'user.government_id.vehicle_registration',
  role: 'quasi-identifier',
  basis: 'name',
  most: 'medium',
  length: [4, 14],
  accepts: plain => /\d/.test(plain) && FORMS.some(form => form.test(plain.replace(/[ ·•.-]+/g, '-'))),
  chance: 0.1,
  threshold: 0.8,
  nameHints: [
    'plate', 'plates', 'plate number', 'plate no', 'license plate', 'licence plate', 'number plate', 'registration number', 'reg number',
    'reg no', 'registration no', 'vehicle registration', 'vehicle reg', 'vrm', 'vrn', 'kennzeichen', 'kfz kennzeichen', 'immatriculation',
    'plaque', 'matricula', 'matrícula', 'placa', 'targa', 'kenteken', 'nummerplade', 'registreringsnummer', 'rekisterinumero',
    'numer rejestracyjny', 'rejestracja', 'spz', 'rendszam', 'rendszám', 'госномер', 'номерной знак', 'plaka', '车牌', '车牌号', '車牌',
    'ナンバープレート',
  ],
  vetoWords: ['id', 'well', 'state', 'country', 'colour', 'color', 'tectonic', 'date', 'tax', 'vat', 'company', '颜色'],
});

/** How plates are written, by country, any separator as a hyphen. */
const FORMS: readonly RegExp[] = [
  // Great Britain since 2001, before, and Northern Ireland; Ireland.
  /^[A-Z]{2}\d{2}-?[A-Z]{3}$/, /^[A-Z]\d{1,3}-?[A-Z]{3}$|^[A-Z]{3}-?\d{1,3}[A-Z]?$/, /^[A-Z]{1,3}-?\d{1,4}$/, /^\d{2,3}-[A-Z]{1,2}-\d{1,6}$/,
  // Germany, Austria, Switzerland; France, Italy; Spain, Portugal; Netherlands, Belgium.
  /^[A-ZÄÖÜ]{1,3}-[A-Z]{1,2}-?\d{1,4}[EH]?$/, /^[A-Z]{1,2}-?\d{1,6}[A-Z]{0,3}$/, /^[A-Z]{2}-?\d{3}-?[A-Z]{2}$/, /^\d{4}-?[BCDFGHJ-NPR-TV-Z]{3}$/,
  /^(?:[A-Z]{2}|\d{2})-(?:[A-Z]{2}|\d{2})-(?:[A-Z]{2}|\d{2})$/, /^(?:[A-Z]{1,3}|\d{1,3})-(?:[A-Z]{2,3}|\d{2,3})-(?:[A-Z]{1,2}|\d{1,2})$/, /^[1-9]-?[A-Z]{3}-?\d{3}$/,
  // Nordic and Baltic states; Poland, Czech Republic, Hungary, Romania; Russia, Ukraine; Turkey.
  /^[A-ZÅÄÖ]{2,3}-?\d{2,5}[A-Z]?$/, /^[A-Z]{2,3}-?[A-Z\d]{4,5}$/, /^\d[A-Z]\d-?\d{4}$/, /^[A-Z]{1,2}-?\d{2,3}-?[A-Z]{3}$/, /^[АВЕКМНОРСТУХABEKMHOPCTYX]\d{3}[АВЕКМНОРСТУХABEKMHOPCTYX]{2}-?\d{2,3}$/,
  /^[A-ZА-Я]{2}-?\d{4}-?[A-ZА-Я]{2}$/, /^(?:0[1-9]|[1-7]\d|8[01])-?[A-Z]{1,3}-?\d{2,5}$/,
  // India; Brazil and Mercosur; United States, Canada, Mexico, Australia, South Africa; Japan, Korea.
  /^[A-Z]{2}-?\d{1,2}-?[A-Z]{0,3}-?\d{4}$|^\d{2}-?BH-?\d{4}-?[A-Z]{1,2}$/, /^[A-Z]{3}-?\d[A-Z\d]\d{2}$|^[A-Z]{2}-?\d{3}-?[A-Z]{2}$/, /^(?=.*\d)(?=.*[A-Z])[A-Z\d]{2,4}-?[A-Z\d]{2,4}$/,
  /^\p{Script=Han}{1,4}-?\d{2,3}-?\p{Script=Hiragana}-?\d{1,2}-?\d{2}$/u, /^\d{2,3}-?\p{Script=Hangul}-?\d{4}$/u,
];
