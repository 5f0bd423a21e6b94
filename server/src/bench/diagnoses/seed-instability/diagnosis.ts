import { defineDiagnosis } from '../../../core/diagnosis.ts';
import { number, say } from '../../../core/message.ts';

const LEAST_SEEDS = 3;
/** Scores that lie farther apart cannot be told from luck. */
const RANGE = 0.05;

/** The score depends on the seed. */
export default defineDiagnosis({
  id: 'seed-instability',
  check({ scores }) {
    const [low, high] = [Math.min(...scores), Math.max(...scores)];
    if (scores.length < LEAST_SEEDS || high - low < RANGE) return undefined;
    return {
      message: say`Unstable over seeds: ${number(scores.length)} trainings on the same rows score from ${number(low)} to ${number(high)}. Smaller differences between models are luck.`,
      variant: { title: say`A third of the learning rate, twice the epochs`, settings: { rate: 1 / 3, maxEpochs: 2 } },
    };
  },
});
