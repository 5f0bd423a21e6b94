import type { Message } from './message.ts';

/** One way of running a training benchmark. Loaded in a child process (or a webview), so that a crash cannot take the server down. */
export interface Backend {
  readonly id: string;
  /** Product name; not translated. */
  readonly title: string;
  readonly homepage: string;
  /** Why the backend cannot run here and what to do about it, or `undefined` when it can as far as a quick look tells. */
  whyUnavailable(surroundings: Surroundings): Promise<Message | undefined>;
  /** Makes the backend ready; throws when it turns out not to work after all. */
  load(surroundings: Surroundings): Promise<BackendSession>;
}

/** Where a backend finds what does not travel inside the bundle. Absolute paths. */
export interface Surroundings {
  /** Folder of the binaries that ship with Lintel. */
  readonly assets: string;
  /** Folders below or above which optional packages may be installed, in the order they are tried. */
  readonly packages: readonly string[];
}

export interface BackendSession {
  /** Versions of what computes, by package name. */
  readonly versions: Readonly<Record<string, string>>;
  /** Threads it computes on; `undefined` where it does not say. */
  readonly threads: number | undefined;
  /** Builds a network that starts from `weights` (see `weightShapes`), with a fresh optimiser. */
  compile(network: Network, weights: readonly Float32Array[]): Promise<Trainable>;
  dispose(): Promise<void>;
}

/** A network on a backend. One is used at a time; whoever compiled it disposes it. */
export interface Trainable {
  /** One step of the optimiser; resolves to the mean loss of the batch before the step. */
  step(batch: Batch): Promise<number>;
  /** Norm of the loss' gradient by each layer's kernel, first layer first; left out where the backend cannot tell. Changes nothing. */
  gradients?(batch: Batch): Promise<readonly number[]>;
  /** Raw outputs (logits, or the standardised target), row by row. */
  predict(inputs: Matrix): Promise<Float32Array>;
  /** A copy of all weights, in the order of `weightShapes`. */
  weights(): Promise<readonly Float32Array[]>;
  restore(weights: readonly Float32Array[]): Promise<void>;
  dispose(): void;
}

/** Values row by row. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
}

/** `targets`: one-hot rows for classification, one column for regression. */
export interface Batch {
  readonly inputs: Matrix;
  readonly targets: Matrix;
}

export type Task = 'classification' | 'regression';

/** A model family that can be trained on a table. */
export interface ModelPlugin {
  readonly id: string;
  /** English title for a task; translations live beside the model. */
  title(task: Task): string;
  fits(task: Task): boolean;
  /** What to train on a table of this shape. */
  build(shape: TableShape): Recipe;
}

/** What a model knows of the table it is built for. */
export interface TableShape {
  readonly task: Task;
  /** Rows to train on. */
  readonly rows: number;
  /** Columns of the prepared matrix. */
  readonly inputs: number;
  /** Classes, or 1 for regression. */
  readonly outputs: number;
}

/** Data, not code, so that every backend can compile it its own way. `constant` answers the same for every row and needs no backend. */
export type Recipe =
  | { readonly kind: 'constant' }
  | { readonly kind: 'network'; readonly network: Network; readonly schedule: Schedule };

export interface Network {
  readonly inputs: number;
  readonly layers: readonly Layer[];
  readonly loss: 'softmax-cross-entropy' | 'squared-error';
  readonly optimizer: { readonly is: 'adam'; readonly rate: number };
  /** Factor of the sum of squares of all kernels, which is added to the loss; 0 when left out. */
  readonly l2?: number;
}

export type Layer = { readonly is: 'dense'; readonly units: number; readonly activation: 'linear' | 'relu' };

export interface Schedule {
  readonly batchSize: number;
  readonly maxEpochs: number;
  /** Epochs without a better validation loss after which training stops. */
  readonly patience: number;
}

export const defineBackend = (backend: Backend): Backend => backend;
export const defineModel = (model: ModelPlugin): ModelPlugin => model;

/** Shapes of a network's weights in order: for each dense layer its kernel `[inputs, units]`, then its bias `[units]`. */
export function weightShapes(network: Network): readonly (readonly number[])[] {
  return network.layers.flatMap((layer, i) => [[network.layers[i - 1]?.units ?? network.inputs, layer.units], [layer.units]]);
}

/** How many numbers a network learns. */
export const parameterCount = (network: Network): number =>
  weightShapes(network).reduce((sum, shape) => sum + shape.reduce((product, size) => product * size, 1), 0);

/** Something that cannot be done here, with the reason and the next step in words. Caught where a run or a whole benchmark ends. */
export class Unable extends Error {
  readonly words: Message;

  constructor(words: Message) {
    super(words.template);
    this.words = words;
  }
}
