import { defineDiagnosis } from '../../../core/diagnosis.ts';
import { number, percent, say } from '../../../core/message.ts';

/** An epoch counts as a setback when the training loss rose by so much. */
const RISE = 0.05;
/** Below this share of the loss before training a jump is of no account. */
const FLOOR = 0.02;
/** So many of the epochs were setbacks. */
const SHARE = 0.25;
const LEAST_EPOCHS = 8;

/** The steps are too long: the training loss jumps up and down. */
export default defineDiagnosis({
  id: 'unstable-loss',
  check({ points }) {
    const losses = points.slice(1).map(({ trainLoss }) => trainLoss);
    if (losses.length < LEAST_EPOCHS) return undefined;
    const floor = FLOOR * (points[0]?.trainLoss ?? 0);
    const setbacks = losses.filter((loss, i) => i > 0 && loss > floor && loss > (losses[i - 1] ?? Infinity) * (1 + RISE)).length;
    if (setbacks < SHARE * losses.length) return undefined;
    return {
      message: say`Unstable: in ${number(setbacks)} of ${number(losses.length)} epochs the training loss rose by more than ${percent(RISE)}.`,
      variant: { title: say`A third of the learning rate`, settings: { rate: 1 / 3, maxEpochs: 2 } },
    };
  },
});
