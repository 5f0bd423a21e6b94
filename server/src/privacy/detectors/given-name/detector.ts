import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS, PUBLIC_PERSONS } from '../../../util/columnWords.ts';
import { GIVEN_NAMES, isNameShaped } from '../../../util/personNames.ts';

export default defineDetector({
  id: 'given-name',
  title: 'given name',
  category: 'user.name.first',
  role: 'direct-identifier',
  basis: 'list',
  vetoNeighbours: ['storm', 'hurricane', 'wind', 'breed', 'species', 'pet', 'vessel', 'ship'],
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 2 && bytes <= 24,
  accepts: text => GIVEN_NAMES.has(text.toLowerCase()) && isNameShaped(text),
  chance: 0.05,
  threshold: 0.8,
  nameHints: [
    'first name', 'firstname', 'fname', 'given name', 'givenname', 'forename', 'middle name', 'last name', 'lastname', 'lname', 'surname',
    'family name', 'vorname', 'nachname', 'familienname', 'prenom', 'prénom', 'nom de famille', 'apellido', 'apellidos', 'primer nombre',
    'cognome', 'sobrenome', 'nome completo', 'achternaam', 'voornaam', 'imie', 'nazwisko', 'imię', 'name',
  ],
  vetoWords: [
    ...ABOUT_WORDS, ...PUBLIC_PERSONS, 'company', 'product', 'brand', 'city', 'county', 'country', 'state', 'airport', 'street', 'school', 'species', 'team',
    'file', 'event', 'device', 'id', 'age', 'email', 'phone', 'address', 'gender', 'title', 'number', 'code', 'hospital', 'language',
    'domain', 'location', 'place', 'region', 'disorder', 'condition', 'year', 'income',
  ],
  mask: text => `${text.slice(0, 1)}•••`,
});
