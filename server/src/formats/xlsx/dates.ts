/** What a number format shows of a number: a date, a time of day, both, or just a number. */
export interface DateStyle {
  readonly date: boolean;
  readonly time: boolean;
}

const NUMBER: DateStyle = { date: false, time: false };
const DATE: DateStyle = { date: true, time: false };
const TIME: DateStyle = { date: false, time: true };
const BOTH: DateStyle = { date: true, time: true };

/** Formats that have a number and no code in the file (ISO/IEC 29500-1, 18.8.30); those of East Asia are dates, too. */
export function builtInStyle(id: number): DateStyle {
  if (id === 22) return BOTH;
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47) || (id >= 32 && id <= 35) || id === 55 || id === 56) return TIME;
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return DATE;
  return NUMBER;
}

/** What a format code shows, by its first section without literal text. `m` alone is a month. */
export function styleOfCode(code: string): DateStyle {
  const [first = ''] = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').split(';');
  if (/general/i.test(first)) return NUMBER;
  const time = /[hs]|\[m/i.test(first);
  const date = /[ydeg]/i.test(first.replace(/e[+-]/gi, '')) || (/m/i.test(first) && !time);
  return { date, time };
}

const DAY = 86_400_000;

/** A serial day number as ISO 8601. The first of March 1900 is day 61, because Excel believes in a 29th of February 1900. */
export function dateText(serial: number, { date, time }: DateStyle, from1904: boolean): string {
  const base = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const moment = new Date(base + Math.round(serial * DAY));
  if (Number.isNaN(moment.getTime()) || serial < 0) return String(serial);
  const [day = '', clock = ''] = moment.toISOString().slice(0, -1).replace(/\.000$/, '').split('T');
  if (!date && serial < 1) return clock;
  return time || serial % 1 !== 0 ? `${day}T${clock}` : day;
}
