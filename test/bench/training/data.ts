import type { Batch } from '../../../server/src/core/compute.ts';
import { sizeOf } from '../../../server/src/bench/network/network.ts';
import { createRandom } from '../../../server/src/bench/random.ts';
import type { Contest } from './models.ts';

/** A few batches of made-up data, the same for every contender. */
export function batchesFor({ network, batch, outputs }: Contest): readonly Batch[] {
  const random = createRandom(5);
  const [first] = network.layers;
  const columns = sizeOf(network.shape);
  return Array.from({ length: BATCHES }, () => {
    const input = (): number => (first?.is === 'embedding' ? random.below(first.vocabulary) : random.next() * 2 - 1);
    const targets = new Float32Array(batch * outputs);
    for (let row = 0; row < batch; row++) {
      if (outputs === 1) targets[row] = random.next();
      else targets[row * outputs + random.below(outputs)] = 1;
    }
    return {
      inputs: { rows: batch, columns, values: Float32Array.from({ length: batch * columns }, input) },
      targets: { rows: batch, columns: outputs, values: targets },
    };
  });
}

const BATCHES = 4;
