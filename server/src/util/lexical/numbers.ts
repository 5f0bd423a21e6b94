import { isAscii, once } from './once.ts';
import { currencyOf, suffixOf } from './units.ts';

/** A number as a person wrote it, taken apart. */
export interface WrittenNumber {
  /** Digits with their separators; no sign, nothing around. */
  readonly body: string;
  readonly negative: boolean;
  /** Unit, currency or percent sign in one spelling, empty where there is none. */
  readonly unit: string;
  /** What a word such as 万 or `million` multiplies by; 1 where there is none. */
  readonly factor: number;
  /** Digits are grouped by something that cannot be a decimal character: a blank, an apostrophe, or the separator that occurs twice. */
  readonly grouped: boolean;
  /** Which character, if any, can only be the decimal one. `either`: one separator before three digits. */
  readonly decimal: Decimal;
  /** Written with full-width or other compatibility characters. */
  readonly folded: boolean;
  /** Nothing but a sign, digits and separators. */
  readonly bare: boolean;
}

export type Decimal = 'none' | 'point' | 'comma' | 'either-point' | 'either-comma';

/** Longer texts are no numbers, and are not looked at. */
const LONGEST = 40;
const SHAPE = /^([+-]?)\s*((?:[^\d\s.,()+-]{1,4}\.?)?)\s*([+-]?)((?:\d[\d.,'’ ]*)?\d|[.,]\d+)(\s*)([^\d\s.,'’()+-][^\d()+-]{0,11}[23]?|)(-?)$/u;

/** Takes a number apart, in whatever notation; `undefined` where the text is none. Exponents are no matter here: what has one is plain or no number. */
export const readNumber = once((text: string): WrittenNumber | undefined => {
  if (text.length > LONGEST || text === '') return undefined;
  const plain = foldNumber(text);
  const inside = /^\((.+)\)$/.exec(plain);
  const match = SHAPE.exec(inside?.[1] ?? plain);
  if (!match) return undefined;
  const [, sign = '', prefix = '', innerSign = '', body = '', space = '', suffix = '', trailing = ''] = match;
  if ([sign, innerSign, trailing, inside ? '-' : ''].filter(each => each !== '').length > 1) return undefined;
  const currency = prefix === '' ? '' : currencyOf(prefix);
  const decoration = suffixOf(suffix.trim(), space !== '');
  const separators = separatorsOf(body);
  if (currency === undefined || !decoration || !separators || (currency !== '' && decoration.unit !== '' && decoration.unit !== currency)) return undefined;
  return {
    body, ...separators,
    negative: sign === '-' || innerSign === '-' || trailing === '-' || inside !== null,
    unit: currency === '' ? decoration.unit : currency,
    factor: decoration.factor,
    folded: /[\uff00-\uffef\u3000]/.test(text),
    bare: prefix === '' && suffix === '' && !inside && trailing === '',
  };
});

/** Compatibility forms folded, all kinds of blanks and minus signs made one. */
const foldNumber = (text: string): string => (isAscii(text) ? text.trim() : text.normalize('NFKC').replace(/[\u2212\u2013]/g, '-').replace(/\s/g, ' ').trim());

/** The number as digits with a decimal point; `undefined` where the separators do not allow this reading. */
export function plainNumber(number: WrittenNumber, decimal: 'point' | 'comma'): string | undefined {
  const [separator, group] = decimal === 'comma' ? [',', '.'] : ['.', ','];
  const clash = decimal === 'comma' ? 'point' : 'comma';
  if (number.decimal === clash) return undefined;
  const ungrouped = number.body.replace(/[ '’]/g, '').replaceAll(group, '').replace(separator, '.').replace(/^\./, '0.');
  const size = number.factor === 1 ? ungrouped : scaled(ungrouped, number.factor);
  return number.negative && /[1-9]/.test(size) ? `-${size}` : size;
}

/** Moves the decimal point instead of multiplying, so that no digit is made up. */
function scaled(text: string, factor: number): string {
  const [whole = '', fraction = ''] = text.split('.');
  const zeros = Math.round(Math.log10(factor));
  const digits = whole + fraction.padEnd(zeros, '0');
  const moved = `${digits.slice(0, whole.length + zeros)}.${digits.slice(whole.length + zeros)}`;
  return moved.replace(/\.$/, '').replace(/^0+(?=\d)/, '');
}

/** What the separators of a body say; `undefined` where groups are not of three digits (or of two before the last, as in India). */
function separatorsOf(body: string): Pick<WrittenNumber, 'grouped' | 'decimal'> | undefined {
  const spaced = /[ '’]/.test(body);
  const points = body.split('.').length - 1;
  const commas = body.split(',').length - 1;
  if (spaced && !/^\d{1,3}(?:([ '’])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$/.test(body)) return undefined;
  if (!spaced && /^0\d/.test(body)) return undefined;
  if (points === 0 && commas === 0) return { grouped: spaced, decimal: 'none' };
  if (spaced) return { grouped: true, decimal: points > 0 ? 'point' : 'comma' };
  if (points > 0 && commas > 0) return both(body);
  return points + commas > 1 ? several(body, commas > 0) : single(body, commas > 0);
}

function both(body: string): Pick<WrittenNumber, 'grouped' | 'decimal'> | undefined {
  if (/^\d{1,3}(?:,\d{3})+\.\d*$/.test(body) || /^\d{1,2}(?:,\d{2})*,\d{3}\.\d*$/.test(body)) return { grouped: true, decimal: 'point' };
  return /^\d{1,3}(?:\.\d{3})+,\d*$/.test(body) ? { grouped: true, decimal: 'comma' } : undefined;
}

/** Separators that occur twice are between groups, so the other one is the decimal character. */
function several(body: string, comma: boolean): Pick<WrittenNumber, 'grouped' | 'decimal'> | undefined {
  const [groups, indian] = comma ? [/^\d{1,3}(?:,\d{3})+$/, /^\d{1,2}(?:,\d{2})+,\d{3}$/] : [/^\d{1,3}(?:\.\d{3})+$/, /$^/];
  return groups.test(body) || indian.test(body) ? { grouped: true, decimal: comma ? 'point' : 'comma' } : undefined;
}

function single(body: string, comma: boolean): Pick<WrittenNumber, 'grouped' | 'decimal'> {
  const couldGroup = /^[1-9]\d{0,2}[.,]\d{3}$/.test(body);
  if (couldGroup) return { grouped: false, decimal: comma ? 'either-comma' : 'either-point' };
  return { grouped: false, decimal: comma ? 'comma' : 'point' };
}

/** Infinity, not-a-number, and what the C library of Windows prints for them. */
export const isNotFinite = (text: string): boolean => /^[+-]?(?:inf(?:inity)?|nan|∞|1\.?#(?:inf|ind|qnan|snan)\d*|无穷大?)$/i.test(text.trim());

/** A decimal with nothing but zeros behind the point. */
export const isWholeDecimal = (text: string): boolean => /^[+-]?\d+\.0*$/.test(text);
