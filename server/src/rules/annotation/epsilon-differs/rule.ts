import { isWritten } from '../../../core/duties.ts';
import type { DifferentialPrivacy } from '../../../core/annotation.ts';
import { told } from '../../../core/facts.ts';
import { list, name, number, say, type Message } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { runOf } from '../../../util/accounting/accountants.ts';
import { epsilonOfRho, rhoOfGaussian } from '../../../util/accounting/composition.ts';
import { epsilonOfGaussian, muOfSampling } from '../../../util/accounting/gaussian.ts';
import type { SampledGaussian } from '../../../util/accounting/mechanism.ts';
import { epsilonOfLoss } from '../../../util/accounting/privacyLoss.ts';
import { CONVERSIONS, epsilonOfRenyi } from '../../../util/accounting/renyi.ts';

export default defineRule({
  id: 'epsilon-differs',
  scope: 'metadata',
  summary: 'The declared epsilon is not what noise, sampling and steps give',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {
    tolerance: { default: 0.01, description: 'Share by which a declared epsilon may be below what is computed: accountants differ in the last digits.' },
  },

  *check({ description: { privacy }, options }) {
    const loss = privacy?.differentialPrivacy;
    const declared = loss?.epsilon;
    const computed = loss ? computedOf(loss) : [];
    const [least, most] = [Math.min(...computed.map(({ epsilon }) => epsilon)), Math.max(...computed.map(({ epsilon }) => epsilon))];
    if (!privacy || !loss || declared === undefined || computed.length === 0 || !Number.isFinite(least)) return;
    const tooLow = declared < least * (1 - options.tolerance);
    if (!tooLow && declared <= most * LOOSE) return;
    if (PARTS.some(part => loss[part] === undefined && isWritten(privacy, [...privacy.node, 'differentialPrivacy', part]))) return;
    const node = [...privacy.node, 'differentialPrivacy', 'epsilon'];
    const found = list(computed.map(({ how, epsilon }) => ({ kind: 'message', message: say`${number(rounded(epsilon))} (${how})` })));
    const [noise, rate, steps, delta] = [number(loss.noiseMultiplier ?? 0), number(runOf(loss)?.sampleRate ?? 1), number(loss.steps ?? 1), name(String(loss.delta))];
    const run = say`A noise multiplier of ${noise}, a sample rate of ${rate}, ${steps} steps and a delta of ${delta}`;
    yield {
      place: { at: 'node', path: node, part: 'value' },
      severity: tooLow ? 'error' : 'information',
      message: tooLow ? say`${run} give an epsilon of ${found}; ${number(declared)} promises more than that` : say`${run} give an epsilon of ${found}; ${number(declared)} promises less than that`,
      facts: told({ declared, least, most }),
      fix: { title: say`Write what was computed: ${number(rounded(most))}`, safety: 'unsafe', change: { do: 'set-node', path: node, value: rounded(most) } },
    };
  },
});

/** What a loss follows from: where one of them is there and ill-formed, that is said already. */
const PARTS = ['noiseMultiplier', 'sampleRate', 'steps', 'delta', 'accountant', 'conversion', 'sampling', 'mechanism', 'neighbouring'] as const;

/** Up to this many times what is computed, a declared bound is taken for a rounded one. */
const LOOSE = 1.1;

/** Upwards, so that the number stays a bound. */
const rounded = (epsilon: number): number => Math.ceil(epsilon * 1000 - 1e-9) / 1000;

interface Computed {
  readonly epsilon: number;
  readonly how: Message;
}

/** The epsilon by the declared accountant, Renyi where none is; by both conversions where neither is named. Nothing where the run is not described in full. */
function computedOf(loss: DifferentialPrivacy): readonly Computed[] {
  const { accountant = 'rdp', conversion } = loss;
  const run = runOf(loss);
  if (!run) return [];
  const { delta, ...mechanism } = run;
  switch (accountant) {
    case 'rdp': return CONVERSIONS.filter(one => conversion === undefined || one === conversion)
      .map(one => ({ epsilon: epsilonOfRenyi(mechanism, delta, one).epsilon, how: RENYI[one] })).sort((a, b) => a.epsilon - b.epsilon);
    case 'zcdp': return run.sampleRate === 1 ? [{ epsilon: epsilonOfRho(run.steps * rhoOfGaussian(run.noiseMultiplier), delta), how: say`zero-concentrated` }] : [];
    case 'gdp': return [{ epsilon: epsilonOfGaussian(muOfSampling(mechanism), delta), how: say`GDP, by the central limit theorem` }];
    case 'prv':
    case 'pld': return [{ epsilon: byLoss(mechanism, delta), how: say`by the distribution of the privacy loss` }];
    default: return [];
  }
}

const RENYI = { classic: say`Renyi, classic conversion`, improved: say`Renyi, improved conversion` } as const;

let last: { readonly key: string; readonly epsilon: number } | undefined;

/** Takes about a second, and descriptions are checked with every keystroke: the last answer is remembered. */
function byLoss(mechanism: SampledGaussian, delta: number): number {
  const key = JSON.stringify([mechanism, delta]);
  if (last?.key !== key) last = { key, epsilon: epsilonOfLoss(mechanism, delta) };
  return last.epsilon;
}
