import type { DifferentialPrivacy } from '../../core/annotation.ts';
import { composeAdvanced, composeBasic, epsilonOfRho, epsilonOfShuffle, rhoOfGaussian } from './composition.ts';
import { epsilonOfGaussian, muOfSampling } from './gaussian.ts';
import type { Guarantee, SampledGaussian } from './mechanism.ts';
import { epsilonOfLoss } from './privacyLoss.ts';
import { epsilonOfRenyi } from './renyi.ts';

/** A training run: noise, sampling, steps, and the delta its epsilon is told for. */
export interface Run extends SampledGaussian {
  readonly delta: number;
}

/** A way to account for a run, or for several releases. */
export type Accountant = 'zcdp' | 'rdp-classic' | 'rdp-improved' | 'gdp' | 'pld' | 'basic' | 'advanced' | 'shuffle';

/** What one way of accounting comes to. */
export interface Accounted {
  readonly accountant: Accountant;
  readonly epsilon: number;
  readonly delta: number;
  /** Of Renyi: the order the epsilon was found at. */
  readonly order?: number;
}

/** All epsilons of a run. Zero concentration is told without sampling alone: no bound for it is known to hold with sampling that is as simple. */
export function epsilonsOfRun({ delta, ...mechanism }: Run): readonly Accounted[] {
  const { noiseMultiplier, sampleRate, steps } = mechanism;
  return [
    ...(sampleRate === 1 ? [{ accountant: 'zcdp', delta, epsilon: epsilonOfRho(steps * rhoOfGaussian(noiseMultiplier), delta) } as const] : []),
    { accountant: 'rdp-classic', delta, ...epsilonOfRenyi(mechanism, delta, 'classic') },
    { accountant: 'rdp-improved', delta, ...epsilonOfRenyi(mechanism, delta, 'improved') },
    { accountant: 'gdp', delta, epsilon: epsilonOfGaussian(muOfSampling(mechanism), delta) },
    { accountant: 'pld', delta, epsilon: epsilonOfLoss(mechanism, delta) },
  ];
}

/** What releases lose together: their sum, and, where all are alike, the bound of advanced composition at the price of `slack` more delta. */
export function epsilonsOfReleases(releases: readonly Guarantee[], slack: number | undefined): readonly Accounted[] {
  const [first] = releases;
  const alike = first !== undefined && releases.every(({ epsilon, delta }) => epsilon === first.epsilon && delta === first.delta);
  return [
    { accountant: 'basic', ...composeBasic(releases) },
    ...(alike && slack !== undefined ? [{ accountant: 'advanced', ...composeAdvanced(first, releases.length, slack) } as const] : []),
  ];
}

/** What shuffling makes of `users` reports; nothing where the bound does not hold. */
export function epsilonsOfShuffle(local: number, users: number, delta: number): readonly Accounted[] {
  const epsilon = epsilonOfShuffle(local, users, delta);
  return epsilon === undefined ? [] : [{ accountant: 'shuffle', epsilon, delta }];
}

/** The run an annotation describes in full; `undefined` where it does not. Batches that are not sampled have a rate of 1. */
export function runOf({ noiseMultiplier = 0, delta = 0, steps = 1, sampling, sampleRate }: DifferentialPrivacy): Run | undefined {
  const rate = sampling === 'none' ? 1 : sampleRate ?? 0;
  const sound = noiseMultiplier > 0 && delta > 0 && delta < 1 && rate > 0 && rate <= 1 && steps >= 1 && Number.isInteger(steps);
  return sound ? { noiseMultiplier, delta, steps, sampleRate: rate } : undefined;
}

/** Everything that can be computed again from an annotation. */
export function accountedFor(loss: DifferentialPrivacy): readonly Accounted[] {
  const run = runOf(loss);
  const releases = (loss.releases ?? []).flatMap(({ epsilon, delta = 0 }) => (epsilon === undefined ? [] : [{ epsilon, delta }]));
  return [...(run ? epsilonsOfRun(run) : []), ...(releases.length > 0 ? epsilonsOfReleases(releases, loss.delta) : [])];
}
