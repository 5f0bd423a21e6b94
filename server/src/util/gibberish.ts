/**
 * Whether a text was typed to fill a field: a run along the keyboard (asdf), one letter over and over, letters of the home row alone, or the printer's
 * dummy text. Words that only look alike (haha, mama, test) are none.
 */
export function isGibberish(text: string): boolean {
  const form = text.trim().toLowerCase();
  // Capitals are codes: AAAA is a record of the domain name system and a stretch of DNA, LFLS an airport.
  const isCode = /\p{Lu}/u.test(text.trim().slice(1));
  if (!isCode && (/^(\p{L})\1{3,}$/u.test(form) || /^[sdfghjkl]{4,}$/.test(form))) return true;
  return isKeyboardRun(form) || /^(?:lorem ipsum\b.*|(?:blah ?){2,}|bla(?: ?bla)+|测试数据)$/.test(form);
}

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'azertyuiop', 'qsdfghjklm'];
/** Keys in a row that are no accident, but for Wert, which is German. */
const RUN = 4;

function isKeyboardRun(form: string): boolean {
  const once = /^(.{4,}?)\1*$/u.exec(form)?.[1] ?? '';
  const backwards = Array.from(once).reverse().join('');
  return once.length >= RUN && once !== 'wert' && ROWS.some(row => row.includes(once) || row.includes(backwards));
}

/** Signs without any letter or digit that compare, grade or mark nothing. */
export const isSignsOnly = (text: string): boolean => /^[^\p{L}\p{N}\s+±<>=≤≥%°€$£¥♀♂★☆✓✔✗✘×•\p{Emoji_Presentation}-]+$/u.test(text.trim());
