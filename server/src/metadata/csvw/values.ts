import { list, name, say, value as quote, type Message } from '../../core/message.ts';
import type { Json } from '../../core/problem.ts';
import { listOf, textOf } from '../document/shape.ts';
import { isLanguage } from './terms.ts';

/** What a property may hold, and how that is said to somebody who wrote something else. */
export interface ValueKind {
  fits(value: Json): boolean;
  readonly wanted: Message;
}

const isText = (value: Json): boolean => typeof value === 'string';
const isOneOf = (...choices: readonly string[]): ValueKind => ({
  fits: value => choices.some(choice => choice === value), wanted: say`one of ${list(choices.map(choice => quote(choice, -1)))}`,
});

export const TEXT: ValueKind = { fits: isText, wanted: say`text` };
export const TRUTH: ValueKind = { fits: value => typeof value === 'boolean', wanted: say`true or false` };
export const COUNT: ValueKind = { fits: value => Number.isInteger(value) && Number(value) >= 0, wanted: say`a whole number from 0 on` };
export const LANGUAGE: ValueKind = {
  fits: value => isLanguage(textOf(value) ?? ''), wanted: say`a language such as ${quote('en', -1)} or ${quote('zh-Hans', -1)}`,
};
/** Delimiters and quotes are read as one character each, and the working group has readers warn of longer ones and take the default. */
export const CHARACTER: ValueKind = { fits: value => [...textOf(value) ?? ''].length === 1, wanted: say`one character` };
export const CHARACTER_OR_NULL: ValueKind = { fits: value => value === null || CHARACTER.fits(value), wanted: say`one character or null` };
export const TEXT_OR_NULL: ValueKind = { fits: value => value === null || isText(value), wanted: say`text or null` };
/** Items that are no texts are told one by one. */
export const TEXTS: ValueKind = { fits: value => isText(value) || listOf(value) !== undefined, wanted: say`text or a list of texts` };
export const ENCODING: ValueKind = { fits: value => isEncoding(textOf(value)), wanted: say`the name of an encoding such as ${quote('utf-8', -1)}` };
export const DIRECTION = isOneOf('rtl', 'ltr', 'auto');
export const TEXT_DIRECTION = isOneOf('ltr', 'rtl', 'auto', 'inherit');
export const TRIM: ValueKind = {
  fits: value => typeof value === 'boolean' || isOneOf('true', 'false', 'start', 'end').fits(value),
  wanted: say`true, false, ${quote('start', -1)} or ${quote('end', -1)}`,
};
export const SOURCE: ValueKind = { fits: value => value === null || isOneOf('json', 'rdf').fits(value), wanted: isOneOf('json', 'rdf').wanted };
export const LIMIT: ValueKind = { fits: value => isText(value) || typeof value === 'number', wanted: say`a number or text` };

/** Encodings the WHATWG standard knows, by any of their labels. */
function isEncoding(label: string | undefined): boolean {
  if (label === undefined) return false;
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}

/** `‘header’ should be true or false; what it is now is passed over`. */
export const passedOver = (key: string, { wanted }: ValueKind): Message => say`${name(key)} should be ${wanted}; what it is now is passed over`;
