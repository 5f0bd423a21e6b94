/** Milliseconds from 1970 to the last moment that calendars of the language hold, either way. */
const LAST_MOMENT = 8.64e15;
const SECONDS_A_DAY = 86_400;
/** Days that are remembered: columns hold many moments of few days. */
const MOST_DAYS = 10_000;
const days = new Map<number, string>();

/** The date and time of an instant since 1970, in ISO 8601 without a zone; a fraction has three, six or nine digits, or is left out where it is zero. */
export function timestamp(value: bigint, perSecond: bigint): string {
  const [whole, fraction] = split(value, perSecond);
  const seconds = Number(whole);
  // What no calendar holds stays the number it is.
  if (!(Math.abs(seconds * 1000) <= LAST_MOMENT)) return String(value);
  const time = ((seconds % SECONDS_A_DAY) + SECONDS_A_DAY) % SECONDS_A_DAY;
  const clock = `${two(Math.floor(time / 3600))}:${two(Math.floor(time / 60) % 60)}:${two(time % 60)}`;
  return `${dayOf((seconds - time) / SECONDS_A_DAY)}T${clock}${digitsOf(fraction, perSecond)}`;
}

const two = (part: number): string => (part < 10 ? `0${part}` : `${part}`);

function dayOf(day: number): string {
  const known = days.get(day);
  if (known !== undefined) return known;
  if (days.size >= MOST_DAYS) days.clear();
  const text = new Date(day * SECONDS_A_DAY * 1000).toISOString().slice(0, -'T00:00:00.000Z'.length);
  days.set(day, text);
  return text;
}

/** A time of day. */
export function clockTime(value: bigint, perSecond: bigint): string {
  const [seconds, fraction] = split(value, perSecond);
  const part = (of: bigint): string => String(of).padStart(2, '0');
  return `${part(seconds / 3600n)}:${part((seconds / 60n) % 60n)}:${part(seconds % 60n)}${digitsOf(fraction, perSecond)}`;
}

/** Whole seconds, rounded down, and what is left of the value. */
function split(value: bigint, perSecond: bigint): readonly [seconds: bigint, fraction: bigint] {
  const fraction = ((value % perSecond) + perSecond) % perSecond;
  return [(value - fraction) / perSecond, fraction];
}

function digitsOf(fraction: bigint, perSecond: bigint): string {
  if (fraction === 0n) return '';
  const digits = String(fraction).padStart(String(perSecond).length - 1, '0');
  return `.${digits.replace(/(000)+$/, '')}`;
}
