import type { Description } from '../../../core/description.ts';
import { type AnnotatedField, annotatedFields, withArticles } from '../../../core/duties.ts';
import { name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'guessable-hash',
  scope: 'metadata',
  summary: 'A hash without a key hides values that can all be tried',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ description, profiles }) {
    for (const column of annotatedFields(description)) {
      const { transform, node } = column.privacy;
      if (transform?.technique !== 'hashing' || transform.keyed === true || transform.keyRef !== undefined) continue;
      const kind = guessableKind(column, description);
      if (kind === undefined) continue;
      const { algorithm } = transform.params ?? {};
      const message = algorithm === undefined ? say`${column} is a hash without a key of ${name(kind)}: whoever tries all of them finds the values`
        : say`${column} is ${name(algorithm)} without a key of ${name(kind)}: whoever tries all of them finds the values`;
      const { params, ...rest } = transform;
      yield {
        place: { at: 'node', path: [...node, 'transform', 'technique'], part: 'value' },
        message: withArticles(message, profiles.asking('guessable-hash')),
        fix: {
          title: say`Use a keyed hash instead`,
          safety: 'unsafe',
          change: { do: 'set-node', path: [...node, 'transform'], value: { ...rest, technique: 'keyed-hashing', keyed: true, keyRef: 'HASH_KEY' } },
        },
      };
    }
  },
});

/** What was hashed, where there is so little of it that a machine goes through all. */
function guessableKind(column: AnnotatedField, description: Description): string | undefined {
  const source = annotatedFields(description).find(one => one.name === column.privacy.transform?.from);
  return [column, ...(source ? [source] : [])].flatMap(({ privacy: { type, category } }) => [type ?? '', category ?? '']).find(word => GUESSABLE.test(word));
}

const GUESSABLE = new RegExp([
  // Categories: phones, addresses, numbers the state gives, dates, accounts.
  '^user\\.contact\\.(?:phone_number|fax_number|email|address\\.postal_code)(?:\\.|$)',
  '^user\\.(?:government_id|demographic|device\\.(?:ip_address|device_id)|financial|payment|date_of_birth)(?:\\.|$)',
  // Detectors of the same, and of numbers of people and things.
  '(?:^|-)(?:phone|phone-number|email|ssn|ssn-digits|nino|cpf|cnpj|curp|pan|aadhaar|rut|hetu|nir|dni|personnummer|pesel|sin|bsn|tckn|rrn|nric|id)$',
  '(?:^|-)(?:resident-id|my-number|tax-id|national-number|plate|wechat)$',
  '^(?:age|birth-date|gender|ip-address|mac-address|imei|payment-card|bank-account|iban|vin|passport|driving-licence|blood-type)$',
].join('|'));
