/**
 * Tests of numbers with given separators, as a description declares them: the decimal character first, then the group character where there is one.
 * Groups are of three digits, of two before the last three (India) or of four (China); a sign and an exponent are fine, nothing may stand around.
 */
export function separated([decimal = '.', group]: readonly string[]): (text: string) => boolean {
  const g = literal(group ?? '');
  const whole = g === '' ? '\\d+' : `(?:\\d{1,3}(?:${g}\\d{3})+|\\d{1,2}(?:${g}\\d{2})+${g}\\d{3}|\\d{1,4}(?:${g}\\d{4})+|\\d+)`;
  const pattern = new RegExp(`^[+-]?(?:${whole}(?:${literal(decimal)}\\d*)?|${literal(decimal)}\\d+)(?:[eE][+-]?\\d+)?$`, 'u');
  return text => pattern.test(text);
}

const literal = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
