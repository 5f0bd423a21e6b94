import { fullYear, isDay, monthOf } from './calendar.ts';

/**
 * Compiles a format string of strptime (C, Python, Table Schema) into a test of whole texts; days must exist, names of months may be of several
 * languages. `undefined` where the format has a directive that depends on a language or a calendar this does not know.
 */
export function strptime(format: string): ((text: string) => boolean) | undefined {
  const letters = [...format.matchAll(/%(.)/g)].map(([, letter = '']) => letter);
  if (letters.length === 0 || letters.some(letter => DIRECTIVES[letter] === undefined)) return undefined;
  const source = format.split(/%./).map((text, i) => literal(text) + group(letters, i)).join('');
  const pattern = new RegExp(`^${source}$`, 'iu');
  return text => {
    const match = pattern.exec(text);
    return match !== null && exists(letters, match);
  };
}

function group(letters: readonly string[], i: number): string {
  const letter = letters[i];
  return letter === undefined ? '' : `(${DIRECTIVES[letter] ?? ''})`;
}

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+');

/** Names of days and months depend on the language of whoever wrote them; those of months must be known ones. */
const WORD = '\\p{L}{2,12}\\.?';

const DIRECTIVES: Readonly<Record<string, string>> = {
  Y: '\\d{4}', y: '\\d{2}', m: '0?[1-9]|1[0-2]', d: '0?[1-9]|[12]\\d|3[01]', e: ' ?[1-9]|[12]\\d|3[01]',
  b: WORD, h: WORD, B: WORD, a: WORD, A: WORD, H: '[01]?\\d|2[0-3]', I: '0?[1-9]|1[0-2]', M: '[0-5]?\\d', S: '[0-5]?\\d|6[01]', f: '\\d{1,6}',
  j: '\\d{1,3}', p: '[ap]m', z: 'Z|[+-]\\d{2}:?\\d{2}(?::?\\d{2})?', Z: 'UTC|GMT|[A-Z]{3,4}',
  T: '(?:[01]?\\d|2[0-3]):[0-5]?\\d:[0-5]?\\d', F: '\\d{4}-(?:0[1-9]|1[0-2])-\\d{2}', '%': '%',
};

/** A day of the month is held against its month and year, as far as the format has them. */
function exists(letters: readonly string[], match: RegExpExecArray): boolean {
  const part = (...names: readonly string[]): string | undefined =>
    names.filter(name => letters.includes(name)).map(name => match[letters.indexOf(name) + 1])[0];
  const iso = part('F')?.split('-');
  const day = iso?.[2] ?? part('d', 'e');
  const word = part('b', 'h', 'B');
  const named = word === undefined ? undefined : monthOf(word);
  if (word !== undefined && named === undefined) return false;
  const month = iso?.[1] ?? part('m') ?? (named === undefined ? undefined : String(named));
  const short = part('y');
  const year = iso?.[0] ?? part('Y') ?? (short === undefined ? '2000' : String(fullYear(Number(short))));
  const ordinal = Number(part('j') ?? 1);
  return (day === undefined || isDay(Number(year), Number(month ?? 1), Number(day))) && ordinal >= 1 && ordinal <= 366;
}
