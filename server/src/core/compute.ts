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
  /** Builds a network that starts from `weights` (see `weightsOf`), with a fresh optimiser. */
  compile(network: Network, weights: readonly Float32Array[]): Promise<Trainable>;
  dispose(): Promise<void>;
}

/** A network on a backend. One is used at a time; whoever compiled it disposes it. */
export interface Trainable {
  /** Standard normal numbers an example needs in every batch, and alone where rows are predicted; 0 for networks that make no rows. */
  readonly noise: number;
  /** One step of the optimiser; resolves to the mean loss of the batch before the step. */
  step(batch: Batch): Promise<number>;
  /** Norm of the loss' gradient by each layer's kernel, first layer first; left out where the backend cannot tell. Changes nothing. */
  gradients?(batch: Batch): Promise<readonly number[]>;
  /** Raw outputs (logits, or the standardised target), row by row; of networks that make rows, the rows made of noise. */
  predict(inputs: Matrix): Promise<Float32Array>;
  /** A copy of all weights, in the order of `weightsOf`. */
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

/** `targets`: one-hot rows for classification, one column for regression, the inputs themselves where rows are to be made. */
export interface Batch {
  readonly inputs: Matrix;
  readonly targets: Matrix;
  /** Standard normal numbers, a row an example, for networks that make rows; drawn by whoever feeds them, so that every backend gets the same. */
  readonly noise?: Matrix;
}

/** What is learned: a class, a number, or to make rows like those there are. */
export type Task = 'classification' | 'regression' | 'generation';

/** What an example is before a network: columns of a table, a small picture, the tokens of a text, or a series of numbers. */
export type Kind = 'table' | 'image' | 'text' | 'series';

/** A model family that can be trained. */
export interface ModelPlugin {
  readonly id: string;
  /** English title for a task; translations live beside the model. */
  title(task: Task): string;
  fits(task: Task, kind: Kind): boolean;
  /** What to train on data of this shape. */
  build(shape: DataShape): Recipe;
}

/** What a model knows of the data it is built for. */
export interface DataShape {
  readonly task: Task;
  /** Rows to train on. */
  readonly rows: number;
  readonly example: ExampleShape;
  /** Classes, or 1 for regression. */
  readonly outputs: number;
}

/** `shape`: sizes of one example, row by row; its product is the number of columns of the prepared matrix. */
export type ExampleShape =
  | { readonly kind: 'table'; readonly shape: readonly [columns: number] }
  | { readonly kind: 'image'; readonly shape: readonly [height: number, width: number, channels: number] }
  /** Token numbers: 0 stands for nothing, after the end of a text. */
  | { readonly kind: 'text'; readonly shape: readonly [length: number]; readonly vocabulary: number }
  | { readonly kind: 'series'; readonly shape: readonly [steps: number, channels: number] };

/** Data, not code, so that every backend can compile it its own way. `constant` answers the same for every row and needs no backend. */
export type Recipe =
  | { readonly kind: 'constant' }
  | { readonly kind: 'network'; readonly network: Network; readonly schedule: Schedule };

export interface Network {
  /** Sizes of one example. */
  readonly shape: readonly number[];
  readonly layers: readonly Layer[];
  /** `reconstruction`: squared error of a row, summed; `adversarial`: see `critic`. */
  readonly loss: 'softmax-cross-entropy' | 'squared-error' | 'reconstruction' | 'adversarial';
  /** The opponent of a network that makes rows of noise: told apart from real ones by one number. Trained in the same step, first. */
  readonly critic?: readonly Layer[];
  readonly optimizer: { readonly is: 'adam'; readonly rate: number };
  /** Factor of the sum of squares of all kernels, which is added to the loss; 0 when left out. */
  readonly l2?: number;
}

export type Activation = 'linear' | 'relu' | 'tanh';

/** What a layer makes of an example. Sizes in brackets are those of one example. */
export type Layer =
  /** `[..., n]` to `[..., units]`. */
  | { readonly is: 'dense'; readonly units: number; readonly activation: Activation }
  /** `[height, width, n]` to `[height, width, filters]`, in steps of one pixel; the border counts as zeros. */
  | { readonly is: 'convolution'; readonly filters: number; readonly size: number; readonly activation: Activation }
  /** The largest of every square of `size` times `size` pixels; what is left at the right and below is left out. */
  | { readonly is: 'max-pool'; readonly size: number }
  | { readonly is: 'flatten' }
  /** `[length]` of token numbers to `[length, units]`. */
  | { readonly is: 'embedding'; readonly vocabulary: number; readonly units: number }
  /** A learned vector is added at each place of `[length, n]`. */
  | { readonly is: 'position' }
  /** `[steps, n]` to `[units]`: what is remembered after the last step. */
  | { readonly is: 'lstm' | 'gru'; readonly units: number }
  /** Self-attention and a dense layer of `units`, each added to what came in and normalised: `[length, n]` stays. */
  | { readonly is: 'transformer'; readonly heads: number; readonly units: number }
  /** The mean over the first size. */
  | { readonly is: 'average' }
  /** `[2n]`, means and logarithms of variances, to `[n]` drawn from them; their distance from the standard normal is added to the loss. */
  | { readonly is: 'sample' };

export interface Schedule {
  readonly batchSize: number;
  readonly maxEpochs: number;
  /** Epochs without a better validation loss after which training stops. */
  readonly patience: number;
}

/** Columns of the matrix that holds such examples. */
export const columnsOf = ({ shape }: ExampleShape): number => shape.reduce((product: number, size) => product * size, 1);

/** The loss of a network that predicts. */
export const headOf = (task: Task): Network['loss'] => (task === 'classification' ? 'softmax-cross-entropy' : 'squared-error');

export const defineBackend = (backend: Backend): Backend => backend;
export const defineModel = (model: ModelPlugin): ModelPlugin => model;

/** Something that cannot be done here, with the reason and the next step in words. Caught where a run or a whole benchmark ends. */
export class Unable extends Error {
  readonly words: Message;

  constructor(words: Message) {
    super(words.template);
    this.words = words;
  }
}
