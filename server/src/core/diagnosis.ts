import type { Task } from './compute.ts';
import type { Message } from './message.ts';

/** What is known of one trained network when somebody asks what its numbers point at. Scores are accuracies or R². */
export interface TrainedFacts {
  readonly task: Task;
  readonly rows: { readonly train: number; readonly test: number };
  /** Columns of the matrix, and numbers that were learned. */
  readonly inputs: number;
  readonly parameters: number;
  /** Epoch 0 is the untrained network. */
  readonly points: readonly EpochFacts[];
  /** Epoch of the lowest validation loss. */
  readonly bestEpoch: number;
  readonly stopped: 'converged' | 'epochs' | 'time' | 'cancelled' | 'not-trained';
  /** On the test rows; one more for each repeat from another seed. */
  readonly scores: readonly [number, ...number[]];
  /** Of a model that looks at nothing but the target. */
  readonly baseline: number | undefined;
  /** Most important first; see `ColumnImportance`. */
  readonly importance: readonly { readonly column: string; readonly drop: number; readonly deviation: number }[];
}

export interface EpochFacts {
  readonly epoch: number;
  readonly trainLoss: number;
  readonly validationLoss: number;
  /** Norms of the gradient by layer, first layer first. */
  readonly gradients: readonly number[] | null;
}

/** Changes to try, each a factor but for `l2`. */
export interface Variant {
  readonly title: Message;
  readonly settings: { readonly rate?: number; readonly maxEpochs?: number; readonly units?: number; readonly l2?: number };
}

/** One thing that may be wrong with a training. A plugin: its folder holds the manual too. */
export interface Diagnosis {
  readonly id: string;
  /** What the numbers say, with value, threshold and n; nothing where all is well or there is too little to tell. */
  check(facts: TrainedFacts): { readonly message: Message; readonly variant?: Variant } | undefined;
}

export const defineDiagnosis = (diagnosis: Diagnosis): Diagnosis => diagnosis;
