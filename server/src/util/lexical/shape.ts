/**
 * The shape of a text: runs of digits as 9, of capital letters as A, of small ones as a, of Han characters as 汉; all else stands for itself.
 * `K-1024` and `K-7` have the shape `A-9`.
 */
export const shapeOf = (text: string): string => RUNS.reduce((shape, [run, sign]) => shape.replace(run, sign), text.replace(/[\uE000-\uE003]/gu, '?'))
  .replace(/[\uE000-\uE003]/gu, sign => SIGNS.get(sign) ?? '');

/** A regular expression for whole texts of a shape. */
export const patternOf = (shape: string): string => `^${Array.from(shape, sign => CLASSES.get(sign) ?? sign.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&')).join('')}$`;

/** Stand-ins, so that the letters A and a of a shape are not taken for letters of the text. */
const RUNS: readonly (readonly [RegExp, string])[] = [
  [/\d+/gu, '\uE000'], [/\p{Lu}+/gu, '\uE001'], [/\p{Ll}+/gu, '\uE002'], [/\p{Script=Han}+/gu, '\uE003'],
];
const SIGNS: ReadonlyMap<string, string> = new Map([['\uE000', '9'], ['\uE001', 'A'], ['\uE002', 'a'], ['\uE003', '汉']]);
const CLASSES: ReadonlyMap<string, string> = new Map([['9', '[0-9]+'], ['A', '\\p{Lu}+'], ['a', '\\p{Ll}+'], ['汉', '\\p{Han}+']]);
