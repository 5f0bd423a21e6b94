import type { Ops } from './ops.ts';

/** Numbers a layer learns, and what they are before it has. */
export interface WeightSpec {
  readonly shape: readonly number[];
  /** `spread`: uniform, as wide as what comes in and goes out allows (Glorot and Bengio 2010); `small`: uniform within 0.05; the others say the number. */
  readonly start: 'spread' | 'small' | 'zero' | 'one';
}

/** How a kind of layer computes. Sizes are those of one example. */
export interface LayerPlan {
  readonly weights: readonly WeightSpec[];
  readonly shape: readonly number[];
  apply<T>(ops: Ops<T>, x: T, weights: readonly T[], context: Context<T>): T;
}

/** What layers may take and give besides what passes through them. */
export interface Context<T> {
  /** Standard normal numbers, a row an example. */
  readonly noise: T | undefined;
  /** Adds a number to the loss. */
  penalise(amount: T): void;
}
