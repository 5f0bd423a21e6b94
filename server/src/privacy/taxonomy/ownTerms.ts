import { name, say } from '../../core/message.ts';
import { DATA_CATEGORIES } from './categories.ts';
import { DPV_PERSONAL_DATA } from './dpv.ts';
import { LEGAL_BASES, SPECIAL_BASES } from './laws.ts';
import type { LegalTerm, Term } from './term.ts';
import { DATA_SUBJECTS, DATA_USES, type DataUse } from './uses.ts';

/**
 * The words Fides and DPV have for what annotations say, DPV's without their prefix (https://ethyca.github.io/fideslang/, https://w3id.org/dpv). Of the purposes,
 * subjects and grounds of DPV these are those that annotations are written as; it has more.
 */
export const OWN_TERMS = {
  'fides-data-category': DATA_CATEGORIES,
  // Children are no subjects of that taxonomy.
  'fides-data-subject': DATA_SUBJECTS.filter(({ id }) => id !== 'child'),
  'fides-legal-basis': LEGAL_BASES.flatMap(term => grounds(term, term.fides)),
  'fides-special-basis': SPECIAL_BASES.flatMap(term => grounds(term, term.fides)),
  'dpv-personal-data': [...DPV_PERSONAL_DATA].map(id => inDpv(id, DATA_CATEGORIES)),
  'dpv-purpose': dpvTermsOf(DATA_USES),
  'dpv-data-subject': dpvTermsOf(DATA_SUBJECTS),
  'dpv-legal-basis': [...LEGAL_BASES, ...SPECIAL_BASES].flatMap(term => grounds(term, term.dpv)),
} as const satisfies Readonly<Record<string, readonly Term[]>>;

function grounds(term: LegalTerm, id: string | undefined): readonly LegalTerm[] {
  return id === undefined ? [] : [{ ...term, id }];
}

function dpvTermsOf(terms: readonly DataUse[]): readonly Term[] {
  return [...new Set(terms.flatMap(({ dpv }) => dpv ?? []))].sort().map(id => inDpv(id, terms));
}

/** A term that stands for one of ours means the same; one that stands for several is broader than each, so that its name has to do. */
function inDpv(id: string, ours: readonly (Term & { readonly dpv?: string })[]): Term {
  const [only, ...others] = ours.filter(({ dpv }) => dpv === id);
  return { id, meaning: only && others.length === 0 ? only.meaning : say`A term of DPV: ${name(spaced(id))}` };
}

/** `IPAddress` as `IP Address`. */
function spaced(id: string): string {
  return id.replace(/([a-z])(?=[A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$1$2 ');
}
