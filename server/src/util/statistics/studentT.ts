/** Probability that |T| is at most `t` for Student's T with a whole number of degrees of freedom (Abramowitz and Stegun 26.7.3 and 26.7.4). */
export function studentCentral(t: number, freedom: number): number {
  const angle = Math.atan(t / Math.sqrt(freedom));
  const [sine, square] = [Math.sin(angle), Math.cos(angle) ** 2];
  const odd = freedom % 2 === 1;
  let [sum, term] = [0, odd ? Math.cos(angle) : 1];
  for (let k = odd ? 3 : 2; k <= freedom; k += 2) {
    sum += term;
    term *= ((k - 1) / k) * square;
  }
  return odd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
}

/** The `t` within which |T| lies with probability `central`, to about 12 digits. */
export function studentQuantile(central: number, freedom: number): number {
  let [low, high] = [0, 1];
  while (studentCentral(high, freedom) < central) high *= 2;
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2;
    if (studentCentral(middle, freedom) < central) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
