import { deltaOfGaussian } from './gaussian.ts';

/**
 * The smallest standard deviation of Gaussian noise that keeps (epsilon, delta)-differential privacy for a query of this sensitivity: the analytic Gaussian
 * mechanism (Balle and Wang 2018, theorem 8), by bisection.
 */
export function gaussianScale(epsilon: number, delta: number, sensitivity: number): number {
  let [low, high] = [0, 1];
  while (deltaOfGaussian(1 / high, epsilon) > delta) high *= 2;
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (deltaOfGaussian(1 / middle, epsilon) > delta) low = middle;
    else high = middle;
  }
  return high * sensitivity;
}
