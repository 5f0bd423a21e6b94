/** Digits of a number that is not whole. */
const DIGITS = 6;
/** Beyond this a whole number is shorter, and no less exact to a reader, in scientific notation. */
const LONG = 1e15;

/** A number the way readers of `language` write it: whole ones in full with separators, others to six significant digits but never rounded above the point. */
export function numberText(value: number, language: string): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size >= LONG || (size > 0 && size < 1e-4)) return format(language, { notation: 'scientific', maximumSignificantDigits: DIGITS }, value);
  return format(language, size >= 10 ** (DIGITS - 1) ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: DIGITS }, value);
}

/**
 * A share in percent. Only all is `100%` and only none is `0%`: a share that is nearly one of them keeps as many decimals as tell it apart,
 * down to a thousandth of a percent.
 */
export function percentText(share: number, language: string): string {
  const decimals = [1, 2, 3].find(places => !seemsWhole(share, places)) ?? 3;
  const shown = seemsWhole(share, decimals) && share > 0 && share < 1 ? (share < 0.5 ? 1e-5 : 1 - 1e-5) : share;
  const sign = shown === share ? '' : share < 0.5 ? '<' : '>';
  return sign + format(language, { style: 'percent', maximumFractionDigits: decimals }, shown);
}

/** True where rounding a share that is neither none nor all to so many decimals of a percent would make it one of them. */
function seemsWhole(share: number, decimals: number): boolean {
  if (share <= 0 || share >= 1) return false;
  const rounded = Math.round(share * 100 * 10 ** decimals);
  return rounded === 0 || rounded === 100 * 10 ** decimals;
}

const formats = new Map<string, Intl.NumberFormat>();

function format(language: string, options: Intl.NumberFormatOptions, value: number): string {
  const key = JSON.stringify([language, options]);
  const known = formats.get(key) ?? new Intl.NumberFormat(language, options);
  formats.set(key, known);
  return known.format(value);
}
