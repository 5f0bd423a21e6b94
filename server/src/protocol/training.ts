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
  /** Name of the column to predict. */
  readonly target: string;
  /** Told from the target's values when left out. */
  readonly task?: Task;
  /** Columns to learn from; all but the target when left out. */
  readonly features?: readonly string[];
  readonly ignore?: readonly string[];
  /** Columns with personal data: never learned from unless named in `features`. */
  readonly personal?: readonly string[];
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
  /** Seconds of training for one model on one backend; default 20. */
  readonly secondsPerModel?: number;
  /** Rows to use at most, drawn at random with the seed; default 50,000. */
  readonly maxRows?: number;
  /** Upper bound of epochs, where it should be lower than the model's own. */
  readonly maxEpochs?: number;
  /** Validation score (accuracy or R²) whose time of arrival is recorded. */
  readonly goal?: number;
  /** Folders where optional packages may be installed, for instance the workspace. */
  readonly packages?: readonly string[];
  /** Language of all texts, for instance `zh-cn`; English when left out. */
  readonly locale?: string;
}

/** Backends a quick benchmark tries; one that cannot run here is reported and passed over. */
export const DEFAULT_BACKENDS: readonly string[] = ['tfjs-wasm', 'tfjs-node'];

export const CANCEL_LINE = '{"cancel":true}';

export type BenchmarkEvent =
  | StartedEvent
  | PreparedEvent
  | UnavailableEvent
  | TrainingEvent
  | VerifiedEvent
  | EpochEvent
  | ModelEvent
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
}

export interface ModelEvent {
  readonly kind: 'model';
  readonly run: string;
  readonly result: ModelResult;
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
  | { readonly task: 'regression'; readonly rmse: number; readonly r2: number };

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
