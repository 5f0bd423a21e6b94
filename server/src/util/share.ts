/** Share of texts that pass a test; 0 of none. */
export const shareOf = (texts: readonly string[], passes: (text: string) => boolean): number =>
  (texts.length === 0 ? 0 : texts.filter(passes).length / texts.length);

/** Whether numbers mostly rise from row to row, as those of orders and customers do. */
export const runsOn = (numbers: readonly number[]): boolean =>
  numbers.length > 1 && numbers.filter((number, i) => i > 0 && number > (numbers[i - 1] ?? 0)).length >= (numbers.length - 1) * 0.9;
