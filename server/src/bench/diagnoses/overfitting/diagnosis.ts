import { defineDiagnosis } from '../../../core/diagnosis.ts';
import { number, percent, say } from '../../../core/message.ts';

/** The validation loss rose again by so much after its best epoch. */
const RISE = 0.1;
/** The training loss is at most this share of the validation loss at the end. */
const GAP = 0.7;

/** The network learns its training rows by heart. */
export default defineDiagnosis({
  id: 'overfitting',
  check({ points, bestEpoch }) {
    const [best, last] = [points.find(({ epoch }) => epoch === bestEpoch), points.at(-1)];
    if (!best || !last || bestEpoch === 0) return undefined;
    const rise = last.validationLoss / best.validationLoss - 1;
    if (rise < RISE || last.trainLoss > GAP * last.validationLoss) return undefined;
    const [validation, training] = [number(last.validationLoss), number(last.trainLoss)];
    return {
      message: say`Overfitting: after epoch ${number(bestEpoch)} the validation loss rose by ${percent(rise)} to ${validation}, while the training loss fell to ${training}.`,
      variant: { title: say`Half the units, and a penalty on large weights`, settings: { units: 0.5, l2: 1e-3 } },
    };
  },
});
