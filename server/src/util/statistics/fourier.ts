/**
 * Discrete Fourier transform in place, of complex numbers given as real and imaginary parts; their number is a power of two. The inverse is divided by it.
 */
export function fourier(real: Float64Array, imaginary: Float64Array, inverse = false): void {
  const size = real.length;
  reverseBits(real, imaginary);
  for (let half = 1; half < size; half *= 2) {
    const angle = ((inverse ? 1 : -1) * Math.PI) / half;
    for (let k = 0; k < half; k++) {
      const [cos, sin] = [Math.cos(angle * k), Math.sin(angle * k)];
      for (let at = k; at < size; at += 2 * half) butterfly(real, imaginary, at, at + half, cos, sin);
    }
  }
  if (!inverse) return;
  for (let i = 0; i < size; i++) {
    real[i] = (real[i] ?? 0) / size;
    imaginary[i] = (imaginary[i] ?? 0) / size;
  }
}

function butterfly(real: Float64Array, imaginary: Float64Array, a: number, b: number, cos: number, sin: number): void {
  const [br, bi] = [real[b] ?? 0, imaginary[b] ?? 0];
  const [tr, ti] = [br * cos - bi * sin, br * sin + bi * cos];
  const [ar, ai] = [real[a] ?? 0, imaginary[a] ?? 0];
  real[b] = ar - tr;
  imaginary[b] = ai - ti;
  real[a] = ar + tr;
  imaginary[a] = ai + ti;
}

function reverseBits(real: Float64Array, imaginary: Float64Array): void {
  const size = real.length;
  for (let i = 1, j = 0; i < size; i++) {
    let bit = size >> 1;
    for (; (j & bit) !== 0; bit >>= 1) j ^= bit;
    j |= bit;
    if (i >= j) continue;
    [real[i], real[j]] = [real[j] ?? 0, real[i] ?? 0];
    [imaginary[i], imaginary[j]] = [imaginary[j] ?? 0, imaginary[i] ?? 0];
  }
}
