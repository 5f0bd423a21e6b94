import type { Matrix } from '../../core/compute.ts';
import { count, type Message, number, say } from '../../core/message.ts';
import type { LearningPointEvent } from '../../protocol/training.ts';
import type { Part } from '../prepare.ts';
import { fit } from '../runNetwork.ts';
import { type LearningPoint, learningPoints, rounded } from '../summarise.ts';
import type { Laboratory } from './laboratory.ts';

/** Shares of the training rows; each is twice the one before, so that the curve can be read on a logarithmic axis. */
const SHARES = [0.0625, 0.125, 0.25, 0.5, 1];
/** Fewer rows than this teach nothing that could be measured. */
const LEAST_ROWS = 20;

/** Scores on ever larger parts of the training rows, always on the same test rows. The small shares come first: they cost little. */
export async function learningCurve(repeats: number, { plan, loaded, data, context }: Laboratory, begin: (of: number, notices: readonly Message[]) => void): Promise<void> {
  const { inputs: { rows } } = data.train;
  const shares = SHARES.filter(share => share === 1 || rows * share >= LEAST_ROWS);
  begin(shares.length * repeats, []);
  const events: LearningPointEvent[] = [];
  for (const share of shares) {
    for (let i = 0; i < repeats && !context.cancellation.cancelled; i++) {
      const train = stretch(data.train, Math.round(rows * share), Math.floor((i / repeats) * rows));
      const { scores, stopped } = await fit(plan.recipe, loaded.session, { ...data, train }, context.seed + i, context, {});
      if (stopped === 'cancelled') continue;
      const point: LearningPointEvent = { kind: 'learning-point', rows: train.inputs.rows, share, seed: context.seed + i, scores };
      events.push(point);
      context.emit(point);
    }
  }
  const verdict = verdictOf(learningPoints(events));
  if (verdict) context.emit({ kind: 'diagnosis', run: null, id: 'learning-curve', message: context.ports.words(verdict) });
}

/** What the last doubling of the rows brought, against the spread of the seeds. */
function verdictOf(points: readonly LearningPoint[]): Message | undefined {
  const [half, whole] = points.slice(-2);
  if (!half || !whole || half.seeds < 2) return undefined;
  const gain = whole.mean - half.mean;
  const margin = 2 * Math.sqrt((half.deviation ** 2 + whole.deviation ** 2) / whole.seeds);
  const [from, to, change, chance] = [count(half.rows, 'row'), count(whole.rows, 'row'), number(rounded(gain)), number(rounded(margin))];
  return gain > margin && gain > LEAST_GAIN
    ? say`More data would help: from ${from} to ${to} the score rose by ${change} (chance explains ${chance}).`
    : say`More data of this kind would hardly help: from ${from} to ${to} the score changed by ${change} (chance explains ${chance}).`;
}

/** A smaller gain is not worth the labelling. */
const LEAST_GAIN = 0.002;

/** So many rows of a part from `first` on, going round at its end. Its rows are shuffled, so any stretch is a random sample. */
function stretch({ inputs, targets, truth }: Part, rows: number, first: number): Part {
  const places = Array.from({ length: rows }, (_, i) => (first + i) % inputs.rows);
  return { inputs: chosen(inputs, places), targets: chosen(targets, places), truth: Float64Array.from(places, row => truth[row] ?? NaN) };
}

function chosen({ columns, values }: Matrix, places: readonly number[]): Matrix {
  const taken = new Float32Array(places.length * columns);
  places.forEach((row, i) => taken.set(values.subarray(row * columns, (row + 1) * columns), i * columns));
  return { rows: places.length, columns, values: taken };
}
