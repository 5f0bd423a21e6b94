import type { Task } from '../core/compute.ts';

/**
 * What a benchmark process is told (one job, one line of JSON on its standard input) and what it answers (one event a line on its standard output).
 * A further input line, `{"cancel":true}`, ends the run within a second; what was measured until then is kept. Every text is already in the reader's
 * language. All of it is plain data: the panel, the report and the command line fold the same events.
 */
export interface BenchmarkJob {
  /** Absolute path of the data file. */
  readonly file: string;
  /** What a description or the configuration says about reading it; detected where left out. */
  readonly reading?: {
    readonly delimiter?: string;
    readonly quote?: string;
    readonly header?: boolean;
    readonly encoding?: string;
    readonly nullTokens?: readonly string[];
  };
  /** Name of the column to predict; empty where rows are to be made. */
  readonly target: string;
  /** Told from the target's values when left out. */
  readonly task?: Task;
  /** Columns to learn from; all but the target when left out. */
  readonly features?: readonly string[];
  readonly ignore?: readonly string[];
  /** Columns with personal data, whose values are not shown. */
  readonly personal?: readonly string[];
  /** Columns that tell persons apart, such as names and numbers: never learned from unless named in `features`. */
  readonly identifying?: readonly string[];
  /** Column whose values must not be spread over splits. */
  readonly group?: string;
  /** Column that orders the rows in time: the latest rows become the test split. */
  readonly time?: string;
  /** Ids of models, all that fit when left out. */
  readonly models?: readonly string[];
  /** Ids of backends in the order they run; `DEFAULT_BACKENDS` when left out. */
  readonly backends?: readonly string[];
  /** Default 1. */
  readonly seed?: number;
  /** Seconds of training for one model on one backend; by default all share 40, and none has more than 20. */
  readonly secondsPerModel?: number;
  /** Rows to use at most, drawn at random with the seed; default 50,000. */
  readonly maxRows?: number;
  /** Upper bound of epochs, where it should be lower than the model's own. */
  readonly maxEpochs?: number;
  /** Validation score (accuracy or R²) whose time of arrival is recorded. */
  readonly goal?: number;
  /** Trainings of every network, each from other starting weights and in another order, on the same splits; default 1. */
  readonly repeats?: number;
  /** What is to be different from what a model proposes. */
  readonly settings?: Settings;
  /** A question that takes many trainings of one network, instead of the comparison of models. */
  readonly study?: Study;
  /** Folders where optional packages may be installed, for instance the workspace. */
  readonly packages?: readonly string[];
  /** Language of all texts, for instance `zh-cn`; English when left out. */
  readonly locale?: string;
}

/** Changes to a network and its schedule, each a factor of what the model proposes but for `l2`. */
export interface Settings {
  readonly rate?: number;
  readonly batchSize?: number;
  readonly maxEpochs?: number;
  readonly units?: number;
  /** Penalty on the squares of all kernels, added to the loss. */
  readonly l2?: number;
}

export type Study =
  /** Scores on ever larger shares of the training rows: would more data help? */
  | { readonly is: 'learning-curve'; readonly repeats: number }
  /** Scores of the same network trained on the file and on another version of it, over `repeats` seeds: did cleaning help? */
  | { readonly is: 'comparison'; readonly repeats: number; readonly other: OtherVersion };

export interface OtherVersion {
  /** Absolute path. */
  readonly file: string;
  /** Records of the first file that are not in this one, in ascending order; every other one is, in the same order. Left out where nobody knows. */
  readonly deleted?: readonly number[];
}

/** Backends a quick benchmark tries; one that cannot run here is reported and passed over. */
export const DEFAULT_BACKENDS: readonly string[] = ['tfjs-wasm', 'onnx-native', 'tfjs-node'];

export const CANCEL_LINE = '{"cancel":true}';

export type BenchmarkEvent =
  | StartedEvent
  | PreparedEvent
  | UnavailableEvent
  | TrainingEvent
  | VerifiedEvent
  | EpochEvent
  | ModelEvent
  | RepeatEvent
  | ImportanceEvent
  | DiagnosisEvent
  | StudyEvent
  | LearningPointEvent
  | PairEvent
  | FailedEvent
  | DoneEvent;

export interface StartedEvent {
  readonly kind: 'started';
  readonly file: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly environment: Environment;
  readonly seed: number;
  readonly labels: Labels;
}

export interface Environment {
  readonly lintel: string;
  readonly runtime: string;
  readonly platform: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryBytes: number;
}

/** Words of tables and reports in the reader's language, by key; see `bench/labels.ts`. */
export type Labels = Readonly<Record<string, string>>;

export interface PreparedEvent {
  readonly kind: 'prepared';
  readonly task: Task;
  readonly target: string;
  /** Classes by frequency; empty for regression. */
  readonly classes: readonly string[];
  readonly rows: { readonly file: number; readonly used: number; readonly train: number; readonly validation: number; readonly test: number };
  /** Columns learned from, and columns of the matrix they became. */
  readonly features: readonly string[];
  readonly inputs: number;
  /** What was sampled, left out or filled in, in words. */
  readonly notices: readonly string[];
  /** Since the start. */
  readonly seconds: number;
}

/** A backend that was asked for and cannot run here. */
export interface UnavailableEvent {
  readonly kind: 'unavailable';
  readonly backend: string;
  readonly title: string;
  readonly message: string;
}

/** A model starts on a backend. `run` names the pair in all later events. */
export interface TrainingEvent {
  readonly kind: 'training';
  readonly run: string;
  readonly model: string;
  readonly title: string;
  /** `null` where nothing needs to be computed. */
  readonly backend: string | null;
  readonly backendTitle: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly threads: number | null;
  readonly parameters: number;
  /** 1 for the first run, `of` for the last. */
  readonly index: number;
  readonly of: number;
}

/** The losses of the first steps held against the reference backend: same weights, same batches. */
export interface VerifiedEvent {
  readonly kind: 'verified';
  readonly run: string;
  readonly reference: string;
  readonly steps: number;
  /** Largest relative difference. */
  readonly difference: number;
}

/** One point of the curves. Epoch 0 is the untrained network. */
export interface EpochEvent {
  readonly kind: 'epoch';
  readonly run: string;
  readonly epoch: number;
  /** Training time so far, evaluation not counted. */
  readonly seconds: number;
  /** Mean loss over the epoch's batches; over the training split for epoch 0. */
  readonly trainLoss: number;
  readonly validationLoss: number;
  /** Accuracy, or R². */
  readonly validationScore: number;
  /** Norm of the loss' gradient by each layer's kernel, first layer first, over one batch; `null` where the backend does not tell. */
  readonly gradients: readonly number[] | null;
}

export interface ModelEvent {
  readonly kind: 'model';
  readonly run: string;
  readonly result: ModelResult;
}

/** A further training of a run from another seed. */
export interface RepeatEvent {
  readonly kind: 'repeat';
  readonly run: string;
  readonly seed: number;
  readonly scores: Scores;
}

/**
 * What each column is worth to a trained network: how much the score falls on the test rows when the column's cells are dealt out anew (permutation
 * importance, Breiman 2001). Most important first.
 */
export interface ImportanceEvent {
  readonly kind: 'importance';
  readonly run: string;
  readonly columns: readonly ColumnImportance[];
  /** Test rows it was measured on, and permutations of each column. */
  readonly rows: number;
  readonly repeats: number;
  /** Columns that were not reached in the time there was. */
  readonly left: number;
}

export interface ColumnImportance {
  readonly column: string;
  /** Mean fall of accuracy or R², and its standard deviation over the permutations. */
  readonly drop: number;
  readonly deviation: number;
}

/** What the numbers of a run, or of all (`run` is `null`), point at, with what one might try. */
export interface DiagnosisEvent {
  readonly kind: 'diagnosis';
  readonly run: string | null;
  readonly id: string;
  readonly message: string;
  readonly variant?: { readonly title: string; readonly settings: Settings };
}

/** A study begins: one network on one backend, trained `of` times. */
export interface StudyEvent {
  readonly kind: 'study';
  readonly study: Study['is'];
  readonly title: string;
  readonly backendTitle: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly of: number;
  /** What limits what follows, in words. */
  readonly notices: readonly string[];
}

export interface LearningPointEvent {
  readonly kind: 'learning-point';
  /** Rows that were trained on, and their share of the training rows. */
  readonly rows: number;
  readonly share: number;
  readonly seed: number;
  readonly scores: Scores;
}

/** Two trainings with one seed. Both are scored on the same test rows against the labels of the second version. */
export interface PairEvent {
  readonly kind: 'pair';
  readonly seed: number;
  readonly before: Scores;
  readonly after: Scores;
  /** Test rows. */
  readonly rows: number;
}

export interface ModelResult {
  readonly scores: Scores;
  /** Why training ended. */
  readonly stopped: 'converged' | 'epochs' | 'time' | 'cancelled' | 'not-trained';
  /** Epoch of the best validation loss, whose weights were tested. */
  readonly bestEpoch: number;
  readonly seconds: number;
  /** Examples a second over windows of steps, the warm-up left out; `null` where too little was run to tell. */
  readonly speed: Speed | null;
  /** Seconds of training until the job's goal was reached; `null` where it was not or none was set. */
  readonly secondsToGoal: number | null;
  /** Largest resident memory seen while the model trained, the whole process. */
  readonly peakBytes: number;
}

/** On the test split, which training never saw. */
export type Scores =
  | { readonly task: 'classification'; readonly accuracy: number; readonly macroF1: number }
  | { readonly task: 'regression'; readonly rmse: number; readonly r2: number }
  /** How alike made rows and real ones are: 1 minus the mean Kolmogorov-Smirnov distance of their columns, and 1 minus half the mean difference of their correlations. */
  | { readonly task: 'generation'; readonly shapes: number; readonly pairs: number };

/** Examples a second. */
export interface Speed {
  readonly median: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
  readonly windows: number;
}

/** Something could not be done: one run (`run` names it) or the whole benchmark (`run` is `null`, nothing follows but `done`). */
export interface FailedEvent {
  readonly kind: 'failed';
  readonly run: string | null;
  readonly message: string;
}

export interface DoneEvent {
  readonly kind: 'done';
  readonly cancelled: boolean;
  readonly seconds: number;
  /** Largest resident memory of the process. */
  readonly peakBytes: number;
}
