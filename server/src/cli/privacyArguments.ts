import { list, name, say } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import { MISSING_RULES, type MissingRule } from '../privacy/measures/classes.ts';
import type { Json } from '../core/problem.ts';
import { ALGORITHMS } from '../privacy/anonymise/demand.ts';
import type { Given, OptionKind } from './options.ts';
import { epsilonOf } from './epsilonArguments.ts';
import type { EpsilonInvocation } from './epsilonQuestion.ts';
import { READING, type Reading, type Unlocated, isMessage, oneOf, wholeNumber, withReading, word } from './wishes.ts';

/** What `lintel privacy` is asked for. */
export type PrivacyInvocation = MeasureInvocation | ScanInvocation | DeidentifyInvocation | PrivacyReportInvocation | ReviewInvocation | EpsilonInvocation;

/** `lintel privacy measure`. Columns by name; none given: those that annotations and detectors suggest. */
export interface MeasureInvocation extends Reading {
  readonly command: 'measure';
  readonly quasiIdentifiers: readonly string[];
  readonly sensitive: readonly string[];
  readonly unit: readonly string[];
  /** As the annotation says where it is left out. */
  readonly missing: MissingRule | undefined;
  /** A table of everybody who might be in the data. */
  readonly population: string | undefined;
  /** Further l of recursive diversity. */
  readonly ls: readonly number[];
  readonly format: 'text' | 'json';
}

/** `lintel privacy scan`: what columns hold of persons. */
export interface ScanInvocation extends Reading {
  readonly command: 'privacy-scan';
  readonly format: 'text' | 'json';
  /** Only the names of columns are looked at, in data or in descriptions; no value is read. */
  readonly namesOnly: boolean;
}

/** `lintel privacy deidentify`: a copy without what points at persons. Without a plan, what annotations and detectors suggest. */
export interface DeidentifyInvocation extends Reading {
  readonly command: 'deidentify';
  readonly plan: string | undefined;
  /** The copy; left out where nothing is to be written. */
  readonly out: string | undefined;
  readonly force: boolean;
  /** A file for what became of what. */
  readonly mapping: string | undefined;
  /** Added to the plan; its `kAnonymity` gives way. */
  readonly kAnonymity: Json | undefined;
  readonly format: 'text' | 'json';
}

/** `lintel privacy report`, to standard output where no file is named. */
export interface PrivacyReportInvocation extends Reading {
  readonly command: 'privacy-report';
  readonly format: 'markdown' | 'html';
  readonly output: string | undefined;
}

/** `lintel privacy review`: a corpus for people to judge, or what they made of it. */
export interface ReviewInvocation extends Reading {
  readonly command: 'privacy-review';
  /** A file with words, one a line, that rows of a source should not have. */
  readonly keywords: string | undefined;
  /** Column that names the source of a row. */
  readonly source: string | undefined;
  readonly limit: number;
  readonly sample: number;
  readonly seed: number;
  /** The sheet for the sample; left out where none is drawn. */
  readonly out: string | undefined;
  readonly force: boolean;
  /** The file is such a sheet, filled in. */
  readonly verdicts: boolean;
  /** Share of the judged rows that has to pass. */
  readonly least: number | undefined;
  readonly format: 'text' | 'json';
}

/** Options by what stands behind `privacy`. */
export const PRIVACY_COMMANDS: Readonly<Record<string, Readonly<Record<string, OptionKind>>>> = {
  'privacy scan': { ...READING, format: 'text', 'names-only': 'flag' },
  'privacy measure': { ...READING, format: 'text', 'quasi-identifier': 'texts', sensitive: 'texts', unit: 'texts', missing: 'text', population: 'text', l: 'texts' },
  'privacy epsilon': { format: 'text', noise: 'text', rate: 'text', steps: 'text', delta: 'text', epsilon: 'text', times: 'text', slack: 'text', local: 'text', users: 'text' },
  'privacy review': {
    ...READING, format: 'text', keywords: 'text', source: 'text', limit: 'text', sample: 'text', seed: 'text', out: 'text', force: 'flag', verdicts: 'flag', least: 'text',
  },
  'privacy deidentify': {
    ...READING, format: 'text', plan: 'text', out: 'text', 'dry-run': 'flag', force: 'flag', mapping: 'text', k: 'text', 'quasi-identifier': 'texts', algorithm: 'text',
  },
  'privacy report': { ...READING, format: 'text', output: 'text' },
};

/** Understands what stands behind `privacy` and one of its words. */
export function privacyOf(command: string, given: Given, locale: string): Unlocated<PrivacyInvocation> | Message {
  switch (command) {
    case 'privacy scan': return scanOf(given, locale);
    case 'privacy measure': return measureOf(given, locale);
    case 'privacy deidentify': return deidentifyOf(given, locale);
    case 'privacy epsilon': return epsilonOf(given);
    case 'privacy report': return reportOf(given, locale);
    case 'privacy review': return reviewOf(given, locale);
    default: return say`privacy takes one of ${list(Object.keys(PRIVACY_COMMANDS).map(key => name(key.slice('privacy '.length))))}, and files`;
  }
}

function scanOf(given: Given, locale: string): Unlocated<PrivacyInvocation> | Message {
  const format = word(given, 'format', ['text', 'json'] as const, 'text');
  if (isMessage(format)) return format;
  return withReading(given, locale, reading => ({ command: 'privacy-scan', ...reading, format, namesOnly: given.flags.has('names-only') }));
}

function measureOf(given: Given, locale: string): Unlocated<PrivacyInvocation> | Message {
  if (given.paths.length === 0) return say`privacy measure needs a file`;
  const format = word(given, 'format', ['text', 'json'] as const, 'text');
  if (isMessage(format)) return format;
  const missing = word(given, 'missing', MISSING_RULES, 'own-category');
  if (isMessage(missing)) return missing;
  const ls = (given.texts.get('l') ?? []).flatMap(texts => texts.split(',')).map(Number);
  if (ls.some(l => !Number.isInteger(l) || l < 2)) return say`${name('--l')} takes whole numbers from 2 on`;
  const named = (key: string): readonly string[] => (given.texts.get(key) ?? []).flatMap(names => names.split(','));
  return withReading(given, locale, reading => ({
    command: 'measure', ...reading, format, missing: given.texts.has('missing') ? missing : undefined, ls, population: oneOf(given, 'population'),
    quasiIdentifiers: named('quasi-identifier'), sensitive: named('sensitive'), unit: named('unit'),
  }));
}

function deidentifyOf(given: Given, locale: string): Unlocated<PrivacyInvocation> | Message {
  const format = word(given, 'format', ['text', 'json'] as const, 'text');
  if (isMessage(format)) return format;
  const [out, isDry] = [oneOf(given, 'out'), given.flags.has('dry-run')];
  if (given.paths.length !== 1) return say`privacy deidentify needs one file`;
  if (out === undefined && !isDry) return say`privacy deidentify takes --out with the name of the copy, or --dry-run`;
  const kAnonymity = kAnonymityOf(given);
  if (kAnonymity && isMessage(kAnonymity)) return kAnonymity;
  return withReading(given, locale, reading => ({
    command: 'deidentify', ...reading, format, plan: oneOf(given, 'plan'), out: isDry ? undefined : out, force: given.flags.has('force'), mapping: oneOf(given, 'mapping'), kAnonymity,
  }));
}

/**
 * A source with more than five percent of illegal or harmful content may not be used (drafts of GB/T 45654-2025, TC260-003): what a list of words finds is
 * held against the same share.
 */
const LIMIT = 0.05;
/** Rows of a sample where nobody says how many: an hour or two of reading. */
const SAMPLE = 200;

function reviewOf(given: Given, locale: string): Unlocated<PrivacyInvocation> | Message {
  const format = word(given, 'format', ['text', 'json'] as const, 'text');
  if (isMessage(format)) return format;
  const [sample, seed, limit, least] = [wholeNumber(given, 'sample', SAMPLE), wholeNumber(given, 'seed', 1), share(given, 'limit', LIMIT), share(given, 'least', undefined)];
  for (const one of [sample, seed, limit, least]) if (typeof one === 'object') return one;
  if (typeof sample !== 'number' || typeof seed !== 'number' || typeof limit !== 'number' || typeof least === 'object') return say`privacy review needs one file`;
  const [keywords, out, verdicts] = [oneOf(given, 'keywords'), oneOf(given, 'out'), given.flags.has('verdicts')];
  if (given.paths.length !== 1) return say`privacy review needs one file`;
  if (!verdicts && keywords === undefined && out === undefined) return say`privacy review takes --keywords with a list of words, --out with the name of a sheet, or --verdicts`;
  return withReading(given, locale, reading => ({
    command: 'privacy-review', ...reading, format, keywords, source: oneOf(given, 'source'), limit, sample, seed, out, force: given.flags.has('force'), verdicts, least,
  }));
}

/** A share from 0 to 1. */
function share<T extends number | undefined>(given: Given, key: string, usual: T): number | T | Message {
  const text = oneOf(given, key);
  if (text === undefined) return usual;
  const value = Number(text);
  return text.trim() !== '' && value >= 0 && value <= 1 ? value : say`${name(`--${key}`)} takes a share from 0 to 1, not ${name(text)}`;
}

/** `--k 5 --quasi-identifier age,zip`: k-anonymity without a plan for it. */
function kAnonymityOf(given: Given): { readonly [key: string]: Json } | Message | undefined {
  const quasiIdentifiers = (given.texts.get('quasi-identifier') ?? []).flatMap(names => names.split(','));
  const k = wholeNumber(given, 'k', 0);
  const algorithm = word(given, 'algorithm', ALGORITHMS, 'mondrian');
  if (typeof k === 'object') return k;
  if (typeof algorithm === 'object') return algorithm;
  if (k === 0 && quasiIdentifiers.length === 0) return oneOf(given, 'algorithm') === undefined ? undefined : say`--algorithm goes with --k`;
  return k >= 2 && quasiIdentifiers.length > 0 ? { k, quasiIdentifiers, algorithm } : say`--k of 2 or more goes with --quasi-identifier, the columns that others may know`;
}

function reportOf(given: Given, locale: string): Unlocated<PrivacyInvocation> | Message {
  const format = word(given, 'format', ['markdown', 'html'] as const, 'markdown');
  if (isMessage(format)) return format;
  return withReading(given, locale, reading => ({ command: 'privacy-report', ...reading, format, output: oneOf(given, 'output') }));
}
