import type { ColumnPrivacy, Identifiability, Transfer } from '../../core/annotation.ts';
import { DATA_CATEGORIES } from '../../privacy/taxonomy/categories.ts';
import { DPV_PERSONAL_DATA } from '../../privacy/taxonomy/dpv.ts';

export const CONTEXT = {
  dpv: 'https://w3id.org/dpv#', pd: 'https://w3id.org/dpv/pd#', loc: 'https://w3id.org/dpv/loc#', 'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
  dct: 'http://purl.org/dc/terms/', rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#', xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** Kinds of data; aggregates have no word of their own. */
export const KINDS: Readonly<Partial<Record<Identifiability, string>>> = {
  identified: 'dpv:PersonalData', pseudonymised: 'dpv:PseudonymisedData', deidentified: 'dpv:ContextuallyAnonymisedData', anonymised: 'dpv:AnonymisedData',
  synthetic: 'dpv:SyntheticData', 'non-personal': 'dpv:NonPersonalData',
};

export const ORIGINS: Readonly<Partial<Record<NonNullable<ColumnPrivacy['origin']>, string>>> = {
  provided: 'dpv:ProvidedPersonalData', observed: 'dpv:ObservedPersonalData', derived: 'dpv:DerivedPersonalData', inferred: 'dpv:InferredPersonalData',
};

/** Grounds of GDPR Articles 45 and 46 for a transfer. A derogation of Article 49 would have to be named by its letter. */
export const TRANSFER_GROUNDS: Readonly<Partial<Record<NonNullable<Transfer['mechanism']>, string>>> = {
  adequacy: 'eu-gdpr:A45-3', bcr: 'eu-gdpr:A46-2-b', scc: 'eu-gdpr:A46-2-c',
};

/** The first category of which one of the types is the term, else the term itself. */
export function categoryOf(types: readonly string[]): string | undefined {
  const term = types.find(type => type.startsWith('pd:') && DPV_PERSONAL_DATA.has(type.slice('pd:'.length)));
  return term && (DATA_CATEGORIES.find(({ dpv }) => `pd:${dpv}` === term)?.id ?? term);
}
