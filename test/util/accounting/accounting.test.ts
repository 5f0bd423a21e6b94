import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composeAdvanced, composeBasic, epsilonOfRho, epsilonOfShuffle, rhoOfGaussian } from '../../../server/src/util/accounting/composition.ts';
import { deltaOfGaussian, epsilonOfGaussian, muOfSampling } from '../../../server/src/util/accounting/gaussian.ts';
import { deltaOfLoss, epsilonOfLoss } from '../../../server/src/util/accounting/privacyLoss.ts';
import { epsilonsOfRun, type Accountant, type Run } from '../../../server/src/util/accounting/accountants.ts';
import { epsilonOfRenyi, renyiOf } from '../../../server/src/util/accounting/renyi.ts';

const near = (actual: number, expected: number, within: number): void => assert.ok(Math.abs(actual - expected) <= within, `${actual} is not ${expected} within ${within}`);

/** DP-SGD on 60,000 records in batches of 256, as the tables of TensorFlow Privacy and its successors have it. */
const training = (noiseMultiplier: number, epochs: number) => ({ noiseMultiplier, sampleRate: 256 / 60_000, steps: Math.floor((epochs * 60_000) / 256) });

test('Renyi accounting gives the published epsilons, with either conversion', () => {
  for (const [sigma, epochs, classic, improved] of [[1.3, 15, 1.19, 0.954], [1.1, 60, 3.01, 2.597], [0.7, 45, 7.1, 6.318]] as const) {
    near(epsilonOfRenyi(training(sigma, epochs), 1e-5, 'classic').epsilon, classic, 0.0051);
    near(epsilonOfRenyi(training(sigma, epochs), 1e-5, 'improved').epsilon, improved, 0.00051);
  }
});

test('a fractional order lies between its neighbours, and meets the whole ones', () => {
  const mechanism = { noiseMultiplier: 1.1, sampleRate: 0.01, steps: 1 };
  for (const order of [2, 3, 7, 20]) {
    near(renyiOf(mechanism, order + 1e-7) / renyiOf(mechanism, order), 1, 1e-5);
    assert.ok(renyiOf(mechanism, order) < renyiOf(mechanism, order + 0.5) && renyiOf(mechanism, order + 0.5) < renyiOf(mechanism, order + 1));
  }
});

test('composition: basic, advanced, zero-concentrated', () => {
  const parts = Array.from({ length: 100 }, () => ({ epsilon: 0.1, delta: 0 }));
  near(composeBasic(parts).epsilon, 10, 1e-9);
  near(composeAdvanced({ epsilon: 0.1, delta: 0 }, 100, 1e-6).epsilon, 6.308, 0.0005);
  near(epsilonOfRho(rhoOfGaussian(1), 1e-5), 5.2985, 0.00005);
});

test('the Gaussian by itself is exact', () => {
  near(deltaOfGaussian(1, 1), 0.12693674, 5e-9);
  near(deltaOfGaussian(1, 2), 0.02092364, 5e-9);
  near(deltaOfGaussian(1, epsilonOfGaussian(1, 1e-5)), 1e-5, 1e-12);
});

test('the privacy loss of steps without sampling is that of one Gaussian with less noise', () => {
  const steps = { noiseMultiplier: 4, sampleRate: 1, steps: 16 };
  const [delta, exact] = [deltaOfLoss(steps, 1, 1e-3), deltaOfGaussian(1, 1)];
  near(delta, exact, 1e-6);
  assert.ok(delta >= exact);
});

test('the privacy loss of a training run lies below the Renyi bound, and the limit theorem is near it', () => {
  for (const [sigma, epochs] of [[1.3, 15], [1.1, 60]] as const) {
    const run = training(sigma, epochs);
    const tight = epsilonOfLoss(run, 1e-5, 1e-3);
    assert.ok(tight < epsilonOfRenyi(run, 1e-5, 'improved').epsilon, `${tight}`);
    near(epsilonOfGaussian(muOfSampling(run), 1e-5) / tight, 1, 0.2);
  }
});

test('shuffling many reports makes each of them say less, and few reports are refused', () => {
  const amplified = epsilonOfShuffle(1, 100_000, 1e-6) ?? Infinity;
  assert.ok(amplified < 0.2 && amplified > 0);
  assert.equal(epsilonOfShuffle(8, 100, 1e-6), undefined);
});

/** Values of dp-accounting 0.6 (RDP, and PLD by connecting the dots) for one run each. */
test('all accountants of a run, as an independent library has them', () => {
  const of = (run: Run, accountant: Accountant): number => epsilonsOfRun(run).find(one => one.accountant === accountant)?.epsilon ?? NaN;
  for (const [noiseMultiplier, sampleRate, steps, delta, renyi, loss] of [
    [1.17, 0.001, 5000, 1e-6, 0.6362, 0.2974], [1.92, 0.05, 1, 1e-5, 0.3774, 0.197], [1.85, 0.05, 500, 1e-5, 3.0735, 2.8105], [2.63, 0.05, 5000, 1e-5, 7.0301, 6.5164],
  ] as const) {
    near(of({ noiseMultiplier, sampleRate, steps, delta }, 'rdp-improved'), renyi, 0.00006);
    near(of({ noiseMultiplier, sampleRate, steps, delta }, 'pld'), loss, 0.0003);
  }
});

test('without sampling the Gaussian is exact, zero concentration is told, and no bound is below it', () => {
  const all = epsilonsOfRun({ noiseMultiplier: 4, sampleRate: 1, steps: 16, delta: 1e-5 });
  const exact = epsilonOfGaussian(1, 1e-5);
  near(all.find(({ accountant }) => accountant === 'gdp')?.epsilon ?? NaN, exact, 1e-9);
  assert.deepEqual(all.map(({ accountant }) => accountant), ['zcdp', 'rdp-classic', 'rdp-improved', 'gdp', 'pld']);
  for (const { epsilon } of all) assert.ok(epsilon > exact - 1e-6);
});
