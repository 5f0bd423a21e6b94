import type { ColumnPrivacy, Technique, TransformDescription, Transfer } from '../../core/annotation.ts';
import type { FieldType } from '../../core/description.ts';

/** Masking strategies of Fides, by the technique that comes closest. */
export const STRATEGIES: Readonly<Partial<Record<Technique, string>>> = {
  suppression: 'null_rewrite', masking: 'string_rewrite', hashing: 'hash', 'keyed-hashing': 'hmac', tokenisation: 'random_string_rewrite', encryption: 'aes_encrypt',
};

export const techniqueOf = (strategy: string): TransformDescription | undefined => {
  const technique = TECHNIQUES.find(one => STRATEGIES[one] === strategy);
  return technique && { technique };
};
const TECHNIQUES: readonly Technique[] = ['suppression', 'masking', 'hashing', 'keyed-hashing', 'tokenisation', 'encryption'];

/** Types of Fides that need no more words. */
export const TYPES: Readonly<Partial<Record<FieldType, string>>> = { string: 'string', integer: 'integer', number: 'float', boolean: 'boolean', object: 'object' };

export const MECHANISMS: Readonly<Partial<Record<NonNullable<Transfer['mechanism']>, string>>> = { adequacy: 'Adequacy Decision', scc: 'SCCs', bcr: 'BCRs' };

/** What a request of a person is looked up by. */
export function identityOf({ role, category }: ColumnPrivacy): string | undefined {
  if (role !== 'direct-identifier') return undefined;
  return category === undefined ? undefined : IDENTITIES[category];
}

const IDENTITIES: Readonly<Record<string, string>> = {
  'user.contact.email': 'email', 'pd:EmailAddress': 'email', 'user.contact.phone_number': 'phone_number', 'pd:TelephoneNumber': 'phone_number',
};
