/** ISO/IEC 7812-1, annex B: from the right, every second digit doubled, the digits of all summed to a multiple of ten. */
export function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const weighted = Number(digit) * (i % 2 === 1 ? 2 : 1);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return sum % 10 === 0;
}

/** Digits times weights, place by place from the left; digits beyond the weights do not count. */
export const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * Number(digits.charAt(i)), 0);

/** ISO 7064, MOD 97-10: letters count from A = 10 to Z = 35, and the whole number divided by 97 leaves this. */
export const remainderBy97 = (text: string): number =>
  [...text.toUpperCase()].reduce((rest, character) => {
    const value = Number.parseInt(character, 36);
    return (rest * (value > 9 ? 100 : 10) + value) % 97;
  }, 0);

/** ISO 7064, MOD 11,10: whether the last digit checks the others. */
export function passesMod11And10(digits: string): boolean {
  const product = [...digits.slice(0, -1)].reduce((rest, digit) => (((rest + Number(digit)) % 10 || 10) * 2) % 11, 10);
  return (11 - product) % 10 === Number(digits.at(-1));
}

/** Verhoeff's check over the dihedral group of ten elements (Verhoeff 1969): catches every wrong digit and every swap of neighbours. */
export const passesVerhoeff = (digits: string): boolean =>
  [...digits].reverse().reduce((sum, digit, i) => times(sum, permuted(Number(digit), i % 8)), 0) === 0;

/** Rotations of the pentagon are 0 to 4, reflections 5 to 9. */
function times(a: number, b: number): number {
  const turn = a < 5 ? a + (b % 5) : a - (b % 5) + 5;
  return (turn % 5) + (a < 5 === b < 5 ? 0 : 5);
}

const PERMUTATION = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

function permuted(digit: number, often: number): number {
  let place = digit;
  for (let i = 0; i < often; i++) place = PERMUTATION[place] ?? 0;
  return place;
}

/** Whether the last digit is the one that `digitOf` makes of the weighted sum of the digits before it; a sum that makes none gives -1 or 10. */
export const lastChecks = (digits: string, weights: readonly number[], digitOf: (sum: number) => number): boolean =>
  digitOf(weighted(digits, weights)) === Number(digits.at(-1));

/** ICAO Doc 9303: digits and letters (A = 10) weighted 7, 3, 1 over and over; the filler counts nothing. */
export const sumOf731 = (text: string): number =>
  [...text].reduce((sum, character, i) => sum + (character === '<' ? 0 : Number.parseInt(character, 36)) * ([7, 3, 1][i % 3] ?? 0), 0);

/** The check digit of GS1 (EAN, UPC, GTIN): from the right, digits weighted 1 and 3 in turn sum to a multiple of ten. */
export const passesGs1 = (digits: string): boolean =>
  [...digits].reverse().reduce((sum, digit, i) => sum + Number(digit) * (i % 2 === 1 ? 3 : 1), 0) % 10 === 0;
