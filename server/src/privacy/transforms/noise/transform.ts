import { name, say, type Message } from '../../../core/message.ts';
import { defineTransform, type Change } from '../../../core/transform.ts';
import { decimalsIn, plainNumber } from '../../../util/plainNumber.ts';
import { gaussianScale } from '../../../util/accounting/gaussianScale.ts';

export default defineTransform({
  id: 'noise',
  title: 'add random noise to numbers',
  technique: 'noise-addition',
  parameters: {
    distribution: { kind: 'word', words: ['laplace', 'gaussian'], default: 'laplace', description: 'How the noise is distributed.' },
    noise: { kind: 'number', least: 0, description: 'Scale of Laplace noise, standard deviation of Gaussian noise.' },
    epsilon: { kind: 'number', least: 0, most: 100, description: 'Privacy loss per value, from which the scale follows.' },
    delta: { kind: 'number', least: 0, most: 1, description: 'Probability with which the loss may be greater; Gaussian noise needs it.' },
    sensitivity: { kind: 'number', least: 0, description: 'How far two values can be apart.' },
    least: { kind: 'number', description: 'Results below are set to it.' },
    most: { kind: 'number', description: 'Results above are set to it.' },
  },
  make(given, { random }) {
    const scale = scaleOf(given);
    if (typeof scale !== 'number') return scale;
    const draw = given.distribution === 'laplace' ? () => laplace(random, scale) : () => gaussian(random, scale);
    const { least = -Infinity, most = Infinity, epsilon, sensitivity } = given;
    const change: Change = {
      per: 'cell', consistent: false, params: { noise: scale, algorithm: given.distribution },
      change(text) {
        const value = plainNumber(text);
        return value === undefined ? undefined : Math.min(most, Math.max(least, value + draw())).toFixed(decimalsIn(text)).replace(/^-(0(?:\.0*)?)$/, '$1');
      },
    };
    if (epsilon !== undefined && sensitivity !== undefined) return change;
    return { ...change, caution: say`noise alone is no guarantee of differential privacy: that takes epsilon and the sensitivity it is for` };
  },
});

interface Wished {
  readonly distribution: 'laplace' | 'gaussian';
  readonly noise: number | undefined;
  readonly epsilon: number | undefined;
  readonly delta: number | undefined;
  readonly sensitivity: number | undefined;
}

/** Laplace: sensitivity / epsilon (Dwork et al. 2006). Gaussian: the smallest deviation that keeps epsilon and delta (Balle and Wang 2018). */
function scaleOf({ distribution, noise, epsilon, delta, sensitivity }: Wished): number | Message {
  if (noise !== undefined && epsilon !== undefined) return say`either ${name('noise')} or ${name('epsilon')} says how much noise there is`;
  if (noise !== undefined) return noise > 0 ? noise : say`${name('noise')} must be above 0`;
  if (epsilon === undefined || epsilon <= 0) return say`${name('noise')}, or ${name('epsilon')} above 0 with ${name('sensitivity')}, says how much noise there is`;
  if (sensitivity === undefined || sensitivity <= 0) return say`${name('epsilon')} needs ${name('sensitivity')}, above 0: how far two values can be apart`;
  if (distribution === 'laplace') return sensitivity / epsilon;
  return delta !== undefined && delta > 0 && delta < 1 ? gaussianScale(epsilon, delta, sensitivity) : say`Gaussian noise needs ${name('delta')}, above 0 and below 1`;
}

function laplace(random: () => number, scale: number): number {
  const side = random() < 0.5 ? -1 : 1;
  return side * -scale * Math.log(1 - random());
}

/** Box and Muller (1958). */
const gaussian = (random: () => number, deviation: number): number => deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
