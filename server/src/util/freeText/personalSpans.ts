import type { PersonalKind, PersonalSpan } from '../../core/personalSpan.ts';
import { passesLuhn, remainderBy97 } from '../checkDigits.ts';
import { isNameAfter, NAMES } from './names.ts';

/**
 * The parts of a text that name or reach a person, in their order and apart from each other; none where the text is nothing but such a part, which is what
 * detectors of whole cells are for. Everything here stands on a form or a check digit, names on a title or an introduction before them.
 */
export function personalSpans(text: string): readonly PersonalSpan[] {
  const plain = withoutEscapes(text);
  return spansIn(plain).filter(({ start, end }) => isInside(plain, start, end));
}

/** In the JSON text of a list or an object, the letters of its escapes are no letters of words. Nothing moves. */
const withoutEscapes = (text: string): string =>
  (/^[[{]/.test(text) ? text.replace(/\\(.)/gs, (escape, letter: string) => ('bfnrt'.includes(letter) ? '  ' : escape)) : text);

/** The same of a text that may be nothing else, for those who take such parts out. */
export function spansIn(text: string): readonly PersonalSpan[] {
  if (!MAY_HOLD.test(text)) return [];
  const found: PersonalSpan[] = [];
  for (const { kind, forms, is } of FORMS) {
    for (const form of forms) {
      // To go through all matches costs a copy of the expression, to see that there is none does not.
      if (text.search(form) === -1) continue;
      for (const match of text.matchAll(form)) {
        const [start, end] = match.indices?.[1] ?? match.indices?.[0] ?? [0, 0];
        if (found.every(other => end <= other.start || start >= other.end) && is(text.slice(start, end))) found.push({ kind, start, end });
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
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

/** Whether words stand around a part: two letters at least. */
const isInside = (text: string, start: number, end: number): boolean => /\p{L}.*\p{L}/su.test(`${text.slice(0, start)} ${text.slice(end)}`);

/** What no text without such a part fails to lack: an at, a run of digits, a title or an introduction. Nearly every text ends here. */
const MAY_HOLD = new RegExp(`@|\\d[\\d ().-]{5,}\\d|\\d[\\p{L}\\d. -]{4,}|${NAMES.before}|[路街道巷弄]\\d|straße|strasse`, 'iu');

interface SpanForm {
  readonly kind: PersonalKind;
  readonly forms: readonly RegExp[];
  is(part: string): boolean;
}

const digitsOf = (part: string): string => part.replace(/\D/g, '');

/** Mailboxes of an office belong to nobody. */
const OFFICE = /^(?:info|support|sales|contact|admin|noreply|no-reply|donotreply|help|helpdesk|office|hello|service|webmaster|postmaster|team|press|jobs|billing|marketing|privacy)@/i;

/** What announces a telephone number of any form. */
const ANNOUNCED = 'tel\\.?|phone|mobile|cell|call me (?:at|on)|whatsapp|telefon|handy|tél\\.?|teléfono|电话|手机|联系方式';

const STREETS = 'Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Court|Terrace|Crescent';

/** The surest first: where two overlap, the first one has the place. */
const FORMS: readonly SpanForm[] = [
  {
    kind: 'email',
    forms: [/(?<![a-z\d._%+-])[a-z\d._%+-]{1,64}@(?:[a-z\d-]{1,63}\.)+[a-z]{2,24}(?![a-z\d-])/dgi],
    is: part => !OFFICE.test(part) && !/\.(?:png|jpe?g|gif|svg|css|js)$/i.test(part),
  },
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
