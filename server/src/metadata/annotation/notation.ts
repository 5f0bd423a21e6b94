import { say, value as quote } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Fix, Json } from '../../core/problem.ts';
import type { Complaint } from '../../core/standard.ts';
import { COUNTRY_NAMES, countryName } from '../../util/countryCodes.ts';
import { listOf, objectOf, textOf, type JsonObject } from '../document/shape.ts';

type Notation = 'duration' | 'date' | 'country';

/** What the schema has against durations, dates and countries of annotations, in words of their own and with a way out. `root` is the document. */
export function toNotation(complaint: Complaint, root: Json): Complaint {
  const notation = complaint.kind === 'schema' && complaint.part === 'value' ? notationAt(complaint.path) : undefined;
  const given = notation && textOf(valueAt(root, complaint.path));
  return notation && given !== undefined ? complain(notation, given, complaint.path) : complaint;
}

/** What keeps the schema of a dataset's block and still cannot be: days no month has, codes no country has. */
export function impossibleNotation(block: JsonObject | undefined, node: NodePath): readonly Complaint[] {
  return textsBelow(block ?? {}, node).flatMap(({ text, path }) => {
    const notation = notationAt(path);
    const isWrong = (notation === 'date' && DATE.test(text) && !isDay(text)) || (notation === 'country' && COUNTRY.test(text) && !isCountry(text));
    return notation && isWrong ? [complain(notation, text, path)] : [];
  });
}

const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;
const COUNTRY = /^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/;

/** By the keys on the way to a node below a block. */
function notationAt(path: NodePath): Notation | undefined {
  const below = path.slice(path.lastIndexOf('privacy') + 1).filter(step => typeof step === 'string');
  if (!path.includes('privacy')) return undefined;
  switch (below.join('/')) {
    case 'retention/period': return 'duration';
    case 'dpia/date': case 'reviewed/on': case 'ethicsReview/on': case 'biasExamination/on': case 'waivers/until': return 'date';
    case 'jurisdictions': case 'storage': case 'transfers/to': case 'recipients/country': return 'country';
    default: return undefined;
  }
}

function complain(notation: Notation, given: string, path: NodePath): Complaint {
  const message = {
    duration: say`${quote(given, -1)} is no duration of ISO 8601; three years are ${quote('P3Y', -1)}`,
    date: say`${quote(given, -1)} is no date; one is ${quote('2026-05-31', -1)}`,
    country: say`${quote(given, -1)} is no country or region of ISO 3166; one is ${quote('DE', -1)}`,
  }[notation];
  const right = { duration: durationIn, date: dateIn, country: countryIn }[notation](given.trim());
  const title = say`Replace with ${quote(right ?? '', -1)}`;
  const fix: Fix | undefined = right === undefined ? undefined : { title, safety: 'unsafe', change: { do: 'set-node', path, value: right } };
  return { kind: 'notation', path, part: 'value', message, ...(fix && { fix }) };
}

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^(?:y|yrs?|years?|年)$/, 'Y'], [/^(?:m|mo|months?|个月|月)$/, 'M'], [/^(?:w|weeks?|周|星期)$/, 'W'], [/^(?:d|days?|天|日)$/, 'D'],
];

/** `3 years`, `18 months`, `90 天`, `p3y`: one number and one unit. */
function durationIn(text: string): string | undefined {
  const [, digits, unit] = /^p?(\d+)\s*([a-z]+|[\u4e00-\u9fff]+)$/i.exec(text) ?? [];
  const letter = UNITS.find(([form]) => form.test(unit?.toLowerCase() ?? ''))?.[1];
  return digits !== undefined && letter !== undefined ? `P${digits}${letter}` : undefined;
}

/** Dates with the year first, or with points, which tells that the day comes first. */
function dateIn(text: string): string | undefined {
  const first = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  const last = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const [year = '', month = '', day = ''] = first ? first.slice(1) : last ? last.slice(1).reverse() : [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(date) ? date : undefined;
}

function isDay(text: string): boolean {
  const [year = '', month = '01', day = '01'] = text.split('-');
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}

/** Countries as the Unicode CLDR has them, and the union. A code that another one took the place of is none: `UK` is for `GB`. */
const isCountry = (code: string): boolean => code.startsWith('EU') || (countryName(code.slice(0, 2)) !== undefined && newestCode(code.slice(0, 2)) === code.slice(0, 2));

const newestCode = (code: string): string | undefined => new Intl.Locale(`und-${code}`).region;

/** A code in another case, a name in English, or what the United Kingdom is mostly called. Names of old have newer codes: DD is DE today. */
function countryIn(text: string): string | undefined {
  const capital = text.toUpperCase().replace('_', '-');
  if (capital === 'UK') return 'GB';
  if (COUNTRY.test(capital)) return isCountry(capital) ? capital : undefined;
  if (!COUNTRY_NAMES.has(text.toLowerCase())) return undefined;
  const code = CODES.find(one => countryName(one)?.toLowerCase() === text.toLowerCase());
  return code === undefined ? undefined : newestCode(code);
}

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const CODES = LETTERS.flatMap(a => LETTERS.map(b => a + b));

function valueAt(root: Json, path: NodePath): Json | undefined {
  return path.reduce<Json | undefined>((outer, step) => (typeof step === 'number' ? listOf(outer)?.[step] : objectOf(outer)?.[step]), root);
}

function textsBelow(value: Json, path: NodePath): readonly { readonly text: string; readonly path: NodePath }[] {
  if (typeof value === 'string') return [{ text: value, path }];
  const items = listOf(value);
  if (items) return items.flatMap((item, i) => textsBelow(item, [...path, i]));
  return Object.entries(objectOf(value) ?? {}).flatMap(([key, item]) => textsBelow(item, [...path, key]));
}
