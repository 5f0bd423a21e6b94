import type { Description } from '../core/description.ts';
import {
  type AppliedProfile, type LegalProfile, type ProfileReason, type Profiles, type ProfileVersion, annotatedFields, isPersonal, personalFields,
} from '../core/duties.ts';
import { type Message, name, say } from '../core/message.ts';
import { allProfiles } from './registry.ts';

export interface Choice {
  /** Profiles the configuration names, with a version or without. */
  readonly chosen: readonly string[];
  readonly today: Date;
}

/** The profile personal data is held against where nothing says whose law it is under: the one most of the others were modelled on. */
const ASSUMED = 'gdpr';

/**
 * What a description is held against: the profiles it names and those the configuration does; where there are none of either, those of the jurisdictions it
 * names and those its own terms cite, and failing that the usual one, if there is personal data at all. Every article says which it was.
 */
export function applyProfiles(description: Description, choice: Choice, known: readonly LegalProfile[] = allProfiles): Profiles {
  const applied = unique(reasonsFor(description, choice, known));
  return {
    known, applied,
    asking: (rule, only) => applied.flatMap(({ profile, version, reason }) => {
      const article = Object.hasOwn(profile.asks, rule) && (only ?? profile.id) === profile.id ? profile.asks[rule] : undefined;
      return article ? [articleWords(article, verbatim(`${profile.id}@${version.id}`), reason)] : [];
    }),
  };
}

/** The profile of an id or an alias, with a version or without; the newest version in force where none is named or it is none. */
export function profileNamed(text: string, known: readonly LegalProfile[], today: Date): { readonly profile: LegalProfile; readonly version: ProfileVersion } | undefined {
  const [id = '', month] = text.split('@');
  const profile = known.find(one => one.id === id || one.aliases?.includes(id));
  return profile && { profile, version: profile.versions.find(version => version.id === month) ?? newest(profile, today) };
}

function newest({ versions }: LegalProfile, today: Date): ProfileVersion {
  const day = today.toISOString().slice(0, 10);
  return versions.filter(({ inForce }) => inForce <= day).at(-1) ?? versions[0];
}

function reasonsFor(description: Description, { chosen, today }: Choice, known: readonly LegalProfile[]): readonly AppliedProfile[] {
  const { privacy } = description;
  const apply = (id: string, reason: ProfileReason): readonly AppliedProfile[] => {
    const found = profileNamed(id, known, today);
    return found ? [{ ...found, reason }] : [];
  };
  const said = [
    ...(privacy?.profiles ?? []).flatMap(id => apply(id, { kind: 'named' })),
    ...chosen.flatMap(id => apply(id, { kind: 'configured' })),
  ];
  if (said.length > 0) return said;
  const derived = known.flatMap(profile => derivedReason(profile, description).flatMap(reason => apply(profile.id, reason)));
  if (derived.length > 0) return derived;
  return (privacy ? isPersonal(description) : personalFields(description).length > 0) && (privacy?.jurisdictions ?? []).length === 0 ? apply(ASSUMED, { kind: 'assumed' }) : [];
}

function derivedReason({ territory, terms }: LegalProfile, description: Description): readonly ProfileReason[] {
  const code = (description.privacy?.jurisdictions ?? []).find(one => territory.some(place => one === place || one.startsWith(`${place}-`)));
  if (code !== undefined) return [{ kind: 'jurisdiction', code }];
  const term = termsOf(description).find(one => terms.some(start => one.startsWith(start)));
  return term === undefined ? [] : [{ kind: 'cited', term }];
}

/** Every term of an annotation that cites a law. */
function termsOf(description: Description): readonly string[] {
  const purposes = description.privacy?.purposes ?? [];
  return [
    ...purposes.flatMap(({ legalBasis, specialBasis }) => [legalBasis ?? [], specialBasis ?? []].flat()),
    ...annotatedFields(description).flatMap(({ privacy: { special = [] } }) => special),
  ];
}

/** The first reason of each profile counts. */
const unique = (all: readonly AppliedProfile[]): readonly AppliedProfile[] => all.filter(({ profile }, i) => all.findIndex(one => one.profile === profile) === i);

function articleWords(article: Message, version: Message, reason: ProfileReason): Message {
  switch (reason.kind) {
    case 'named': case 'configured': return say`${article} [${version}]`;
    case 'jurisdiction': return say`${article} [${version}, by the jurisdiction ${name(reason.code)}]`;
    case 'cited': return say`${article} [${version}, cited by ${name(reason.term)}]`;
    case 'assumed': return say`${article} [${version}, as no jurisdiction is named]`;
  }
}

/** Text that is the same in every language. */
const verbatim = (text: string): Message => ({ template: text, parts: [] });
