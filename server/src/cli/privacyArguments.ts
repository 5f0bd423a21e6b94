import { list, name, say } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import { MISSING_RULES, type MissingRule } from '../privacy/measures/classes.ts';
import type { Given, OptionKind } from './options.ts';
import { READING, type Reading, type Unlocated, isMessage, oneOf, withReading, word } from './wishes.ts';

/** What `lintel privacy` is asked for. */
export type PrivacyInvocation = MeasureInvocation | ScanInvocation;

/** `lintel privacy measure`. Columns by name; none given: those that annotations and detectors suggest. */
export interface MeasureInvocation extends Reading {
  readonly command: 'measure';
  readonly quasiIdentifiers: readonly string[];
  readonly sensitive: readonly string[];
  readonly unit: string | undefined;
  readonly missing: MissingRule;
  readonly format: 'text' | 'json';
}

/** `lintel privacy scan`: what columns hold of persons. */
export interface ScanInvocation extends Reading {
  readonly command: 'privacy-scan';
  readonly format: 'text' | 'json';
  /** Only the names of columns are looked at, in data or in descriptions; no value is read. */
  readonly namesOnly: boolean;
}

/** Options by what stands behind `privacy`. */
export const PRIVACY_COMMANDS: Readonly<Record<string, Readonly<Record<string, OptionKind>>>> = {
  'privacy scan': { ...READING, format: 'text', 'names-only': 'flag' },
  'privacy measure': { ...READING, format: 'text', 'quasi-identifier': 'texts', sensitive: 'texts', unit: 'text', missing: 'text' },
};

/** Understands what stands behind `privacy` and one of its words. */
export function privacyOf(command: string, given: Given, locale: string): Unlocated<PrivacyInvocation> | Message {
  switch (command) {
    case 'privacy scan': return scanOf(given, locale);
    case 'privacy measure': return measureOf(given, locale);
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
  const named = (key: string): readonly string[] => (given.texts.get(key) ?? []).flatMap(names => names.split(','));
  return withReading(given, locale, reading => ({
    command: 'measure', ...reading, format, missing, quasiIdentifiers: named('quasi-identifier'), sensitive: named('sensitive'), unit: oneOf(given, 'unit'),
  }));
}
