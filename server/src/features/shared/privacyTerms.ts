import type { GuideName } from '../../core/standard.ts';
import type { Vocabulary } from '../../core/term.ts';
import { say, type Message } from '../../core/message.ts';
import { allDetectors, allProfiles } from '../../engine/registry.ts';
import { fidesTermOf, VOCABULARIES } from '../../privacy/taxonomy/terms.ts';
import type { Term } from '../../privacy/taxonomy/term.ts';

/** Terms that may stand at a place of an annotation, each with what it means; those out of use, and those of a version to come, are not offered. */
export const termsFor = (name: GuideName): readonly Term[] => termsOf(name).filter(({ id }) => isInUse(id));

/** What a term at such a place means, with the article it stands in where it is one of a law. */
export function meaningOf(name: GuideName | undefined, id: string): Message | undefined {
  const term = name && termsOf(name).find(one => one.id === id);
  const article = term && 'article' in term && typeof term.article === 'string' ? term.article : undefined;
  return article === undefined ? term?.meaning : say`${term?.meaning ?? verbatim('')}: ${verbatim(article)}`;
}

function termsOf(name: GuideName): readonly Term[] {
  if (isVocabulary(name)) return VOCABULARIES[name];
  if (name === 'detector') return allDetectors.map(({ id, title }) => ({ id, meaning: verbatim(title) }));
  return name === 'profile' ? allProfiles.map(({ id, title }) => ({ id, meaning: verbatim(title) })) : [];
}

const isVocabulary = (name: GuideName): name is Vocabulary => Object.hasOwn(VOCABULARIES, name);

function isInUse(id: string): boolean {
  const term = fidesTermOf(id);
  return term?.deprecated === undefined && term?.since !== '3.2';
}

const verbatim = (template: string): Message => ({ template, parts: [] });
