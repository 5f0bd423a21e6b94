const ROOT_PI = Math.sqrt(Math.PI);

/** Beyond this the complement is taken from a continued fraction, below it from a series of positive terms. */
const FAR = 1.5;

/** The complementary error function, to about 14 digits (NIST Digital Library of Mathematical Functions, 7.6.2 and 7.9.2). */
export function erfc(x: number): number {
  if (x < 0) return 2 - erfc(-x);
  return x < FAR ? 1 - erfSeries(x) : Math.exp(-x * x) * scaledErfc(x);
}

/** Its logarithm, where the function itself would be too small for a number. */
export const logErfc = (x: number): number => (x < FAR ? Math.log(erfc(x)) : -x * x + Math.log(scaledErfc(x)));

/** Probability that a standard normal variable is at most `z`. */
export const normalCdf = (z: number): number => erfc(-z / Math.SQRT2) / 2;

function erfSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / ROOT_PI) * Math.exp(-x * x) * sum;
}

/** exp(x * x) * erfc(x), for `x` from 1 on. */
function scaledErfc(x: number): number {
  let fraction = 0;
  for (let n = 64; n > 0; n--) fraction = n / 2 / (x + fraction);
  return 1 / (ROOT_PI * (x + fraction));
}
