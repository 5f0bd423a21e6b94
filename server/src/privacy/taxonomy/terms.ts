import { TECHNIQUES } from '../../core/annotation.ts';
import type { Vocabulary } from '../../core/term.ts';
import { mostSimilar } from '../../util/similar.ts';
import { DATA_CATEGORIES } from './categories.ts';
import { DPV_PERSONAL_DATA } from './dpv.ts';
import { LEGAL_BASES, SPECIAL_BASES, SPECIAL_CLASSES } from './laws.ts';
import { OWN_TERMS } from './ownTerms.ts';
import { TECHNIQUE_TERMS } from './techniques.ts';
import type { DataCategory, FidesTerm, Term } from './term.ts';
import { DATA_SUBJECTS, DATA_USES, type DataUse } from './uses.ts';

/** The controlled vocabularies an annotation speaks in. */
export const VOCABULARIES: Readonly<Record<Vocabulary, readonly Term[]>> = {
  'data-category': DATA_CATEGORIES,
  'data-use': DATA_USES,
  'data-subject': DATA_SUBJECTS,
  'legal-basis': LEGAL_BASES,
  'special-basis': SPECIAL_BASES,
  'special-class': SPECIAL_CLASSES,
  technique: TECHNIQUES.map((id): Term => ({ id, meaning: TECHNIQUE_TERMS[id].meaning })),
  ...OWN_TERMS,
};

const indexes = new Map(Object.entries(VOCABULARIES).map(([name, terms]) => [name, new Map<string, Term>(terms.map(term => [term.id, term]))]));

/** A term by its id; `undefined` for what is none. */
export const termOf = (vocabulary: Vocabulary, id: string): Term | undefined => indexes.get(vocabulary)?.get(id);

const fidesTerms = new Map<string, FidesTerm>([...DATA_CATEGORIES, ...DATA_USES, ...DATA_SUBJECTS].map(term => [term.id, term]));
export const fidesTermOf = (id: string): FidesTerm | undefined => fidesTerms.get(id);
export const dataCategoryOf = (id: string): DataCategory | undefined => DATA_CATEGORIES.find(term => term.id === id);
export const dataUseOf = (id: string): DataUse | undefined => DATA_USES.find(term => term.id === id);

/** Whether an id is a term: of the vocabulary, or for categories one of DPV (`pd:EmailAddress`). */
export function isTerm(vocabulary: Vocabulary, id: string): boolean {
  const isDpv = vocabulary === 'data-category' && id.startsWith('pd:');
  return isDpv ? DPV_PERSONAL_DATA.has(id.slice('pd:'.length)) : termOf(vocabulary, id) !== undefined;
}

/** The term somebody meant: the one with the same ends whose middle was left out, else the one that is spelled most like it. */
export function nearestTerm(vocabulary: Vocabulary, id: string): string | undefined {
  if (vocabulary === 'data-category' && id.startsWith('pd:')) {
    const meant = mostSimilar(id.slice('pd:'.length), [...DPV_PERSONAL_DATA]);
    return meant === undefined ? undefined : `pd:${meant}`;
  }
  const ids = VOCABULARIES[vocabulary].map(term => term.id);
  return withMiddle(id, ids) ?? mostSimilar(id, ids.filter(candidate => isLike(id, candidate))) ?? ancestor(id, ids);
}

/** Step for step the same, or a slip of the pen. */
function isLike(id: string, candidate: string): boolean {
  const [steps, others] = [id.split('.'), candidate.split('.')];
  return steps.length === others.length && steps.every((step, i) => step === others[i] || mostSimilar(step, [others[i] ?? '']) !== undefined);
}

/** A finer term than there is stands for the one above it. */
const ancestor = (id: string, ids: readonly string[]): string | undefined =>
  ids.filter(candidate => candidate.includes('.') && id.startsWith(`${candidate}.`)).sort((a, b) => b.length - a.length)[0];

/** `user.contact.state` and `email` stand for one term each that ends so; where several do, nothing is guessed. */
function withMiddle(id: string, ids: readonly string[]): string | undefined {
  const steps = id.split('.');
  const last = steps.at(-1) ?? '';
  const ends = ids.filter(candidate => candidate === last || candidate.endsWith(`.${last}`));
  const inside = ends.filter(candidate => steps.length === 1 || candidate.startsWith(`${steps[0] ?? ''}.`));
  const within = inside.filter(candidate => steps.length < 3 || candidate.startsWith(`${steps.slice(0, -1).join('.')}.`));
  const found = within.length > 0 ? within : inside;
  return found.length === 1 ? found[0] : undefined;
}
