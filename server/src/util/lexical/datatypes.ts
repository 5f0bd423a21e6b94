import type { Datatype } from '../../core/description.ts';
import type { Form } from '../../core/form.ts';
import { familyOf, keepsSpaces, plainDatatype, WHOLE } from './datatypeNames.ts';
import { momentPattern, momentReader, type MomentPart, type MomentReader } from './momentPattern.ts';
import { numberPattern, plainNumberReader, type NumberReader } from './numberPattern.ts';

/** The form of the values of a datatype, within the bounds that are given. */
export const datatypeForm = (datatype: Datatype): Form => `datatype:${JSON.stringify(datatype)}`;

/** The test that a form of `datatypeForm` stands for; one that nothing passes where its parameter is none. */
export function datatypeTest(parameter: string): ((text: string) => boolean) | undefined {
  const datatype = parse(parameter);
  return datatype && valueTest(datatype);
}

function parse(parameter: string): Datatype | undefined {
  try {
    return JSON.parse(parameter);
  } catch {
    return undefined;
  }
}

/** Whether a text is a value of a datatype, as the cells of a table are parsed (Model for Tabular Data, section 6.4). */
export function valueTest(datatype: Datatype): (text: string) => boolean {
  const test = plainTest(datatype);
  const within = boundsTest(datatype);
  return keepsSpaces(datatype.base) ? test : text => {
    const value = text.trim().replace(/\s+/g, ' ');
    return test(value) && within(value);
  };
}

function plainTest(datatype: Datatype): (text: string) => boolean {
  const base = plainDatatype(datatype.base);
  switch (familyOf(base)) {
    case 'number': {
      const number = numberTest(base, datatype);
      return text => number(text) !== undefined;
    }
    case 'moment': {
      const moment = momentOf(datatype);
      return text => moment(text) !== undefined;
    }
    case 'boolean': {
      const truths = datatype.pattern?.split('|') ?? ['true', 'false', '1', '0'];
      return text => truths.includes(text);
    }
    default: {
      const form = TEXTS[base];
      return form ? text => form.test(text) : () => true;
    }
  }
}

/** Reads a value as a number that keeps the order of its datatype; `undefined` where it has none or the text is no value. */
export function orderOf(datatype: Datatype): (text: string) => number | undefined {
  switch (familyOf(datatype.base)) {
    case 'number': {
      const number = numberTest(plainDatatype(datatype.base), datatype);
      return text => toNumber(number(text.trim()));
    }
    case 'moment': {
      const moment = momentOf(datatype);
      return text => moment(text.trim());
    }
    case 'duration': return text => secondsOf(text.trim());
    default: return () => undefined;
  }
}

/** A bound may be written in the pattern of the datatype, or plainly. */
export function boundOf(datatype: Datatype, bound: string | number): number | undefined {
  const text = String(bound);
  return orderOf(datatype)(text) ?? orderOf({ base: datatype.base })(text) ?? (familyOf(datatype.base) === 'number' ? toNumber(text) : undefined);
}

function boundsTest(datatype: Datatype): (text: string) => boolean {
  const { least, above, most, below } = datatype;
  if (least === undefined && above === undefined && most === undefined && below === undefined) return () => true;
  const bound = (limit: string | number | undefined, none: number): number => (limit === undefined ? none : boundOf(datatype, limit) ?? none);
  const [from, over, to, under] = [bound(least, -Infinity), bound(above, NaN), bound(most, Infinity), bound(below, NaN)];
  const order = orderOf(datatype);
  return text => {
    const value = order(text);
    return value === undefined || !(value < from || value <= over || value > to || value >= under);
  };
}

/** Whether a text is a pattern of its datatype; every datatype but these takes a regular expression. */
export function isValuePattern(datatype: Datatype): boolean {
  const { base, pattern = '', decimalChar = '.', groupChar = ',' } = datatype;
  switch (familyOf(base)) {
    case 'number': return numberPattern(pattern, { decimal: decimalChar, group: groupChar }) !== undefined;
    case 'moment': return momentPattern(pattern, partOf(base)) !== undefined;
    case 'boolean': return /^[^|]+\|[^|]+$/.test(pattern);
    default: return false;
  }
}

const partOf = (base: string): MomentPart => (plainDatatype(base) === 'date' ? 'date' : plainDatatype(base) === 'time' ? 'time' : 'dateTime');

const momentOf = ({ base, pattern }: Datatype): MomentReader =>
  (pattern === undefined ? undefined : momentPattern(pattern, partOf(base))) ?? momentReader(plainDatatype(base));

/** Reads numbers of a datatype; what is read may be `NaN` or an infinity where the datatype has them. */
function numberTest(base: string, { pattern, decimalChar = '.', groupChar = ',' }: Datatype): NumberReader {
  const separators = { decimal: decimalChar, group: groupChar };
  const read = (pattern === undefined ? undefined : numberPattern(pattern, separators)) ?? plainNumberReader(separators);
  const whole = WHOLE[base];
  const inexact = base === 'double' || base === 'float';
  return text => {
    if (inexact && /^(?:NaN|-?INF)$/.test(text)) return text;
    const plain = read(text);
    if (plain === undefined || (!inexact && /e/.test(plain))) return undefined;
    return whole && !isWithin(plain, whole) ? undefined : plain;
  };
}

function isWithin(plain: string, [least, most]: readonly [bigint | undefined, bigint | undefined]): boolean {
  if (!/^[+-]?\d{1,400}$/.test(plain)) return false;
  const value = BigInt(plain.replace(/^\+/, ''));
  return (least === undefined || value >= least) && (most === undefined || value <= most);
}

const toNumber = (plain: string | undefined): number | undefined => {
  const number = plain === undefined || plain.trim() === '' ? NaN : Number(plain.replace('INF', 'Infinity'));
  return Number.isNaN(number) ? undefined : number;
};

/** Durations as XML Schema writes them. A month counts as 30 days and a year as 365.2425, which is good for order where it is clear. */
function secondsOf(text: string): number | undefined {
  if (!TEXTS['duration']?.test(text)) return undefined;
  const amount = (letter: string, part: string): number => Number(new RegExp(`(\\d+(?:\\.\\d+)?)${letter}`).exec(part)?.[1] ?? 0);
  const [days = '', time = ''] = text.split('T');
  const date = amount('Y', days) * 365.2425 + amount('M', days) * 30 + amount('D', days);
  const seconds = date * 86_400 + amount('H', time) * 3600 + amount('M', time) * 60 + amount('S', time);
  return text.startsWith('-') ? -seconds : seconds;
}

const DAY_TIME = '(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d+)?S)?)?';
/** Datatypes whose values are told by their letters alone. */
const TEXTS: Readonly<Record<string, RegExp>> = {
  duration: new RegExp(`^-?P(?=\\d|T\\d)(?:\\d+Y)?(?:\\d+M)?${DAY_TIME}$`),
  dayTimeDuration: new RegExp(`^-?P(?=\\d|T\\d)${DAY_TIME}$`),
  yearMonthDuration: /^-?P(?=\d)(?:\d+Y)?(?:\d+M)?$/,
  hexBinary: /^(?:[0-9A-Fa-f]{2})*$/,
  base64Binary: /^(?:(?:[A-Za-z0-9+/] ?){4})*(?:(?:[A-Za-z0-9+/] ?){2}= ?=|(?:[A-Za-z0-9+/] ?){3}=)?$/,
  language: /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/,
  Name: /^[\p{L}_:][\p{L}\p{N}\p{M}._:·-]*$/u,
  NMTOKEN: /^[\p{L}\p{N}\p{M}._:·-]+$/u,
  QName: /^(?:[\p{L}_][\p{L}\p{N}\p{M}._·-]*:)?[\p{L}_][\p{L}\p{N}\p{M}._·-]*$/u,
  anyURI: /^\S*$/,
};
