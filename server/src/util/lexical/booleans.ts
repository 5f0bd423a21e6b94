/** One way to write true and false. */
export interface Pair {
  readonly yes: string;
  readonly no: string;
}

/** Ways people write truth values, in lower case. Letters alone are among them, since they stand for words beside them. */
const WORDS: readonly (readonly [yes: string, no: string])[] = [
  ['true', 'false'], ['yes', 'no'], ['y', 'n'], ['t', 'f'], ['1', '0'], ['on', 'off'],
  ['ja', 'nein'], ['j', 'n'], ['oui', 'non'], ['o', 'n'], ['vrai', 'faux'], ['wahr', 'falsch'],
  ['sí', 'no'], ['si', 'no'], ['s', 'n'], ['verdadero', 'falso'], ['vero', 'falso'], ['sim', 'não'],
  ['是', '否'], ['有', '无'], ['对', '错'], ['√', '×'], ['✓', '✗'], ['真', '假'],
];

const upper = (text: string): string => text.toUpperCase();
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const STYLES: readonly ((text: string) => string)[] = [text => text, capital, upper];

/** Each pair in each style of letters that makes a difference. */
export const PAIRS: readonly Pair[] = WORDS.flatMap(([yes, no]) => {
  const styled = STYLES.map(style => ({ yes: style(yes), no: style(no) }));
  return styled.filter((pair, i) => styled.findIndex(other => other.yes === pair.yes && other.no === pair.no) === i);
});

/** What a text means as a truth value in some way of writing; `undefined` where it is none. */
export function truthOf(text: string): boolean | undefined {
  const folded = text.trim().toLowerCase();
  if (WORDS.some(([yes]) => yes === folded)) return true;
  return WORDS.some(([, no]) => no === folded) ? false : undefined;
}
