import { isDay } from './calendar.ts';

/** Where a moment lies on the line of time, in milliseconds; without an offset it counts as UTC. */
export type MomentReader = (text: string) => number | undefined;

/** What a date or time pattern may hold, by the datatype it is for. */
export type MomentPart = 'date' | 'time' | 'dateTime';

const DATE = 'yyyy-MM-dd|yyyyMMdd|dd-MM-yyyy|d-M-yyyy|MM-dd-yyyy|M-d-yyyy|'
  + 'dd/MM/yyyy|d/M/yyyy|MM/dd/yyyy|M/d/yyyy|dd\\.MM\\.yyyy|d\\.M\\.yyyy|MM\\.dd\\.yyyy|M\\.d\\.yyyy';
const TIME = 'HH:mm:ss(?:\\.S+)?|HHmmss(?:\\.S+)?|HH:mm|HHmm';
const ZONE = '(?: ?(?:X{1,3}|x{1,3}))?';
const FORMATS: Readonly<Record<MomentPart, RegExp>> = {
  date: new RegExp(`^(?:${DATE})${ZONE}$`), time: new RegExp(`^(?:${TIME})${ZONE}$`), dateTime: new RegExp(`^(?:${DATE})(?:T|'T'| )(?:${TIME})${ZONE}$`),
};

/**
 * Compiles one of the date and time patterns that CSV on the Web has (Model for Tabular Data, section 6.4.4), in symbols of UAX 35. Days must exist, `S` says
 * how many decimals of a second there may be. `undefined` for any other text.
 */
export function momentPattern(pattern: string, part: MomentPart): MomentReader | undefined {
  if (!FORMATS[part].test(pattern)) return undefined;
  const source = pattern.replace(/'T'/, 'T').replace(/\.S+| ?X+| ?x+|yyyy|MM?|dd?|HH|mm|ss|[./]/g, symbol => SYMBOLS[symbol] ?? longSymbol(symbol));
  return read(new RegExp(`^${source}$`));
}

const SYMBOLS: Readonly<Record<string, string>> = {
  yyyy: '(?<y>\\d{4})', MM: '(?<m>\\d{2})', M: '(?<m>\\d{1,2})', dd: '(?<d>\\d{2})',
  d: '(?<d>\\d{1,2})', HH: '(?<h>\\d{2})', mm: '(?<min>\\d{2})', ss: '(?<s>\\d{2})',
  '.': '\\.', '/': '\\/',
};

/** How many hours and minutes a zone is ahead of UTC: minutes where there are some, always, or always behind a colon. Capitals write none as `Z`. */
const OFFSETS = ['[+-]\\d{2}(?:\\d{2})?', '[+-]\\d{4}', '[+-]\\d{2}:\\d{2}'];

/** Decimals of a second, or an offset from UTC with the space before it. */
function longSymbol(symbol: string): string {
  if (symbol.startsWith('.S')) return `(?:\\.(?<f>\\d{1,${symbol.length - 1}}))?`;
  const letters = symbol.trimStart();
  const offset = OFFSETS[letters.length - 1] ?? '(?!)';
  return `${symbol.startsWith(' ') ? ' ' : ''}(?<z>${letters.startsWith('X') ? `Z|${offset}` : offset})`;
}

const [Y, M, D] = ['(?<y>-?\\d{4,})', '(?<m>\\d{2})', '(?<d>\\d{2})'];
const [T, Z] = ['(?<h>\\d{2}):(?<min>\\d{2}):(?<s>\\d{2})(?:\\.(?<f>\\d+))?', '(?<z>Z|[+-]\\d{2}:\\d{2})'];
const LEXICAL: Readonly<Record<string, string>> = {
  date: `${Y}-${M}-${D}${Z}?`, time: `${T}${Z}?`, dateTime: `${Y}-${M}-${D}T${T}${Z}?`, dateTimeStamp: `${Y}-${M}-${D}T${T}${Z}`,
  gDay: `---${D}${Z}?`, gMonth: `--${M}${Z}?`, gMonthDay: `--${M}-${D}${Z}?`, gYear: `${Y}${Z}?`, gYearMonth: `${Y}-${M}${Z}?`,
};

/** The form of XML Schema, which holds where there is no pattern. */
export const momentReader = (datatype: string): MomentReader => read(new RegExp(`^${LEXICAL[datatype] ?? '(?!)'}$`));

function read(form: RegExp): MomentReader {
  return text => {
    const parts = form.exec(text)?.groups;
    if (!parts) return undefined;
    const part = (key: string, fallback: number): number => (parts[key] === undefined ? fallback : Number(parts[key]));
    const [year, month, day] = [part('y', 2000), part('m', 1), part('d', 1)];
    const [hour, minute, second] = [part('h', 0), part('min', 0), part('s', 0)];
    const midnight = hour === 24 && minute === 0 && second === 0;
    if (!isDay(year < 1 ? 2000 : year, month, day) || (hour > 23 && !midnight) || minute > 59 || second > 59) return undefined;
    const moment = Date.UTC(2000, month - 1, day, hour, minute, second) + Number(`0.${parts['f'] ?? '0'}`) * 1000;
    return new Date(moment).setUTCFullYear(year + new Date(moment).getUTCFullYear() - 2000) + (moment % 1) - offset(parts['z']);
  };
}

/** Milliseconds that a local time is ahead of UTC. */
function offset(zone: string | undefined): number {
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
