/** Characters that show as nothing, or change how their neighbours show: controls, zero-width characters, direction marks, odd spaces. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00a0\u2000-\u200a\u202f\u205f\ufffe\uffff]/gu;

/** The text with every invisible character spelled out: a picture for the old control codes, `\u{200b}` for the rest. */
export function makeVisible(text: string): string {
  return text.replace(INVISIBLE, character => picture(character.codePointAt(0) ?? 0));
}

function picture(code: number): string {
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? '\u2421' : `\\u{${code.toString(16)}}`;
}
