/** What part of a longer text can name or reach a person by itself, or open what is theirs. */
export type PersonalKind = 'email' | 'phone' | 'card' | 'iban' | 'identity-number' | 'name' | 'address' | 'secret';

/** Those that name or reach somebody. */
export const PERSONAL_KINDS: readonly Exclude<PersonalKind, 'secret'>[] = ['email', 'phone', 'card', 'iban', 'identity-number', 'name', 'address'];

/** A part of a text, in UTF-16 units. */
export interface PersonalSpan {
  readonly kind: PersonalKind;
  readonly start: number;
  readonly end: number;
}
