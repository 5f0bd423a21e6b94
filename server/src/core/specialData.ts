import type { ColumnPrivacy } from './annotation.ts';
import type { AnnotatedField } from './duties.ts';

/** Kinds of personal data that laws protect more than others, by the names annotations have for them after the colon: `gdpr9:health`. */
export const SPECIAL_KINDS = [
  'race', 'politics', 'religion', 'union', 'genetic', 'biometric', 'health', 'sexuality', 'offence', 'finance', 'location', 'child',
] as const;
export type SpecialKind = (typeof SPECIAL_KINDS)[number];

/** What Article 9(1) of the GDPR lists. */
export const GDPR9: readonly SpecialKind[] = ['race', 'politics', 'religion', 'union', 'genetic', 'biometric', 'health', 'sexuality'];
/** What Article 28 of the Personal Information Protection Law lists, as far as a category tells; the specific identities it names too are for people to mark. */
export const PIPL28: readonly SpecialKind[] = ['religion', 'genetic', 'biometric', 'health', 'finance', 'location', 'child'];

/** Segments of fideslang categories, and ids of detectors, that stand for a kind. */
const WORDS: Readonly<Record<string, SpecialKind>> = {
  race: 'race', ethnicity: 'race', race_ethnicity: 'race',
  political_opinion: 'politics', 'political-opinion': 'politics',
  religion: 'religion', religious_belief: 'religion',
  union_membership: 'union', 'union-membership': 'union',
  genetic: 'genetic', genomic: 'genetic',
  biometric: 'biometric', biometric_health: 'biometric',
  health_and_medical: 'health', 'icd-10': 'health', 'blood-type': 'health', 'medical-record': 'health',
  sexual_orientation: 'sexuality', 'sexual-orientation': 'sexuality',
  criminal_history: 'offence', 'criminal-record': 'offence',
  financial: 'finance', 'bank-account': 'finance', 'payment-card': 'finance',
  precise: 'location', 'precise-location': 'location',
  child: 'child', childrens: 'child',
};

/** The kind an annotation is of by its category or type; `undefined` where these say nothing of the sort. */
export function kindOf({ category = '', type = '' }: ColumnPrivacy): SpecialKind | undefined {
  return [...category.split('.').reverse(), type].map(word => (Object.hasOwn(WORDS, word) ? WORDS[word] : undefined)).find(kind => kind !== undefined);
}

/** The term of a column that names a legal class, such as `gdpr9:health` for the scheme `gdpr9`. */
export function termOf({ privacy: { special = [] } }: AnnotatedField, scheme: string): string | undefined {
  return special.find(term => term === scheme || term.startsWith(`${scheme}:`));
}

/** Whether a column is of a class of a law: it says so, or its category is one of the kinds the law lists. */
export function isSpecial(field: AnnotatedField, scheme: string, kinds: readonly SpecialKind[]): boolean {
  const kind = kindOf(field.privacy);
  return termOf(field, scheme) !== undefined || (kind !== undefined && kinds.includes(kind));
}
