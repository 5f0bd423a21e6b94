/** The date and time of an instant since 1970, in ISO 8601 without a zone; a fraction has three, six or nine digits, or is left out where it is zero. */
export function timestamp(value: bigint, perSecond: bigint): string {
  const [seconds, fraction] = split(value, perSecond);
  const date = new Date(Number(seconds) * 1000);
  // What no calendar holds stays the number it is.
  if (Number.isNaN(date.getTime())) return String(value);
  return `${date.toISOString().slice(0, -'.000Z'.length)}${digitsOf(fraction, perSecond)}`;
}

/** A time of day. */
export function clockTime(value: bigint, perSecond: bigint): string {
  const [seconds, fraction] = split(value, perSecond);
  const two = (part: bigint): string => String(part).padStart(2, '0');
  return `${two(seconds / 3600n)}:${two((seconds / 60n) % 60n)}:${two(seconds % 60n)}${digitsOf(fraction, perSecond)}`;
}

/** Whole seconds, rounded down, and what is left of the value. */
function split(value: bigint, perSecond: bigint): readonly [seconds: bigint, fraction: bigint] {
  const fraction = ((value % perSecond) + perSecond) % perSecond;
  return [(value - fraction) / perSecond, fraction];
}

function digitsOf(fraction: bigint, perSecond: bigint): string {
  if (fraction === 0n) return '';
  const digits = String(fraction).padStart(String(perSecond).length - 1, '0');
  return `.${digits.replace(/(000)+$/, '')}`;
}
