import { defineDiagnosis } from '../../../core/diagnosis.ts';
import { number, say } from '../../../core/message.ts';

/** The first layer's gradient is smaller than this share of the last layer's. */
const SHARE = 1e-3;
const LEAST_EPOCHS = 3;

/** The first layer gets next to no gradient while the loss is still high: it does not learn. */
export default defineDiagnosis({
  id: 'vanishing-gradient',
  check({ points }) {
    const told = points.slice(1).flatMap(({ gradients }) => (gradients && gradients.length > 1 ? [gradients] : []));
    const [start, last] = [points[0], points.at(-1)];
    const weak = told.filter(norms => (norms[0] ?? 0) < SHARE * (norms.at(-1) ?? 0) || norms.every(norm => norm === 0));
    if (told.length < LEAST_EPOCHS || weak.length < told.length / 2 || !start || !last || last.trainLoss < 0.5 * start.trainLoss) return undefined;
    return {
      message: say`Vanishing gradient: in ${number(weak.length)} of ${number(told.length)} epochs the first layer’s gradient was below a thousandth of the last layer’s, and the loss hardly fell.`,
      variant: { title: say`A tenth of the learning rate`, settings: { rate: 0.1 } },
    };
  },
});
