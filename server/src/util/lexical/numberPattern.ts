/** Characters that a number is written with. */
export interface Separators {
  readonly decimal: string;
  readonly group: string;
}

/** The digits of a number that was written by a pattern, with a plain point: what `Number` reads. */
export type NumberReader = (text: string) => string | undefined;

/**
 * Compiles a number pattern of UAX 35 as CSV on the Web has it (Model for Tabular Data, section 6.4.2): `0`, `#`, separators, `E`, signs, `%` and `‰`. A
 * value needs the groups, the fewest and the most decimals that the pattern has, and a sign where it has one; where it has none, a sign is fine.
 * `undefined` for a text that is no pattern.
 */
export function numberPattern(pattern: string, separators: Separators): NumberReader | undefined {
  const key = JSON.stringify([pattern, separators.decimal, separators.group]);
  const known = compiled.get(key);
  if (known) return known;
  const reader = compile(pattern, separators);
  if (compiled.size >= MOST_COMPILED) compiled.clear();
  if (reader) compiled.set(key, reader);
  return reader;
}

/** A table of many columns has few patterns. */
const MOST_COMPILED = 100;
const compiled = new Map<string, NumberReader>();

function compile(pattern: string, separators: Separators): NumberReader | undefined {
  const parts = partsOf(pattern, separators);
  if (!parts) return undefined;
  const dissect = dissector(separators);
  const whole = groupsOf(parts.whole, separators, 'right');
  const fraction = groupsOf(parts.fraction, separators, 'left');
  return text => {
    const number = dissect(text);
    if (!number || number.before !== parts.before || number.after !== parts.after) return undefined;
    if (!isSigned(number.sign, parts.sign)) return undefined;
    if ((number.exponent === undefined) !== (parts.exponent === 0) || (number.exponent ?? '').replace(/^[+-]/, '').length < parts.exponent) return undefined;
    if (parts.signedExponent && !/^[+-]/.test(number.exponent ?? '')) return undefined;
    return whole(number.whole) && fraction(number.fraction) ? plainText(number, separators) : undefined;
  };
}

/** A plus in a pattern asks for a sign, a minus for a minus. */
const isSigned = (sign: string, wanted: string): boolean => wanted === '' || (wanted === '+' ? sign !== '' : sign === '-');

/** Numbers without a pattern: groups of any size, but no two separators side by side. */
export function plainNumberReader(separators: Separators): NumberReader {
  const dissect = dissector(separators);
  return text => {
    const number = dissect(text);
    const groups = number?.whole.split(separators.group) ?? [];
    return number && (groups.length === 1 || !groups.includes('')) && !number.fraction.includes(separators.group) ? plainText(number, separators) : undefined;
  };
}

interface Parts {
  readonly before: string;
  readonly after: string;
  readonly sign: string;
  readonly whole: string;
  readonly fraction: string;
  readonly signedExponent: boolean;
  /** Fewest digits of the exponent; 0 where there is none. */
  readonly exponent: number;
}

function partsOf(pattern: string, { decimal, group }: Separators): Parts | undefined {
  const [d, g] = [escaped(decimal), escaped(group)];
  const match = new RegExp(`^([%‰]?)([+-]?)((?:#|${g})*(?:0|${g})*)(?:${d}((?:0|${g})*(?:#|${g})*))?(?:E([+-]?)#*(0*))?([%‰]?)$`, 'u').exec(pattern);
  if (!match) return undefined;
  const [, before = '', sign = '', whole = '', fraction = '', exponentSign = '', exponent = '', after = ''] = match;
  if (!/[#0]/.test(whole + fraction) || (before && after)) return undefined;
  return { before, after, sign, whole, fraction, signedExponent: exponentSign !== '', exponent: pattern.includes('E') ? Math.max(1, exponent.length) : 0 };
}

/** Whether digits are as many and as grouped as a part of a pattern has them; whole numbers may be longer. Groups of the fraction count from the left. */
function groupsOf(part: string, { group }: Separators, from: 'left' | 'right'): (text: string) => boolean {
  const sizes = part.split(group).map(one => one.length);
  const least = [...part].filter(one => one === '0').length;
  const most = from === 'right' ? Infinity : [...part].filter(one => one === '0' || one === '#').length;
  const [near = 0, far = near] = sizes.length === 1 ? [] : from === 'right' ? [sizes.at(-1), sizes.length > 2 ? sizes.at(-2) : undefined] : [sizes[0]];
  return text => {
    const digits = text.replaceAll(group, '');
    return digits.length >= least && digits.length <= most && text === (near === 0 ? digits : regroup(digits, near, far, group, from));
  };
}

function regroup(digits: string, near: number, far: number, group: string, from: 'left' | 'right'): string {
  const groups: string[] = [];
  let rest = digits;
  for (let size = near; rest.length > size && size > 0; size = far) {
    groups.push(from === 'right' ? rest.slice(-size) : rest.slice(0, size));
    rest = from === 'right' ? rest.slice(0, -size) : rest.slice(size);
  }
  groups.push(rest);
  return (from === 'right' ? groups.reverse() : groups).join(group);
}

interface Dissected {
  readonly before: string;
  readonly after: string;
  readonly sign: string;
  readonly whole: string;
  readonly fraction: string;
  readonly exponent: string | undefined;
}

function dissector(separators: Separators): (text: string) => Dissected | undefined {
  const form = formOf(separators);
  return text => {
    const match = form.exec(text);
    if (!match) return undefined;
    const [, before = '', sign = '', inner = '', whole = '', fraction = '', exponent, after = ''] = match;
    return /\d/.test(whole + fraction) ? { before: before || inner, after, sign, whole, fraction, exponent } : undefined;
  };
}

const forms = new Map<string, RegExp>();

/** Bounds of thousands of columns are read with the same two separators. */
function formOf({ decimal, group }: Separators): RegExp {
  const key = `${decimal} ${group}`;
  const [d, g] = [escaped(decimal), escaped(group)];
  const form = forms.get(key) ?? new RegExp(`^([%‰]?)([+-]?)([%‰]?)((?:\\d|${g})*)(?:${d}((?:\\d|${g})+))?(?:[eE]([+-]?\\d+))?([%‰]?)$`, 'u');
  if (forms.size >= MOST_COMPILED) forms.clear();
  forms.set(key, form);
  return form;
}

function plainText({ sign, whole, fraction, exponent }: Dissected, { group }: Separators): string {
  const digits = (text: string): string => text.replaceAll(group, '');
  return `${sign}${digits(whole) || '0'}${fraction === '' ? '' : `.${digits(fraction)}`}${exponent === undefined ? '' : `e${exponent}`}`;
}

/** For expressions with the flag `u`, where nothing else may be escaped. */
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
