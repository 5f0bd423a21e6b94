import type { DifferentialPrivacy } from '../core/annotation.ts';
import { number, say, type Message } from '../core/message.ts';
import { accountedFor, type Accountant, type Accounted } from '../util/accounting/accountants.ts';
import { renderMessage } from '../words/render.ts';
import type { MeasureLine } from './measureList.ts';

/** What an annotation says of differential privacy, computed again by every way to account for it; empty where it does not say enough. */
export function lossLines(loss: DifferentialPrivacy): readonly MeasureLine[] {
  return accountedFor(loss).map(one => {
    const declared = isDeclared(one, loss) ? loss.epsilon : undefined;
    return {
      id: `epsilon-${one.accountant}`, title: TITLES[one.accountant], value: number(one.epsilon), meaning: say`${MEANINGS[one.accountant]}; delta ${number(one.delta)}`,
      ...(declared !== undefined && { declared: { value: number(declared), kept: one.epsilon <= declared * (1 + TOLERANCE) } }),
    };
  });
}

/** The same for a terminal, a line each. */
export const lossOf = (accounted: readonly Accounted[], locale: string): string =>
  accounted.map(one => `${renderMessage(say`${TITLES[one.accountant]}: ${number(one.epsilon)} at a delta of ${number(one.delta)}. ${MEANINGS[one.accountant]}.`, { locale })}\n`).join('');

/** Accountants differ in the last digits. */
const TOLERANCE = 0.01;

/** The annotation's epsilon is told by the accountant it names, the Renyi one where it names none. */
function isDeclared({ accountant }: Accounted, { accountant: declared = 'rdp', conversion = 'improved' }: DifferentialPrivacy): boolean {
  return accountant === (declared === 'rdp' ? `rdp-${conversion}` : declared === 'prv' ? 'pld' : declared);
}

const TITLES: Readonly<Record<Accountant, Message>> = {
  zcdp: say`Epsilon, zero-concentrated`,
  'rdp-classic': say`Epsilon, Renyi, classic conversion`,
  'rdp-improved': say`Epsilon, Renyi, improved conversion`,
  gdp: say`Epsilon, Gaussian by the central limit theorem`,
  pld: say`Epsilon, by the distribution of the privacy loss`,
  basic: say`Epsilon, basic composition`,
  advanced: say`Epsilon, advanced composition`,
  shuffle: say`Epsilon, shuffled`,
};

const MEANINGS: Readonly<Record<Accountant, Message>> = {
  zcdp: say`A bound for batches that are not sampled`,
  'rdp-classic': say`A bound, as most older libraries print it`,
  'rdp-improved': say`A bound, as newer libraries print it`,
  gdp: say`An approximation that may be too low`,
  pld: say`The tightest bound there is, for Poisson sampling`,
  basic: say`The sum over all releases`,
  advanced: say`A bound for many releases that are alike`,
  shuffle: say`A bound for reports that are shuffled before anybody sees them`,
};
