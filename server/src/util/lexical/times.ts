import { monthOf } from './calendar.ts';

/** A time of day at the end of a text, with what separates it from the date before it. Whether its numbers are a time, `isTime` says. */
export const TIME_TAIL = new RegExp(
  '(?:[T ,]\\s*|(?<=日))(?:(?:上午|下午|凌晨|中午|晚上|早上)\\s*)?'
  + '\\d{1,2}(?::\\d{1,2}(?::\\d{1,2}(?:[.,]\\d+)?)?(?:\\s*[ap]\\.?m\\.?)?|时\\d{1,2}分(?:\\d{1,2}秒)?|\\s?[ap]\\.?m\\.?)'
  + '(?:\\s*(?:Z|UTC|GMT|[A-Z]{3,4}|(?:UTC|GMT)?[+-]\\d{1,2}(?::?\\d{2})?))?$',
  'i',
);

/** A text without one of these has no time: a test that is cheaper than looking for it. */
export const MAY_HAVE_TIME = /[:时mM]/;

/** Whether a time as `TIME_TAIL` finds it exists. 24:00 is the end of a day and :60 a leap second. */
export function isTime(text: string): boolean {
  const [, hour = '', minute = '0', second = '0'] = /(\d{1,2})(?:[:时](\d{1,2})(?:[:分](\d{1,2}))?)?/.exec(text) ?? [];
  const endsDay = Number(hour) === 24 && Number(minute) === 0 && Number(second) === 0;
  return (Number(hour) < 24 || endsDay) && Number(minute) < 60 && Number(second) <= 60;
}

/** Whether a time says how far it is from UTC. */
export const hasZone = (time: string): boolean =>
  /(?:Z|UTC|GMT|\d[+-]\d{1,2}(?::?\d{2})?| [+-]\d{1,2}(?::?\d{2})?| [A-Z]{3,4})$/i.test(time) && !/[ap]\.?m\.?$/i.test(time);

/**
 * Whether some reader or other may take a text for a date or a time: it has digits, and its words are names of months and days, or such as stand in times.
 * A format of `any` promises no more than that.
 */
export function mayBeMoment(text: string): boolean {
  if (!/\d/.test(text)) return false;
  return (text.match(/\p{L}+/gu) ?? []).every(word => TIME_WORDS.test(word) || monthOf(word) !== undefined || /^\p{Lu}{1,5}$/u.test(word));
}

const TIME_WORDS = new RegExp('^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|st|nd|rd|th|er|de|of|at|um|uhr|h|m|s|ms|min|sec|am|pm|a|p'
  + '|t|z|w|q|\\p{L}+tag|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\\p{Script=Han}+)$', 'iu');
