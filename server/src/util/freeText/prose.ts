/**
 * How long texts are on average, in characters: bytes would make Chinese three times as long. `wordy`: most have several words, or a script that writes
 * none apart (`blankless`).
 */
export function measureProse(texts: readonly string[]): { readonly mean: number; readonly wordy: boolean; readonly blankless: boolean } {
  const half = texts.length / 2;
  const blankless = texts.filter(text => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text)).length > half;
  const wordy = blankless || texts.filter(text => text.trim().split(/\s+/).length >= FEWEST_WORDS).length > half;
  return { mean: texts.reduce((sum, text) => sum + [...text].length, 0) / Math.max(1, texts.length), wordy, blankless };
}

const FEWEST_WORDS = 4;

/** Whether texts are sentences: wordy, and of a mean length from `length` characters on, a third of it for scripts without blanks. */
export function isProse(texts: readonly string[], length: number): boolean {
  const { mean, wordy, blankless } = measureProse(texts);
  return wordy && mean >= (blankless ? length / 3 : length);
}
