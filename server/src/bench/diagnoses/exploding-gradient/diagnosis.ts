import { defineDiagnosis } from '../../../core/diagnosis.ts';
import { number, say } from '../../../core/message.ts';

/** The gradient grew to so many times what it was at the start. */
const GROWTH = 100;

/** The gradient grows without bound: the next steps are thrown far off. */
export default defineDiagnosis({
  id: 'exploding-gradient',
  check({ points }) {
    const norms = points.flatMap(({ epoch, gradients }) => (gradients ? [{ epoch, norm: Math.hypot(...gradients) }] : []));
    const [start] = norms;
    const largest = norms.reduce((high, each) => (each.norm > high.norm ? each : high), { epoch: 0, norm: 0 });
    if (!start || start.norm === 0 || largest.norm < GROWTH * start.norm) return undefined;
    return {
      message: say`Exploding gradient: its norm grew from ${number(start.norm)} at the start to ${number(largest.norm)} in epoch ${number(largest.epoch)}, more than a hundredfold.`,
      variant: { title: say`A tenth of the learning rate`, settings: { rate: 0.1 } },
    };
  },
});
