import type { NodePath } from './place.ts';
import type { Json } from './problem.ts';

/**
 * Privacy annotation of a dataset and of its columns, version 1. Every part lies in the document under the key it has here, below `node`; a standard that
 * writes it in another way says so by the node. What is wrong in a document is left out here and complained about there, so rules never meet a value of the wrong kind.
 */
export interface PrivacyDescription {
  readonly node: NodePath;
  /** The block as it was written. */
  readonly raw: Json;
  readonly schemaVersion?: 1;
  /** Sets of duties the dataset is to be held against: an id, or an id with the month of its version, `gdpr@2018-05`. */
  readonly profiles?: readonly string[];
  readonly personalData?: 'none' | 'possible' | 'yes';
  readonly identifiability?: Identifiability;
  /** Grade of the data by Article 21 of the Data Security Law of China. */
  readonly dataLevel?: 'general' | 'important' | 'core';
  /** Whether every column that holds personal data is said to be annotated. */
  readonly complete?: boolean;
  /** Keys of the fideslang data-subject taxonomy, and `child`. */
  readonly subjects?: readonly string[];
  readonly unit?: PrivacyUnit;
  readonly controller?: Contact;
  readonly role?: 'controller' | 'processor' | 'joint-controller';
  readonly dpo?: Contact;
  readonly representative?: Contact;
  readonly purposes: readonly PurposeDescription[];
  readonly sources?: readonly DataSource[];
  /** Countries and regions whose law applies, and where the data lies: ISO 3166-1 or 3166-2. */
  readonly jurisdictions?: readonly string[];
  readonly storage?: readonly string[];
  readonly transfers?: readonly Transfer[];
  readonly recipients?: readonly Recipient[];
  readonly retention?: Retention;
  readonly dpia?: ImpactAssessment;
  /** Where the record of processing activities (GDPR Article 30) and the assessment of PIPL Article 55 are kept. */
  readonly ropaRef?: string;
  readonly pipiaRef?: string;
  readonly release?: { readonly audience?: Audience; readonly licence?: string };
  readonly guarantees?: Guarantees;
  readonly differentialPrivacy?: DifferentialPrivacy;
  readonly safeguards?: Safeguards;
  readonly ethicsReview?: { readonly board?: string; readonly decision?: 'approved' | 'exempt' | 'pending' | 'rejected'; readonly ref?: string; readonly on?: string };
  /** Examinations Article 10(2) of the EU AI Act asks for. */
  readonly biasExamination?: { readonly ref?: string; readonly on?: string; readonly result?: string };
  readonly dataGaps?: string;
  readonly reviewed?: { readonly by?: string; readonly on?: string; readonly tool?: string };
  readonly waivers?: readonly Waiver[];
}

export type Identifiability = 'identified' | 'pseudonymised' | 'deidentified' | 'anonymised' | 'aggregate' | 'synthetic' | 'non-personal';
export type Audience = 'public' | 'registered' | 'controlled' | 'internal';

/** What one protected subject is, and the columns that tell subjects apart. */
export interface PrivacyUnit {
  readonly kind?: 'person' | 'household' | 'device' | 'event';
  readonly key?: readonly string[];
}

export interface Contact {
  readonly name?: string;
  readonly email?: string;
  readonly address?: string;
  readonly phone?: string;
}

export interface PurposeDescription {
  readonly node: NodePath;
  /** Key of the fideslang data-use taxonomy, for instance `train_ai_system`. */
  readonly use: string;
  readonly description?: string;
  /** `gdpr:6-1-a`, `pipl:13-1`, `hipaa:authorization`, ... */
  readonly legalBasis?: string;
  /** `gdpr:9-2-a`, ..., `gdpr:10`, `ai-act:10-5`. */
  readonly specialBasis?: string;
  readonly consentRef?: string;
  /** How consent can be withdrawn. */
  readonly withdrawal?: string;
  readonly balancingTestRef?: string;
  readonly originalPurpose?: string;
  readonly compatible?: boolean;
  /** Where people are told that they may limit the use of sensitive data (California Civil Code 1798.121). */
  readonly limitUseRef?: string;
}

export interface DataSource {
  readonly kind?: 'provided' | 'observed' | 'derived' | 'inferred' | 'third-party' | 'scraped' | 'synthetic';
  readonly from?: string;
  readonly period?: string;
  readonly noticeRef?: string;
  /** Where the licence, the contract or the record of the collection is. */
  readonly recordRef?: string;
}

export interface Transfer {
  readonly to: string;
  readonly mechanism?: 'adequacy' | 'scc' | 'bcr' | 'derogation' | 'cac-assessment' | 'cac-contract' | 'cac-cert';
  readonly ref?: string;
  readonly subjectsPerYear?: number;
}

export interface Recipient {
  readonly name?: string;
  readonly role?: string;
  readonly country?: string;
}

/** How long data is kept: an ISO 8601 duration from a column's date or from an event. */
export interface Retention {
  readonly period?: string;
  readonly from?: string;
  readonly action?: 'delete' | 'anonymise' | 'archive';
  readonly basis?: string;
}

export interface ImpactAssessment {
  readonly required?: boolean;
  readonly status?: string;
  readonly date?: string;
  readonly ref?: string;
}

/** What the data is said to keep, by the definitions of `privacy/measures/`. */
export interface Guarantees {
  readonly kAnonymity?: { readonly k?: number; readonly qi?: readonly string[]; readonly missing?: MissingRule };
  readonly lDiversity?: readonly { readonly sensitive?: string; readonly kind?: 'distinct' | 'entropy' | 'recursive'; readonly l?: number; readonly c?: number }[];
  readonly tCloseness?: readonly { readonly sensitive?: string; readonly t?: number; readonly distance?: 'equal' | 'ordered' | 'hierarchical' }[];
  readonly alphaK?: { readonly alpha?: number; readonly k?: number };
  readonly betaLikeness?: number;
  readonly deltaDisclosure?: number;
  /** `population`: resource or file with the quasi-identifiers of everybody who might be in the data. */
  readonly deltaPresence?: { readonly min?: number; readonly max?: number; readonly population?: string };
  readonly kMap?: { readonly k?: number; readonly population?: string };
  readonly risk?: { readonly model?: 'prosecutor' | 'journalist' | 'marketer'; readonly max?: number; readonly sharePop?: number };
  readonly uniqueness?: { readonly max?: number };
}

/** What a missing quasi-identifier is equal to. */
export type MissingRule = 'own-category' | 'wildcard' | 'exclude';

/** A differentially private release or training run, so that its privacy loss can be computed again. */
export interface DifferentialPrivacy {
  readonly unit?: string;
  readonly neighbouring?: 'add-remove' | 'replace-one';
  readonly epsilon?: number;
  readonly delta?: number;
  readonly mechanism?: string;
  readonly accountant?: 'basic' | 'advanced' | 'zcdp' | 'rdp' | 'prv' | 'pld' | 'gdp';
  /** From Renyi divergence to (epsilon, delta): `classic` (Mironov 2017) or `improved` (Balle et al. 2020). */
  readonly conversion?: 'classic' | 'improved';
  readonly sampling?: 'poisson' | 'shuffle' | 'none';
  readonly noiseMultiplier?: number;
  readonly sampleRate?: number;
  readonly steps?: number;
  readonly clip?: number;
  readonly releases?: readonly { readonly epsilon?: number; readonly delta?: number; readonly name?: string }[];
  readonly budget?: { readonly epsilon?: number; readonly delta?: number };
}

/** How the data is kept safe. */
export interface Safeguards {
  readonly encryptionAtRest?: string;
  readonly encryptionInTransit?: string;
  readonly access?: string;
  /** Where it is computed on: `local`, a secure enclave, a clean room, ... */
  readonly environment?: string;
  readonly audit?: string;
}

/** A rule the owner of the data does not follow here, why, and until when. */
export interface Waiver {
  readonly rule: string;
  readonly reason?: string;
  readonly until?: string;
}

/** Annotation of one column. A column with a category or type is annotated; `notPersonal` overrides what detectors find. */
export interface ColumnPrivacy {
  readonly node: NodePath;
  /** Key of the fideslang data-category taxonomy, for instance `user.contact.email`, or a term `pd:` of DPV. */
  readonly category?: string;
  /** Id of a detector. */
  readonly type?: string;
  readonly role?: ColumnRole;
  readonly classification?: 'public' | 'internal' | 'confidential' | 'restricted';
  /** Legal classes: `gdpr9:health`, `gdpr10`, `ccpa-spi:precise-geolocation`, `pipl28:biometric`, `hipaa:C`. */
  readonly special?: readonly string[];
  readonly origin?: 'provided' | 'observed' | 'derived' | 'inferred' | 'synthetic';
  readonly identifiability?: Identifiability;
  readonly transform?: TransformDescription;
  readonly hierarchy?: Hierarchy;
  readonly freeText?: boolean;
  /** Uses of the dataset's purposes this column serves. */
  readonly purposes?: readonly string[];
  readonly retention?: Retention;
  readonly allowed?: readonly ('train' | 'eval' | 'test' | 'bias-detection' | 'analytics')[];
  readonly biasDetectionOnly?: boolean;
  readonly biasNote?: string;
  readonly subjectAgeLimit?: number;
  readonly parentalConsentRef?: string;
  readonly separateConsentRef?: string;
  readonly notPersonal?: boolean;
  readonly examplesSynthetic?: boolean;
  /** Something in the block is not as the vocabulary wants it and is left out here; a complaint says so. */
  readonly isPartial?: true;
}

export const COLUMN_ROLES = ['direct-identifier', 'quasi-identifier', 'sensitive', 'insensitive', 'pseudonym', 'linkage-key', 'weight'] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** What was done to the values, by the terms of ISO/IEC 20889. */
export interface TransformDescription {
  readonly technique?: Technique;
  readonly params?: TransformParameters;
  readonly keyed?: boolean;
  /** Where the key is: the name of an environment variable or of a secret store's entry, never the key. */
  readonly keyRef?: string;
  readonly reversible?: boolean;
  readonly from?: string;
}

/** Techniques of ISO/IEC 20889:2018, clauses 8 and 9, and the plain ones people use. */
export const TECHNIQUES = [
  'suppression', 'masking', 'generalisation', 'rounding', 'top-coding', 'bottom-coding', 'binning', 'aggregation', 'microaggregation', 'sampling', 'permutation', 'noise-addition',
  'hashing', 'keyed-hashing', 'tokenisation', 'encryption', 'deterministic-encryption', 'order-preserving-encryption', 'format-preserving-encryption', 'synthetic', 'redaction',
] as const;
export type Technique = (typeof TECHNIQUES)[number];

/** `bin`: width of a bin; `digits`: how many are kept, after the point for coordinates; `top`, `bottom`: the last value that is told; `noise`: its scale; `k`: size of a class. */
export interface TransformParameters {
  readonly bin?: number;
  readonly digits?: number;
  readonly top?: number;
  readonly bottom?: number;
  readonly noise?: number;
  readonly k?: number;
  readonly algorithm?: string;
  readonly level?: number;
}

/** A value hierarchy: for each value the more general values above it, finest first; in the document, or in a file of the dataset. */
export type Hierarchy = { readonly levels: Readonly<Record<string, readonly string[]>> } | { readonly path: string };
