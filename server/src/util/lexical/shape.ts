/**
 * The shape of a text: runs of digits as 9, of capital letters as A, of small ones as a, of Han characters as 汉; all else stands for itself.
 * `K-1024` and `K-7` have the shape `A-9`.
 */
export function shapeOf(text: string): string {
  let shape = '';
  let before = '';
  for (const character of text) {
    const sign = signOf(character);
    if (sign === '' || sign !== before) shape += sign === '' ? character : sign;
    before = sign;
  }
  return shape;
}

/** A regular expression for whole texts of a shape. */
export const patternOf = (shape: string): string => `^${Array.from(shape, sign => CLASSES.get(sign) ?? sign.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&')).join('')}$`;

/** What a character of a run is shown as; nothing for one that stands for itself. */
function signOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 128) return ASCII[code] ?? '';
  return LARGE.test(character) ? 'A' : SMALL.test(character) ? 'a' : HAN.test(character) ? '汉' : '';
}

const ASCII = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).map(one => (/\d/.test(one) ? '9' : /[A-Z]/.test(one) ? 'A' : /[a-z]/.test(one) ? 'a' : ''));
const [LARGE, SMALL, HAN] = [/\p{Lu}/u, /\p{Ll}/u, /\p{Script=Han}/u];
const CLASSES: ReadonlyMap<string, string> = new Map([['9', '[0-9]+'], ['A', '\\p{Lu}+'], ['a', '\\p{Ll}+'], ['汉', '\\p{Han}+']]);
