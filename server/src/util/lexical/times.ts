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
