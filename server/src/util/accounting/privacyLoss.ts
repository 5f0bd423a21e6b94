import { fourier } from '../statistics/fourier.ts';
import { normalCdf } from '../statistics/normal.ts';
import { leastEpsilon } from './gaussian.ts';
import type { SampledGaussian } from './mechanism.ts';

/** Losses as multiples of `step`, from `first` on, with their probabilities; `infinite` is the probability of a loss without bound. */
interface LossDistribution {
  readonly step: number;
  readonly first: number;
  readonly masses: Float64Array;
  readonly infinite: number;
}

/** Probability that may be cut off at the ends; it counts as a loss without bound. */
const TAIL = 1e-15;
/** Points a composed distribution has at most; a longer one gets a wider step. */
const MOST_POINTS = 2 ** 20;

/**
 * Delta of all steps of a sampled Gaussian at an epsilon, by the distribution of its privacy loss (Koskela, Jalko and Honkela 2020): the loss of one step is
 * put on multiples of `step`, composed by Fourier transform, and the worse of adding and removing a record counts. An upper bound, but for the rounding of
 * the transform (about 1e-13).
 */
export function deltaOfLoss(mechanism: SampledGaussian, epsilon: number, step = 1e-4): number {
  return Math.max(...composed(mechanism, step).map(distribution => deltaOf(distribution, epsilon)));
}

/** The least epsilon at a delta; see `deltaOfLoss`. */
export function epsilonOfLoss(mechanism: SampledGaussian, delta: number, step = 1e-4): number {
  const both = composed(mechanism, step);
  return leastEpsilon(epsilon => Math.max(...both.map(distribution => deltaOf(distribution, epsilon))), delta);
}

function composed(mechanism: SampledGaussian, step: number): readonly LossDistribution[] {
  return [removing, adding].map(lossOf => {
    for (let width = widthFor(lossOf(mechanism, Math.max(step, COARSE)), mechanism.steps, step); ; width *= 2) {
      const result = compose(lossOf(mechanism, width), mechanism.steps);
      if (result) return result;
    }
  });
}

/** A step at which the range of a sum is told soon enough. */
const COARSE = 0.01;

/** The least step from `step` on, by doubling, at which the sum of `times` losses is likely not too long: a look at a coarse one is cheap. */
function widthFor({ step: coarse, masses }: LossDistribution, times: number, step: number): number {
  const [low, high] = rangeOf(masses, times);
  let width = step;
  while (((high - low) * coarse) / width > MOST_POINTS) width *= 2;
  return width;
}

function deltaOf({ step, first, masses, infinite }: LossDistribution, epsilon: number): number {
  let delta = infinite;
  for (let i = Math.max(0, Math.floor(epsilon / step) - first); i < masses.length; i++) {
    const loss = (first + i) * step;
    if (loss > epsilon) delta += (masses[i] ?? 0) * -Math.expm1(epsilon - loss);
  }
  return Math.max(0, delta);
}

/** Loss where the record is there, drawn from the mixture: ln(1 - q + q exp((2x - 1) / (2 sigma^2))). It rises with x. */
function removing(mechanism: SampledGaussian, step: number): LossDistribution {
  const { mixture, noise, lossAt, crossing, low, high } = outcomes(mechanism);
  return discrete(step, lossAt(low), lossAt(high), (from, to) => {
    const [a, b] = [crossing(from), crossing(to)];
    return [mixture(a, b), noise(a, b)];
  });
}

/** Loss where it is not, drawn from the noise alone: the same with the other sign, so that it falls with x. */
function adding(mechanism: SampledGaussian, step: number): LossDistribution {
  const { mixture, noise, lossAt, crossing, low, high } = outcomes(mechanism);
  return discrete(step, -lossAt(high), -lossAt(low), (from, to) => {
    const [a, b] = [crossing(-to), crossing(-from)];
    return [noise(a, b), mixture(a, b)];
  });
}

/** Standard deviations beyond which a normal variable hardly ever lies. */
const REACH = 9;

/** What one step may yield: probabilities of an interval with and without the record, the loss at a point, and the point at which it has a value. */
function outcomes({ noiseMultiplier: sigma, sampleRate: q }: SampledGaussian) {
  const noise = (a: number, b: number): number => between(a / sigma, b / sigma);
  return {
    noise,
    mixture: (a: number, b: number): number => (1 - q) * noise(a, b) + q * noise(a - 1, b - 1),
    lossAt(x: number): number {
      const exponent = (2 * x - 1) / (2 * sigma ** 2);
      return exponent > 0 ? exponent + Math.log(q + (1 - q) * Math.exp(-exponent)) : Math.log1p(q * Math.expm1(exponent));
    },
    crossing(loss: number): number {
      const rest = Math.expm1(loss) + q;
      return rest <= 0 ? -Infinity : sigma ** 2 * Math.log(rest / q) + 0.5;
    },
    low: -REACH * sigma, high: 1 + REACH * sigma,
  };
}

/** Probability that a standard normal variable lies between two numbers, from the side on which the numbers are small. */
const between = (a: number, b: number): number => (a > 0 ? normalCdf(-a) - normalCdf(-b) : normalCdf(b) - normalCdf(a));

/**
 * Moves losses to multiples of `step`: those between two of them to both, so that their probabilities with and without the record stay what they are
 * (Doroshenko et al. 2022). That is an upper bound, and much nearer than rounding up. `probabilities` of an interval come first with what the loss is
 * drawn from, then with the other.
 */
function discrete(step: number, low: number, high: number, probabilities: (from: number, to: number) => readonly [number, number]): LossDistribution {
  const first = Math.floor(low / step);
  const masses = new Float64Array(Math.ceil(high / step) - first + 1);
  masses[0] = probabilities(-Infinity, first * step)[0];
  for (let i = 0; i + 1 < masses.length; i++) {
    const from = (first + i) * step;
    const [here, other] = probabilities(from, from + step);
    const upper = Math.min(here, Math.max(0, (here - other * Math.exp(from)) / -Math.expm1(-step)));
    masses[i] = (masses[i] ?? 0) + here - upper;
    masses[i + 1] = upper;
  }
  return { step, first, masses, infinite: probabilities((first + masses.length - 1) * step, Infinity)[0] };
}

/** The sum of `times` independent losses; `undefined` where its range has too many points. */
function compose({ step, first, masses, infinite }: LossDistribution, times: number): LossDistribution | undefined {
  const [low, high] = rangeOf(masses, times);
  const size = 2 ** Math.ceil(Math.log2(Math.max(high - low + 1, masses.length, 2)));
  if (size > MOST_POINTS) return undefined;
  const real = new Float64Array(size);
  const imaginary = new Float64Array(size);
  masses.forEach((mass, i) => (real[i % size] = (real[i % size] ?? 0) + mass));
  fourier(real, imaginary);
  for (let i = 0; i < size; i++) {
    const radius = Math.hypot(real[i] ?? 0, imaginary[i] ?? 0) ** times;
    const angle = Math.atan2(imaginary[i] ?? 0, real[i] ?? 0) * times;
    real[i] = radius * Math.cos(angle);
    imaginary[i] = radius * Math.sin(angle);
  }
  fourier(real, imaginary, true);
  // The transform counts around a circle: what lies `low` points from the start of the sum is found there.
  const sum = Float64Array.from({ length: high - low + 1 }, (_, i) => Math.max(0, real[(((low + i) % size) + size) % size] ?? 0));
  return { step, first: first * times + low, masses: sum, infinite: -Math.expm1(times * Math.log1p(-infinite)) + TAIL };
}

/**
 * Points, counted from `times` times the first one, outside of which the sum of `times` losses lies with a probability below the tail: by Chernoff's bound
 * over a few exponents.
 */
function rangeOf(masses: Float64Array, times: number): readonly [number, number] {
  const logs = masses.map(mass => Math.log(mass));
  let [low, high] = [0, (masses.length - 1) * times];
  for (let exponent = -24; exponent <= 4; exponent++) {
    const rate = 2 ** exponent;
    high = Math.min(high, Math.ceil((times * logMoment(logs, rate) - Math.log(TAIL)) / rate));
    low = Math.max(low, Math.floor((Math.log(TAIL) - times * logMoment(logs, -rate)) / rate));
  }
  return [low, high];
}

/** Logarithm of the mean of exp(rate * point), given the logarithms of the probabilities. */
function logMoment(logs: Float64Array, rate: number): number {
  let greatest = -Infinity;
  for (let i = 0; i < logs.length; i++) greatest = Math.max(greatest, rate * i + (logs[i] ?? 0));
  let sum = 0;
  for (let i = 0; i < logs.length; i++) sum += Math.exp(rate * i + (logs[i] ?? 0) - greatest);
  return greatest + Math.log(sum);
}
