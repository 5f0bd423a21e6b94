/** The text without outer spaces and with single plain spaces inside. */
export const evenSpaces = (text: string): string => text.replace(/[\s\u200b\ufeff]+/gu, ' ').trim();

/** The same for texts that differ in case and spaces only. */
export const baseForm = (text: string): string => evenSpaces(text).toLowerCase();

/**
 * The same for texts that differ in punctuation as well. Signs between digits stay, since 1.5 is not 15; a hyphen only goes from between letters; signs
 * that compare or grade (<, >, +, *) stay.
 */
export const bareForm = (text: string): string => baseForm(text)
  .replace(/(?<=\p{L})[-\u2010\u2011](?=\p{L})/gu, '')
  .replace(/[\s.,;:'’"“”()[\]/_&·]+/gu, (run, at: number, whole: string) => (isDigit(whole[at - 1]) && isDigit(whole[at + run.length]) ? run : ''));

const isDigit = (character: string | undefined): boolean => character !== undefined && character >= '0' && character <= '9';

/** Values by a common form, most frequent first within each group; forms in the order they came. */
export function groupByForm<T extends { readonly text: string; readonly count: number }>(values: readonly T[], formOf: (text: string) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const form = formOf(value.text);
    const group = groups.get(form);
    if (group) group.push(value);
    else groups.set(form, [value]);
  }
  for (const group of groups.values()) group.sort((a, b) => b.count - a.count);
  return groups;
}
