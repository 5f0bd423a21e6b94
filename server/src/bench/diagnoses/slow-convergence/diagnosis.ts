import { defineDiagnosis } from '../../../core/diagnosis.ts';
import { number, percent, say } from '../../../core/message.ts';

/** Epochs whose progress is looked at. */
const WINDOW = 5;
/** The validation loss still fell over them by so much of what it was before training. */
const FALL = 0.02;

/** Training ended while the network was still learning. */
export default defineDiagnosis({
  id: 'slow-convergence',
  check({ points, bestEpoch, stopped }) {
    const [start, before, last] = [points[0], points.at(-1 - WINDOW), points.at(-1)];
    if ((stopped !== 'epochs' && stopped !== 'time') || !start || !before || !last || last.epoch - bestEpoch > 1) return undefined;
    if (before.validationLoss - last.validationLoss < FALL * start.validationLoss) return undefined;
    const fall = 1 - last.validationLoss / before.validationLoss;
    return {
      message: say`Slow convergence: the validation loss still fell by ${percent(fall)} in the last ${number(WINDOW)} epochs when training ended after ${number(last.epoch)}.`,
      variant: { title: say`Three times the learning rate, twice the epochs`, settings: { rate: 3, maxEpochs: 2 } },
    };
  },
});
