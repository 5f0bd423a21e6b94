/** What detection takes for a value rather than a name. Coarser than the kernel's classes: it only has to tell a header from data. */
const NUMBER = /^[+-]?[$€£¥￥]?(?=[.,]?\d)(?:\d+|\d{1,3}(?:[, .']\d{3})+)?(?:[.,]\d+)?(?:[eE][+-]?\d+)?\s?[%€]?$/u;
const DATE = /^(?:\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{4}年\d{1,2}月(?:\d{1,2}日)?)(?:[T ]\d{1,2}:\d{2}.*)?$/u;
const TIME = /^\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/u;

export const isBlank = (text: string): boolean => text.trim() === '';
export const isNumber = (text: string): boolean => NUMBER.test(text.trim()) && /\d/u.test(text);
export const isDate = (text: string): boolean => DATE.test(text.trim()) || TIME.test(text.trim());
export const isValue = (text: string): boolean => isNumber(text) || isDate(text);

/** Text that says something: with a blank, a colon or Chinese in it, or rather long. A name of a column may be a word; a sentence is none. */
export const isProse = (text: string): boolean => /[\s:：]|\p{Script=Han}{4}/u.test(text.trim()) || text.trim().length > 30;

/** Cells with something in them. */
export const filled = (row: readonly string[]): number => row.filter(cell => !isBlank(cell)).length;
