import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS, PUBLIC_PERSONS } from '../../../util/columnWords.ts';
import { GIVEN_NAMES, isNameShaped } from '../../../util/personNames.ts';

export default defineDetector({
  id: 'person-name',
  title: 'name of a person',
  category: 'user.name',
  role: 'direct-identifier',
  basis: 'list',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 5 && bytes <= 80,
  accepts: text => {
    const [first = '', ...rest] = text.replace(/^(?:Mrs?|Ms|Miss|Dr|Prof)\.? /, '').replace(/^([^,]+), (.+)$/, '$2 $1').toLowerCase().split(' ');
    return rest.length > 0 && isNameShaped(text) && GIVEN_NAMES.has(first) && !PLACES.has(rest.at(-1) ?? '');
  },
  chance: 0.03,
  threshold: 0.6,
  nameHints: [
    'full name', 'fullname', 'person', 'person name', 'patient', 'patient name', 'customer name', 'client name', 'employee name',
    'employee', 'student name', 'student', 'teacher', 'contact name', 'contact person', 'user name', 'member name', 'owner name',
    'guest name', 'passenger name', 'applicant', 'manager', 'supervisor', 'nurse', 'cardholder', 'account holder', 'beneficiary', 'nombre completo',
    'nom complet', 'vollstandiger name', 'doctor', 'physician', 'driver name', 'maiden name', 'nombres', 'candidate name', 'respondent',
    'defendant', 'victim', 'suspect', 'resident', 'name',
  ],
  vetoWords: [
    ...ABOUT_WORDS, ...PUBLIC_PERSONS, 'company', 'product', 'brand', 'city', 'county', 'country', 'state', 'airport', 'street', 'school', 'species', 'team',
    'file', 'event', 'device', 'id', 'age', 'email', 'phone', 'address', 'gender', 'title', 'number', 'code', 'hospital', 'language',
    'domain', 'group', 'location', 'place', 'region', 'disorder', 'condition', 'year', 'income',
  ],
  mask: text => `${text.slice(0, 1)}••• •••`,
});

/** Words that end the names of places, firms and schools that are called after somebody. */
const PLACES = new Set(
  ('county city beach airport street road avenue lake park river island islands hill hills springs creek church school university college hospital inc ltd llc corp '
    + 'company group foods motors records field stadium museum bridge house hotel center centre falls bay mountain valley district station library garden')
    .split(' '),
);
