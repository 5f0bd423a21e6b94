import type { Message } from '../../core/message.ts';

/** A word of a controlled vocabulary. */
export interface Term {
  readonly id: string;
  /** What it stands for, in one line of our own words. */
  readonly meaning: Message;
}

/** A term of the Fideslang taxonomy. */
export interface FidesTerm extends Term {
  /** Version of the taxonomy that has it, where that is later than 2.0. */
  readonly since?: string;
  /** Version that took it out of use, and the term that stands for it since. */
  readonly deprecated?: string;
  readonly replacedBy?: string;
}

export interface DataCategory extends FidesTerm {
  /** The closest term of the DPV extension for personal data (https://w3id.org/dpv/pd). */
  readonly dpv?: string;
  /** Legal class that data of this category is of by itself. */
  readonly special?: string;
}

/** A ground, condition or class of a law. */
export interface LegalTerm extends Term {
  /** Where it stands, as people cite it. */
  readonly article: string;
  /** Term of the DPV extension for the law, and the word Fideslang has for it. */
  readonly dpv?: string;
  readonly fides?: string;
}
