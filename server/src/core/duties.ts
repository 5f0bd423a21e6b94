import type { ColumnPrivacy, PrivacyDescription } from './annotation.ts';
import { type Description, type FieldDescription, isAnnotatedPersonal } from './description.ts';
import { type Message, type Part, list, say } from './message.ts';
import type { NodePath } from './place.ts';
import type { Json } from './problem.ts';

/** A law, a standard or a part of one that a dataset can be held against. It asks for things; rules look whether they are there. */
export interface LegalProfile {
  readonly id: string;
  /** English name without a full stop; translations live beside the profile. */
  readonly title: string;
  readonly aliases?: readonly string[];
  /** Oldest first. */
  readonly versions: readonly [ProfileVersion, ...ProfileVersion[]];
  /** Countries and regions (ISO 3166) whose law it is; none where only somebody's choice makes it apply. */
  readonly territory: readonly string[];
  /** How terms of an annotation begin that cite it, such as `gdpr:` and `gdpr9:`. */
  readonly terms: readonly string[];
  /** By the id of a rule, the article that asks for what the rule looks for. */
  readonly asks: Readonly<Record<string, Message>>;
}

/** A text of a profile, by the month since which it is in force, as annotations write it: `2018-05`. */
export interface ProfileVersion {
  readonly id: string;
  /** First day it is in force. */
  readonly inForce: string;
  /** The profile, with its version, that took its place, and the first day it did; for a part of it where the profile stays in force. */
  readonly superseded?: { readonly by: string; readonly on: string };
}

/** A profile that a dataset is held against, and why. */
export interface AppliedProfile {
  readonly profile: LegalProfile;
  readonly version: ProfileVersion;
  readonly reason: ProfileReason;
}

export type ProfileReason =
  | { readonly kind: 'named' | 'configured' }
  | { readonly kind: 'jurisdiction'; readonly code: string }
  | { readonly kind: 'cited'; readonly term: string }
  /** Personal data, and nothing that says whose law it is under. */
  | { readonly kind: 'assumed' };

/** The profiles one description is held against. */
export interface Profiles {
  readonly known: readonly LegalProfile[];
  readonly applied: readonly AppliedProfile[];
  /** The articles of all applied profiles, or of one, that ask for what a rule looks for, each with its version and why it holds. */
  asking(rule: string, profile?: string): readonly Message[];
}

export const NO_PROFILES: Profiles = { known: [], applied: [], asking: () => [] };

/** Articles as a part of a message. */
export const articlesOf = (articles: readonly Message[]): Part => list(articles.map(message => ({ kind: 'message', message })));

/** Kinds of data that are about nobody any more, whatever they were made of. */
const IMPERSONAL: ReadonlySet<string | undefined> = new Set(['anonymised', 'aggregate', 'synthetic', 'non-personal']);

/** A column with an annotation. */
export type AnnotatedField = FieldDescription & { readonly privacy: ColumnPrivacy };

/** Fields that have an annotation, of all resources; those that say they are not personal are left out. */
export function annotatedFields({ resources }: Description): readonly AnnotatedField[] {
  return resources.flatMap(({ fields }) => fields.filter(isAnnotated));
}

function isAnnotated(field: FieldDescription): field is AnnotatedField {
  return field.privacy !== undefined && field.privacy.notPersonal !== true;
}

/** Fields that are annotated as personal and not as made up or about nobody. */
export function personalFields(description: Description): readonly AnnotatedField[] {
  return annotatedFields(description).filter(field => {
    const { identifiability, special = [], role } = field.privacy;
    if (IMPERSONAL.has(identifiability)) return false;
    return isAnnotatedPersonal(field) || special.length > 0 || role === 'direct-identifier' || role === 'pseudonym';
  });
}

/** A description of personal data as its own block has it. */
export type PersonalDescription = Description & { readonly privacy: PrivacyDescription };

/** Whether a description says in a block of its own that its data is about people: then laws about personal data have something to ask. */
export function isPersonal(description: Description): description is PersonalDescription {
  const { privacy } = description;
  if (!privacy || privacy.personalData === 'none' || IMPERSONAL.has(privacy.identifiability)) return false;
  return privacy.personalData === 'yes' || personalFields(description).length > 0;
}

/** Whether a node of a dataset's block is there, be it ill-formed: then that is said already, and what it leaves open is no second mistake. */
export function isWritten(privacy: PrivacyDescription | undefined, path: NodePath): boolean {
  if (!privacy || !privacy.node.every((step, i) => path[i] === step)) return false;
  // A text where an object belongs stands for all that should have been in it.
  const within = (at: Json | undefined, step: string | number): Json | undefined =>
    (isObject(at) || typeof step === 'number' ? Object.entries(at ?? {}).find(([key]) => key === `${step}`)?.[1] : at);
  return path.slice(privacy.node.length).reduce<Json | undefined>(within, privacy.raw) !== undefined;
}

const isObject = (at: Json | undefined): boolean => typeof at === 'object' && at !== null && !Array.isArray(at);

/** Whether a column serves a purpose: all of them where it names none. */
export const serves = ({ privacy: { purposes } }: AnnotatedField, use: string): boolean => purposes === undefined || purposes.includes(use);

/** Whether a column of special data is there to detect bias and for nothing that has another condition: Article 10(5) of the EU AI Act is all that allows it. */
export function isForBiasAlone(column: AnnotatedField, { purposes }: PrivacyDescription): boolean {
  const conditions = purposes.filter(({ use }) => serves(column, use)).map(({ specialBasis }) => specialBasis);
  return conditions.includes(BIAS) && conditions.every(condition => condition === undefined || condition === BIAS);
}

const BIAS = 'ai-act:10-5';

/** Where a finding about a column shows: at the part of its annotation that is meant, else at the annotation. */
export function nodeOfColumn({ privacy }: AnnotatedField, key: keyof ColumnPrivacy): { readonly path: NodePath; readonly part: 'key' | 'value' } {
  return privacy[key] === undefined ? { path: privacy.node, part: 'key' } : { path: [...privacy.node, key], part: 'value' };
}

/** What is wrong, with the articles that say so where some do: for what is wrong whatever the law. */
export const withArticles = (message: Message, articles: readonly Message[]): Message => (articles.length > 0 ? say`${message}: ${articlesOf(articles)}` : message);
