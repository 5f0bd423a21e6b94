import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS, PUBLIC_PERSONS } from '../../../util/columnWords.ts';
import { isNameShaped } from '../../../util/personNames.ts';

export default defineDetector({
  id: 'named-person',
  title: 'name of a person',
  category: 'user.name',
  role: 'direct-identifier',
  basis: 'name',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 2 && bytes <= 80,
  accepts: text => isNameShaped(text) || /^\p{L}[\p{L}'’ .-]{1,60}$/u.test(text),
  chance: 0.3,
  threshold: 0.7,
  nameHints: [
    'first name', 'firstname', 'fname', 'given name', 'givenname', 'forename', 'middle name', 'last name', 'lastname', 'lname', 'surname',
    'family name', 'vorname', 'nachname', 'familienname', 'prenom', 'prénom', 'nom de famille', 'apellido', 'apellidos', 'primer nombre',
    'cognome', 'sobrenome', 'nome completo', 'achternaam', 'voornaam', 'imie', 'nazwisko', 'imię', 'full name', 'fullname', 'person',
    'person name', 'patient', 'patient name', 'customer name', 'client name', 'employee name', 'employee', 'student name', 'student',
    'teacher', 'contact name', 'contact person', 'user name', 'member name', 'owner name', 'guest name', 'passenger name', 'applicant',
    'manager', 'supervisor', 'nurse', 'cardholder', 'account holder', 'beneficiary', 'nombre completo', 'nom complet', 'vollstandiger name', 'doctor',
    'physician', 'driver name', 'maiden name', 'nombres', 'candidate name', 'respondent', 'defendant', 'victim', 'suspect', 'resident',
  ],
  vetoWords: [
    ...ABOUT_WORDS, ...PUBLIC_PERSONS, 'company', 'product', 'brand', 'city', 'county', 'country', 'state', 'airport', 'street', 'school', 'species', 'team',
    'file', 'event', 'device', 'id', 'age', 'email', 'phone', 'address', 'gender', 'title', 'number', 'code', 'hospital', 'language',
    'domain', 'group', 'location', 'place', 'region', 'disorder', 'condition', 'year', 'income',
  ],
  mask: text => `${[...text][0] ?? ''}•••`,
});
