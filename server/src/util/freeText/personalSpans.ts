import type { PersonalKind, PersonalSpan } from '../../core/personalSpan.ts';
import { passesLuhn, remainderBy97 } from '../checkDigits.ts';
import { isNameAfter, NAMES } from './names.ts';
import { isSecret, SECRETS } from './secrets.ts';

/**
 * The parts of a text that name or reach a person or open something, in their order and apart from each other; none where the text is nothing but such a part, which is what
 * detectors of whole cells are for. Everything here stands on a form or a check digit, names on a title or an introduction before them. With `upTo`, parts
 * of that kind and of those that go before it where two overlap.
 */
export function personalSpans(text: string, upTo?: PersonalKind): readonly PersonalSpan[] {
  if (upTo === 'email') return addressesAlone(text);
  const { plain, written } = withoutEscapes(text);
  return spansIn(plain, upTo).filter(({ start, end }) => isInside(plain, start, end)).map(({ kind, start, end }) => ({ kind, start: written(start), end: written(end) }));
}

/** Addresses alone, in a text as it is written, which spares resolving its escapes: no address has one inside. */
function addressesAlone(text: string): readonly PersonalSpan[] {
  const isJson = /^[[{]/.test(text);
  return addressesIn(text).flatMap(([from, end]): readonly PersonalSpan[] => {
    const start = isJson && text[from - 1] === '\\' && text[from - 2] !== '\\' ? from + (text[from] === 'u' ? 5 : 1) : from;
    return start < text.indexOf('@', start) && text.indexOf('@', start) < end && isAddress(text.slice(start, end)) && isInside(text, start, end) ? [{ kind: 'email', start, end }] : [];
  });
}

interface Plain {
  readonly plain: string;
  /** Where a place in the plain text stands in the one that is written. */
  written(at: number): number;
}

const asWritten = (at: number): number => at;

/** In the JSON text of a list or an object, the letters of its escapes are no letters of words, and its codes are the characters they stand for. */
function withoutEscapes(text: string): Plain {
  if (!/^[[{]/.test(text) || !text.includes('\\')) return { plain: text, written: asWritten };
  const isPaired = text.includes('\\\\');
  if (!isPaired && !text.includes('\\u')) return { plain: text.replace(/\\[bfnrt]/g, '  '), written: asWritten };
  /** Places in the plain text of characters that are written as codes, which are five longer. */
  const codes: number[] = [];
  const plain = text.replace(/\\(?:u([\da-fA-F]{4})|(.))/gs, (escape, code: string | undefined, letter: string | undefined, at: number) => {
    if (code === undefined) return 'bfnrt'.includes(letter ?? '') ? '  ' : escape;
    codes.push(at - 5 * codes.length);
    return String.fromCharCode(parseInt(code, 16));
  });
  return { plain, written: at => at + 5 * codesBefore(codes, at) };
}

/** How many of ascending numbers are smaller. */
function codesBefore(codes: readonly number[], at: number): number {
  let [low, high] = [0, codes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((codes[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The same of a text that may be nothing else, for those who take such parts out. */
export function spansIn(text: string, upTo?: PersonalKind): readonly PersonalSpan[] {
  if (!mayHoldSpans(text)) return [];
  const found: PersonalSpan[] = [];
  for (const { kind, forms, is } of FORMS) {
    for (const [start, end] of kind === 'email' ? addressesIn(text) : forms.flatMap(form => matchesOf(form, text))) {
      if (found.every(other => end <= other.start || start >= other.end) && is(text.slice(start, end))) found.push({ kind, start, end });
    }
    if (kind === upTo) break;
  }
  return found.sort((a, b) => a.start - b.start);
}

type Extent = readonly [start: number, end: number];

function matchesOf(form: RegExp, text: string): readonly Extent[] {
  // To go through all matches costs a copy of the expression, to see that there is none does not.
  if (text.search(form) === -1) return [];
  return [...text.matchAll(form)].map(({ indices }): Extent => indices?.[1] ?? indices?.[0] ?? [0, 0]);
}

/** Characters before an at that tell where a mailbox begins, and after it that hold any domain. */
const [BEFORE_AT, BEHIND_AT] = [65, 260];

/** Every address has an at: around each of them is where the form is looked for. */
function addressesIn(text: string): readonly Extent[] {
  const found: Extent[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const from = Math.max(0, at - BEFORE_AT, found.at(-1)?.[1] ?? 0);
    const own = matchesOf(EMAIL, text.slice(from, at + BEHIND_AT)).find(([start, end]) => from + start < at && from + end > at);
    if (own) found.push([from + own[0], from + own[1]]);
  }
  return found;
}

/** What `personalSpans` finds in each text of a list; a rule and the masks ask for the same list. */
export function spansOfAll(values: readonly { readonly text: string }[]): readonly (readonly PersonalSpan[])[] {
  const before = known.get(values) ?? values.map(({ text }) => personalSpans(text));
  known.set(values, before);
  return before;
}

const known = new WeakMap<readonly { readonly text: string }[], readonly (readonly PersonalSpan[])[]>();

/** The text with what `personalSpans` finds replaced by its kind in brackets. */
export function redacted(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const { kind, start, end } of personalSpans(text)) {
    parts.push(text.slice(from, start), `[${kind}]`);
    from = end;
  }
  return [...parts, text.slice(from)].join('');
}

/** Whether a text is worth a closer look: nearly none is. */
export const mayHoldSpans = (text: string): boolean => MAY_HOLD.test(text) || SECRETS.may.test(text);

/** Whether words stand around a part: two letters at least. */
function isInside(text: string, start: number, end: number): boolean {
  const [before, behind] = [text.slice(0, start), text.slice(end)];
  return /\p{L}[^\p{L}]*\p{L}/u.test(before) || /\p{L}[^\p{L}]*\p{L}/u.test(behind) || /\p{L}/u.test(before) && /\p{L}/u.test(behind);
}

/** What no text without such a part fails to lack: an at, a run of digits, a title or an introduction. Nearly every text ends here. */
const MAY_HOLD = new RegExp(`@|\\d[\\d ().-]{5,}\\d|\\d[\\p{L}\\d. -]{4,}|${NAMES.before}|[路街道巷弄]\\d|straße|strasse`, 'iu');

interface SpanForm {
  readonly kind: PersonalKind;
  readonly forms: readonly RegExp[];
  is(part: string): boolean;
}

const digitsOf = (part: string): string => part.replace(/\D/g, '');

const EMAIL = /(?<![a-z\d._%+-])[a-z\d._%+-]{1,64}@(?:[a-z\d-]{1,63}\.)+[a-z]{2,24}(?![a-z\d-])/dgi;
/** Mailboxes of an office belong to nobody. */
const OFFICE = /^(?:info|support|sales|contact|admin|noreply|no-reply|donotreply|help|helpdesk|office|hello|service|webmaster|postmaster|team|press|jobs|billing|marketing|privacy)@/i;

const isAddress = (part: string): boolean => !OFFICE.test(part) && !/\.(?:png|jpe?g|gif|svg|css|js)$/i.test(part);

/** What announces a telephone number of any form. */
const ANNOUNCED = 'tel\\.?|phone|mobile|cell|call me (?:at|on)|whatsapp|telefon|handy|tél\\.?|teléfono|电话|手机|联系方式';

const STREETS = 'Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Court|Terrace|Crescent';

/** The surest first: where two overlap, the first one has the place. */
const FORMS: readonly SpanForm[] = [
  { kind: 'secret', forms: SECRETS.forms, is: isSecret },
  { kind: 'email', forms: [EMAIL], is: isAddress },
  {
    kind: 'identity-number',
    forms: [
      /(?<![A-Za-z\d])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![A-Za-z\d])/dgu,
      /(?<![A-Za-z\d-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![A-Za-z\d-])/dgu,
    ],
    is: part => part.includes('-') || [...part.toUpperCase()].reduce((sum, digit) => (sum * 2 + (digit === 'X' ? 10 : Number(digit))) % 11, 0) === 1,
  },
  {
    kind: 'iban', forms: [/(?<![A-Za-z\d])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?(?![A-Za-z\d])/dgu],
    is: part => {
      const plain = part.replaceAll(' ', '');
      return plain.length >= 15 && plain.length <= 34 && remainderBy97(plain.slice(4) + plain.slice(0, 4)) === 1;
    },
  },
  {
    kind: 'card', forms: [/(?<![A-Za-z\d.-])(?:3[47]\d{2}[ -]?\d{6}[ -]?\d{5}|(?:4\d{3}|5[1-5]\d{2}|2[2-7]\d{2}|6\d{3})(?:[ -]?\d{4}){3})(?![A-Za-z\d-])/dgu],
    is: part => passesLuhn(digitsOf(part)) && new Set(digitsOf(part)).size > 1,
  },
  {
    kind: 'phone',
    forms: [
      /(?<![A-Za-z\d+])\+\d{1,3}[ .-]?(?:\(0?\d{1,4}\)[ .-]?)?\d{2,5}(?:[ .-]?\d{2,5}){1,4}(?![A-Za-z\d])/dgu,
      /(?<![A-Za-z\d.-])(?:1[ .-])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[.-])[2-9]\d{2}[ .-]\d{4}(?![A-Za-z\d-])/dgu,
      /(?<![A-Za-z\d.-])1[3-9]\d(?:\d{8}|[ -]\d{4}[ -]\d{4})(?![\d.-])/dgu,
      new RegExp(`(?:${ANNOUNCED})(?: (?:number|no\\.?|is))?[:： ]{0,3}(\\(?\\d[\\d ().-]{6,16}\\d)(?!\\d)`, 'digu'),
    ],
    is: part => digitsOf(part).length >= 7 && digitsOf(part).length <= 15 && !/^(?:19|20)\d{2}-\d{2}-\d{2}/.test(part) && !/^(\d)\1+$/.test(digitsOf(part)),
  },
  {
    kind: 'address',
    forms: [
      new RegExp(`(?<![\\p{L}\\d])\\d{1,5}[a-z]? (?:(?:[NSEW]\\.? )?(?:\\p{Lu}[\\p{L}'’.]+|\\d{1,3}(?:st|nd|rd|th)) ){1,3}(?:${STREETS})\\b\\.?`, 'dgu'),
      /(?<![\p{L}\d])\p{Lu}\p{Ll}{2,}(?:stra(?:ß|ss)e|str\.|weg|platz|gasse|allee) \d{1,4}[a-z]?(?![\p{L}\d])/dgu,
      /(?:\p{Script=Han}{2,8}(?:省|市|区|县)){1,3}\p{Script=Han}{1,10}(?:路|街|道|巷|弄)\d{1,5}号(?:[\d\p{Script=Han}-]{0,12}(?:室|单元|栋|楼))?/dgu,
    ],
    is: () => true,
  },
  { kind: 'name', forms: NAMES.forms, is: isNameAfter },
];
