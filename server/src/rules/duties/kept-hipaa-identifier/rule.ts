import type { Technique } from '../../../core/annotation.ts';
import { type AnnotatedField, type AppliedProfile, annotatedFields, articlesOf, nodeOfColumn } from '../../../core/duties.ts';
import { name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'kept-hipaa-identifier',
  scope: 'metadata',
  summary: 'An identifier that de-identification under HIPAA removes is still there',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ description, profiles }) {
    const claimed = description.privacy?.identifiability === 'deidentified';
    const standards = profiles.applied.filter(one => Object.hasOwn(KEPT, one.profile.id) && (claimed || isChosen(one))).map(({ profile }) => profile.id);
    // A limited data set may hold what the safe harbor may not; where both are chosen the stricter one is meant.
    const [id] = standards.includes('hipaa-safe-harbor') ? ['hipaa-safe-harbor'] : standards;
    if (id === undefined) return;
    for (const column of annotatedFields(description)) {
      const letter = letterOf(column);
      if (letter === undefined || isAllowed(column, letter, id)) continue;
      yield {
        place: { at: 'node', ...nodeOfColumn(column, column.privacy.special ? 'special' : column.privacy.category === undefined ? 'type' : 'category') },
        message: say`${column} holds ${CLASSES.get(letter) ?? name(letter)} (class ${name(letter)}), ${hint(letter, id)}: ${articlesOf(profiles.asking('kept-hipaa-identifier', id))}`,
      };
    }
  },
});

/** The class a column says it is of, else that of its category or type. */
function letterOf({ privacy: { special = [], category = '', type = '' } }: AnnotatedField): string | undefined {
  const said = special.flatMap(term => /^hipaa:([A-R])$/.exec(term)?.[1] ?? [])[0];
  return said ?? LETTERS.find(([, kinds]) => kinds.test(category) || kinds.test(type))?.[0];
}

const LETTERS: readonly (readonly [letter: string, kinds: RegExp])[] = [
  ['A', /^user\.name(?:\.|$)|^(?:person-name|given-name|cn-person-name)$/],
  ['B', /^user\.contact\.address(?:\.(?:street|city|postal_code))?$|^street-address$/],
  ['C', /date_of_birth|^birth-date$/],
  ['D', /phone_number|^(?:us-phone|phone-number|national-phone)$/],
  ['E', /fax_number/],
  ['F', /^user\.contact\.email|^email$/],
  ['G', /^us-ssn/],
  ['H', /health_and_medical\.record_id|^medical-record$/],
  ['I', /insurance_beneficiary_id/],
  ['J', /^user\.financial\.bank_account|^(?:bank-account|iban|payment-card)$/],
  ['K', /drivers_licen[cs]e|^driving-licence$/],
  ['L', /^vin$/],
  ['M', /^user\.device\.device_id|^imei$/],
  ['N', /^user\.contact\.url|^profile-url$/],
  ['O', /ip_address|^ip-address$/],
  ['P', /^user\.biometric/],
];

const isChosen = ({ reason }: AppliedProfile): boolean => reason.kind === 'named' || reason.kind === 'configured' || (reason.kind === 'cited' && reason.term === 'hipaa:lds');

/** Classes a limited data set keeps: places down to the ZIP code, dates, and what no other class names (45 CFR 164.514(e)(2)). */
const KEPT: Readonly<Record<string, string>> = { 'hipaa-safe-harbor': '', 'hipaa-limited-data-set': 'BCR' };
const GONE: readonly (Technique | undefined)[] = ['suppression', 'redaction', 'synthetic'];
const COARSER: readonly (Technique | undefined)[] = ['generalisation', 'rounding', 'binning', 'aggregation', 'microaggregation', 'top-coding'];

function isAllowed({ privacy: { transform } }: AnnotatedField, letter: string, id: string): boolean {
  const technique = transform?.technique;
  if (GONE.includes(technique) || KEPT[id]?.includes(letter)) return true;
  if (letter === 'B') return COARSER.includes(technique) && (transform?.params?.digits ?? 3) <= 3;
  if (letter === 'C') return COARSER.includes(technique);
  // A code may stay by which the record can be found again, unless it is made of what it stands for (164.514(c)).
  return letter === 'R' && technique === 'tokenisation';
}

const hint = (letter: string, id: string) => (id === 'hipaa-limited-data-set' ? say`which a limited data set leaves out`
  : letter === 'B' ? say`of which a state and three digits of the ZIP code may stay`
    : letter === 'C' ? say`of which the year may stay, and ages over 89 as one group`
      : say`which the safe harbor leaves out`);

const CLASSES = new Map([
  ['A', say`names`], ['B', say`places smaller than a state`], ['C', say`dates`], ['D', say`telephone numbers`], ['E', say`fax numbers`], ['F', say`addresses for e-mail`],
  ['G', say`social security numbers`], ['H', say`medical record numbers`], ['I', say`health plan numbers`], ['J', say`account numbers`], ['K', say`certificate or licence numbers`],
  ['L', say`vehicle identifiers`], ['M', say`device identifiers`], ['N', say`web addresses`], ['O', say`IP addresses`], ['P', say`biometric identifiers`],
  ['Q', say`photographs of faces`], ['R', say`other identifying numbers or codes`],
]);
