import type { PresentClass } from '../../server/src/core/summary.ts';

export interface Classified {
  readonly class: PresentClass;
  /** The value of an integer or float, NaN for everything else. */
  readonly number: number;
}

/** The class of a present content. The grammar of each class is the regular expression below. */
export function classify(content: Uint8Array): Classified {
  const text = Array.from(content, (byte) => String.fromCharCode(byte)).join('');
  return numberOf(text) ?? { class: wordClass(text), number: NaN };
}

function wordClass(text: string): PresentClass {
  if (/^\d+$/.test(text)) return 'digits';
  if (/^(true|True|TRUE|false|False|FALSE)$/.test(text)) return 'boolean';
  const date = /^(\d{4})([-/])(\d\d)\2(\d\d)(.*)$/s.exec(text);
  if (!date || !isDay(Number(date[1]), Number(date[3]), Number(date[4]))) return 'text';
  if (date[5] === '') return 'date';
  return isTime(date[5] ?? '') ? 'datetime' : 'text';
}

/** A day of the Gregorian calendar, years 1 to 9999. */
function isDay(year: number, month: number, day: number): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return year >= 1 && day >= 1 && day <= days;
}

function isTime(text: string): boolean {
  const time = /^[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|[+-](\d\d):?(\d\d))?$/.exec(text);
  if (!time) return false;
  const [hour, minute, second, offsetHour, offsetMinute] = time.slice(1).map((part) => Number(part ?? 0));
  return [hour, offsetHour].every((h) => (h ?? 0) < 24) && [minute, second, offsetMinute].every((m) => (m ?? 0) < 60);
}

/**
 * A number is read as its first 19 significant digits, an integer V, times ten to the power E of what is left: V is rounded to a double, then multiplied
 * or divided by 10^|E|, itself correctly rounded; in two steps where |E| is over 308. |E| over 616 counts as 616. No negative zero; what overflows is
 * text. An integer part does not start with a zero that could be left out; digits alone that do are an identifier, not a number.
 */
function numberOf(text: string): Classified | undefined {
  const parts = /^([+-]?)(?:(\d+)(\.\d*)?|(\.\d+))([eE][+-]?\d+)?$/.exec(text);
  if (!parts) return undefined;
  const [, sign, whole = '', dotted, bare, power] = parts;
  if (/^0\d/.test(whole)) return undefined;
  const fraction = (dotted ?? bare ?? '.').slice(1);
  const significant = (whole + fraction).replace(/^0+/, '');
  const kept = significant.slice(0, 19);
  const exponent = Math.max(-1e9, Math.min(1e9, Number((power ?? 'e0').slice(1)))) + significant.length - kept.length - fraction.length;
  const size = kept === '' ? 0 : scale(Number(BigInt(kept)), Math.max(-616, Math.min(616, exponent)));
  if (size === Infinity) return { class: 'text', number: NaN };
  const isInteger = dotted === undefined && bare === undefined && power === undefined;
  return { class: isInteger ? 'integer' : 'float', number: sign === '-' && size !== 0 ? -size : size };
}

function scale(value: number, exponent: number): number {
  const size = Math.abs(exponent);
  const first = Number(`1e${Math.min(size, 308)}`);
  const second = Number(`1e${Math.max(0, size - 308)}`);
  return exponent < 0 ? value / first / second : value * first * second;
}
