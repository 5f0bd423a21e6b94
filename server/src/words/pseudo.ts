/** The locale in which every text is English with marks: what is plain was never translated, what loses its marks was cut off. */
export const PSEUDO = 'qps-ploc';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const MARKED = 'àƀçđèƒĝĥìĵķļɱñòƥɋŕšţùṽŵẋýžÀƁÇĐÈƑĜĤÌĴĶĻṀÑÒƤɊŔŠŢÙṼŴẊÝŽ';

/** Holes, code, icons, settings, and targets of links are no words. */
const KEPT = /\{\d+\}|`[^`]*`|\$\([\w~-]+\)|#[\w.]+#|\]\([^)]*\)|<\/?\w+[^>]*>/;

/** The text with every letter changed to one that can still be read, about a third longer as German would be, between brackets. */
export function pseudo(text: string): string {
  const letters = text.split(new RegExp(`(${KEPT.source})`)).map((part, i) => (i % 2 === 1 ? part : [...part].map(mark).join(''))).join('');
  return `⟦${letters}${' ~'.repeat(Math.ceil(text.length / 6))}⟧`;
}

function mark(letter: string): string {
  const at = PLAIN.indexOf(letter);
  return at < 0 ? letter : MARKED[at] ?? letter;
}
