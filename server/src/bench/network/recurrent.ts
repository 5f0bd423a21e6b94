import type { Cell, Ops } from './ops.ts';
import type { LayerPlan } from './plan.ts';

/** Gates of a cell, in the order of their columns: input, forget, candidate, output; or update, reset, candidate. */
const GATES: Readonly<Record<Cell, number>> = { lstm: 4, gru: 3 };

/**
 * Long short-term memory (Hochreiter and Schmidhuber 1997, with forget gates), or a gated recurrent unit (Cho et al. 2014, the reset gate after the
 * product, as in cuDNN). What comes in is multiplied for all steps at once; the steps follow one another.
 */
export function recurrent(cell: Cell, [, inputs = 0]: readonly number[], units: number): LayerPlan {
  const columns = GATES[cell] * units;
  return {
    weights: [
      { shape: [inputs, columns], start: 'spread' }, { shape: [units, columns], start: 'spread' }, { shape: [columns], start: 'zero' },
      ...(cell === 'gru' ? [{ shape: [columns], start: 'zero' } as const] : []),
    ],
    shape: [units],
    apply(ops, x, [kernel, ...rest]) {
      const [, bias] = rest;
      if (kernel === undefined || bias === undefined) return x;
      const projected = ops.add(ops.matmul(x, kernel), bias);
      const weights = rest.filter(weight => weight !== bias);
      return ops.recurrent?.(cell, projected, weights) ?? unrolled(ops, cell, projected, weights);
    },
  };
}

/** `projected`: what comes in times the kernel and the bias, `[n, steps, columns]`. `weights`: of what is remembered, and its bias for the gated unit. */
export function unrolled<T>(ops: Ops<T>, cell: Cell, projected: T, [kernel, bias]: readonly T[]): T {
  const [rows = 0, steps = 0, columns = 0] = ops.sizes(projected);
  const remembered = (hidden: T | undefined): T | undefined => (hidden === undefined || kernel === undefined ? undefined : ops.matmul(hidden, kernel));
  let [hidden, memory]: [T | undefined, T | undefined] = [undefined, undefined];
  for (const slice of ops.split(projected, steps, 1)) {
    const now = ops.reshape(slice, [rows, columns]);
    const before = remembered(hidden);
    if (cell === 'lstm') [hidden, memory] = lstmStep(ops, before === undefined ? now : ops.add(now, before), memory);
    else hidden = gruStep(ops, now, biased(ops, before, bias), hidden);
  }
  return hidden ?? projected;
}

function lstmStep<T>(ops: Ops<T>, z: T, memory: T | undefined): [hidden: T, memory: T] {
  const [input, forget, candidate, output] = ops.split(z, GATES.lstm, 1);
  if (input === undefined || forget === undefined || candidate === undefined || output === undefined) return [z, z];
  const taken = ops.mul(ops.sigmoid(input), ops.tanh(candidate));
  const kept = memory === undefined ? taken : ops.add(ops.mul(ops.sigmoid(forget), memory), taken);
  return [ops.mul(ops.sigmoid(output), ops.tanh(kept)), kept];
}

/** What is remembered times the kernel, with its bias; at the first step the bias alone, as one row. */
function biased<T>(ops: Ops<T>, before: T | undefined, bias: T | undefined): T | undefined {
  if (bias === undefined) return before;
  return before === undefined ? ops.reshape(bias, [1, ops.sizes(bias)[0] ?? 0]) : ops.add(before, bias);
}

function gruStep<T>(ops: Ops<T>, now: T, before: T | undefined, hidden: T | undefined): T {
  const [update, reset, fresh] = ops.split(now, GATES.gru, 1);
  const [oldUpdate, oldReset, oldFresh] = before === undefined ? [] : ops.split(before, GATES.gru, 1);
  if (update === undefined || reset === undefined || fresh === undefined || oldUpdate === undefined || oldReset === undefined || oldFresh === undefined) return now;
  const keep = ops.sigmoid(ops.add(update, oldUpdate));
  const candidate = ops.tanh(ops.add(fresh, ops.mul(ops.sigmoid(ops.add(reset, oldReset)), oldFresh)));
  const taken = ops.mul(ops.sub(ops.constant(1), keep), candidate);
  return hidden === undefined ? taken : ops.add(taken, ops.mul(keep, hidden));
}
