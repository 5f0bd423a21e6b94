/** The value of a number in plain notation; `undefined` for everything else. */
export function plainNumber(text: string): number | undefined {
  if (!PLAIN.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

const PLAIN = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*$/;

/** Digits behind the point of a number as it is written, 15 at most. */
export function decimalsIn(text: string): number {
  const [, decimals = '', exponent = '0'] = /^[^.eE]*(?:\.(\d*))?(?:[eE]([-+]?\d+))?\s*$/.exec(text) ?? [];
  return Math.min(15, Math.max(0, decimals.length - Number(exponent)));
}

/** Digits behind the point that a number needs. */
export const decimalsOf = (value: number): number => decimalsIn(String(value));
