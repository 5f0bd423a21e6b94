import type { Pictures } from '../table.ts';
import { momentsOf } from '../encode.ts';
import { range } from '../random.ts';
import { matrixOf, type View } from './view.ts';

/** Pictures as the luminance of their pixels, standardised by the training pictures. */
export function imageView({ height, width, values }: Pictures, training: Uint32Array): View {
  const pixels = height * width;
  const some = training.slice(0, LOOKED_AT);
  const { mean, deviation } = momentsOf(range(some.length * pixels), at => values[(some[Math.floor(at / pixels)] ?? 0) * pixels + (at % pixels)] ?? 0);
  return {
    example: { kind: 'image', shape: [height, width, 1] },
    features: [],
    matrix: rows => matrixOf(rows, pixels, (row, target) => {
      for (let i = 0; i < pixels; i++) target[i] = ((values[row * pixels + i] ?? 0) - mean) / deviation;
    }),
    notices: [],
  };
}

/** Pictures that tell how bright all are. */
const LOOKED_AT = 1000;
