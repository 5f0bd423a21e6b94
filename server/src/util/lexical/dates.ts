import { chineseNumber, fullYear, isDay, monthOf } from './calendar.ts';
import { isAscii, once } from './once.ts';
import { isTime, MAY_HAVE_TIME, TIME_TAIL } from './times.ts';

/**
 * A way to write a date: the order of its parts with what stands between them (`y-m-d`, `d/m/y`, `d mon y`), `y` for a year of four digits and `yy` for two,
 * and `T` behind it where there is a time.
 */
export type Layout = string;

/** One reading of a text as a date. A text such as `03/04/2024` has two. */
export interface WrittenDate {
  readonly layout: Layout;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly shortYear: boolean;
  /** The time of day as written, empty where there is none. */
  readonly time: string;
}

export interface ReadDate {
  /** Readings whose day and time exist. */
  readonly readings: readonly WrittenDate[];
  /** Written like a date, but none of its readings exists. */
  readonly impossible: boolean;
}

/** Longer texts are no dates, and are not looked at. */
const LONGEST = 48;

/** Reads a text as a date or a time stamp, in every way it can be; `undefined` where it does not look like one. */
export const readDate = once((text: string): ReadDate | undefined => {
  if (text.length < 6 || text.length > LONGEST) return undefined;
  const folded = foldDate(text);
  const tail = MAY_HAVE_TIME.test(folded) ? TIME_TAIL.exec(folded) : null;
  const time = tail?.[0].replace(/^[T ,]+/, '') ?? '';
  const found = candidatesOf(tail ? folded.slice(0, tail.index) : folded);
  if (found.length === 0) return undefined;
  const candidates = found.map(([layout, year, month, day]): WrittenDate => ({
    layout: layout + (time === '' ? '' : 'T'), year, month, day, shortYear: layout.includes('yy'), time,
  }));
  const readings = time === '' || isTime(time) ? candidates.filter(({ year, month, day }) => isDay(year, month, day)) : [];
  return { readings, impossible: readings.length === 0 };
});

/** Compatibility forms folded and the name of the day cut off. What is plain, as most is, is left alone: this runs for every cell of a column. */
function foldDate(text: string): string {
  const folded = isAscii(text) ? text.trim() : text.normalize('NFKC').trim();
  return /^\d/.test(folded) ? folded : folded.replace(WEEKDAY, '');
}

function candidatesOf(date: string): readonly Candidate[] {
  for (const { form, read } of SHAPES) {
    const parts = form.exec(date);
    if (parts) return read(parts);
  }
  return [];
}

/** A layout as people write it down: `DD/MM/YYYY`. */
export function layoutName(layout: Layout): string {
  const chinese = layout.includes('日') ? { m: 'M', d: 'D' } : {};
  const letters: Readonly<Record<string, string>> = { y: 'YYYY', yy: 'YY', m: 'MM', d: 'DD', mon: 'Mon', T: ' hh:mm', ...chinese };
  return layout.replace(/mon|yy|[ymdT]/g, part => letters[part] ?? part);
}

/** `2024-01-31`, with the time as it was written; `undefined` where the text has no such layout. */
export function isoDate(text: string, layout: Layout): string | undefined {
  const found = readDate(text)?.readings.find(one => one.layout === layout);
  if (!found || !/^[\d:.]*(?:Z|[+-]\d\d:?\d\d)?$/.test(found.time)) return undefined;
  const day = `${pad(found.year, 4)}-${pad(found.month, 2)}-${pad(found.day, 2)}`;
  return found.time === '' ? day : `${day}T${found.time.replace(/^\d:/, '0$&')}`;
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

type Candidate = readonly [layout: Layout, year: number, month: number, day: number];

/** One shape of texts, told by a regular expression, with the readings its parts allow. */
interface Shape {
  readonly form: RegExp;
  readonly read: (parts: RegExpExecArray) => readonly Candidate[];
}

const WEEKDAY = /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|[A-Z]\p{L}+tag|(?:星期|周)[一二三四五六日天])[.,]?\s+/iu;

/** The first that fits has the text; the order matters where one shape contains another. */
const SHAPES: readonly Shape[] = [
  { form: /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/, read: ([, y = '', separator = '', m = '', d = '']) => yearFirst(y, m, d, separator) },
  { form: /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/, read: ([, a = '', separator = '', b = '', y = '']) => yearLast(a, b, Number(y), 'y', separator) },
  {
    form: /^(\d{1,2})\/(\d{1,2})\/(\d{2})$|^(\d{2})([-.])(\d{2})\5(\d{2})$/,
    read: ([, a = '', b = '', y = '', c = '', separator = '/', d = '', e = '']) => shortYear(a || c, b || d, y || e, separator),
  },
  {
    form: /^(\d{1,2})(?:st|nd|rd|th|er|\.)?[-/ .]?\s?(?:de )?(\p{L}{3,10}\.?)(?: de)?[-/ ,.]\s?'?(\d{4}|\d{2})$/iu,
    read: ([, d = '', word = '', y = '']) => named('d mon', y, word, d),
  },
  { form: /^(\p{L}{3,10}\.?)[- ](\d{1,2})(?:st|nd|rd|th)?[-, ]\s?(\d{4})$/iu, read: ([, word = '', d = '', y = '']) => named('mon d', y, word, d) },
  { form: /^(\d{4})[-/ ](\p{L}{3,10})[-/ ](\d{1,2})$/u, read: ([, y = '', word = '', d = '']) => named('', y, word, d, 'y mon d') },
  { form: /^(\d{4}|\d{2}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]$/, read: ([, y = '', m = '', d = '']) => chinese(y, Number(m), Number(d)) },
  { form: /^民国 ?(\d{1,3}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日$/, read: ([, y = '', m = '', d = '']) => [['民国y年m月d日', Number(y) + 1911, Number(m), Number(d)]] },
  {
    form: /^([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]$/,
    read: ([, y = '', m = '', d = '']) => [['二〇二四年一月二日', chineseNumber(y) ?? 0, chineseNumber(m) ?? 0, chineseNumber(d) ?? 0]],
  },
];

/** Single digits make it another layout than the ISO one, which most loaders take; two digits fit both. */
function yearFirst(y: string, m: string, d: string, separator: string): readonly Candidate[] {
  const day = [Number(y), Number(m), Number(d)] as const;
  const loose: Candidate = [`y${separator}M${separator}D`, ...day];
  return m.length === 2 && d.length === 2 ? [[`y${separator}m${separator}d`, ...day], loose] : [loose];
}

function yearLast(a: string, b: string, year: number, y: 'y' | 'yy', separator: string): readonly Candidate[] {
  const dayFirst: Candidate = [`d${separator}m${separator}${y}`, year, Number(b), Number(a)];
  return separator === '.' ? [dayFirst] : [dayFirst, [`m${separator}d${separator}${y}`, year, Number(a), Number(b)]];
}

function shortYear(a: string, b: string, y: string, separator: string): readonly Candidate[] {
  const yearFirstOnes: readonly Candidate[] = a.length === 2 ? [[`yy${separator}m${separator}d`, fullYear(Number(a)), Number(b), Number(y)]] : [];
  return [...yearLast(a, b, fullYear(Number(y)), 'yy', separator), ...yearFirstOnes];
}

/** Nothing where the word is no month: `5 kilos 2024` is no impossible date, it is none at all. */
function named(order: string, y: string, word: string, d: string, layout = `${order} ${y.length === 2 ? 'yy' : 'y'}`): readonly Candidate[] {
  const month = monthOf(word);
  return month === undefined ? [] : [[layout, y.length === 2 ? fullYear(Number(y)) : Number(y), month, Number(d)]];
}

function chinese(y: string, month: number, day: number): readonly Candidate[] {
  return y.length === 2 ? [['yy年m月d日', fullYear(Number(y)), month, day]] : [['y年m月d日', Number(y), month, day]];
}
