import type { Technique } from '../../core/annotation.ts';
import { say, type Message } from '../../core/message.ts';

export interface TechniqueTerm {
  readonly meaning: Message;
  /** The closest technical measure of DPV. */
  readonly dpv: string;
  /** Whether who has the key or the rule gets the values back: then data stay personal. */
  readonly reversible?: true;
}

/** Techniques by the terms of ISO/IEC 20889:2018, in our own words. */
export const TECHNIQUE_TERMS: Readonly<Record<Technique, TechniqueTerm>> = {
  suppression: { meaning: say`The value is left out`, dpv: 'DataRedaction' },
  masking: { meaning: say`A part of the value is covered`, dpv: 'DataRedaction' },
  generalisation: { meaning: say`The value is replaced by a more general one`, dpv: 'Deidentification' },
  rounding: { meaning: say`The number is rounded`, dpv: 'Deidentification' },
  'top-coding': { meaning: say`Values above a limit become that limit`, dpv: 'Deidentification' },
  'bottom-coding': { meaning: say`Values below a limit become that limit`, dpv: 'Deidentification' },
  binning: { meaning: say`The number is replaced by the range it lies in`, dpv: 'Deidentification' },
  aggregation: { meaning: say`Only counts or means of groups are told`, dpv: 'Deidentification' },
  microaggregation: { meaning: say`Values of a small group become their mean`, dpv: 'Deidentification' },
  sampling: { meaning: say`Only a part of the people is in the data`, dpv: 'Deidentification' },
  permutation: { meaning: say`Values change places among rows`, dpv: 'Deidentification' },
  'noise-addition': { meaning: say`Something random is added`, dpv: 'Deidentification' },
  hashing: { meaning: say`A hash without a key; of a small domain it can be undone by trying all values`, dpv: 'HashFunctions' },
  'keyed-hashing': { meaning: say`A hash with a secret key, such as HMAC`, dpv: 'HashMessageAuthenticationCode', reversible: true },
  tokenisation: { meaning: say`A token whose value is kept in a table elsewhere`, dpv: 'Pseudonymisation', reversible: true },
  encryption: { meaning: say`Encryption that makes each cell different`, dpv: 'Encryption', reversible: true },
  'deterministic-encryption': { meaning: say`Encryption that keeps equal values equal, and so their frequencies`, dpv: 'DeterministicPseudonymisation', reversible: true },
  'order-preserving-encryption': { meaning: say`Encryption that keeps the order of values`, dpv: 'DeterministicPseudonymisation', reversible: true },
  'format-preserving-encryption': { meaning: say`Encryption whose result looks like a value`, dpv: 'DeterministicPseudonymisation', reversible: true },
  synthetic: { meaning: say`The value is made up, by a model of the real ones`, dpv: 'Deidentification' },
  redaction: { meaning: say`What is personal is taken out of a text`, dpv: 'DataRedaction' },
};
