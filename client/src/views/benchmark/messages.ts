import type { BenchmarkEvent, BenchmarkJob, DiagnosisEvent } from '../../../../server/src/protocol/training.ts';

/** What the panel's page is told. */
export type ToPage =
  /** Everything there is to show: on opening, after a reload, and when a new run begins. */
  | {
    readonly type: 'show'; readonly words: Words; readonly job: BenchmarkJob; readonly events: readonly BenchmarkEvent[]; readonly running: boolean;
    readonly notice: string; readonly earlier: readonly EarlierRun[];
  }
  | { readonly type: 'event'; readonly event: BenchmarkEvent }
  /** The process is gone. `notice` says what became of it, where that is not plain from the events. */
  | { readonly type: 'ended'; readonly notice: string };

/** What the page asks for. */
export type FromPage = { readonly type: 'ready' | 'cancel' | 'save' | 'again' } | { readonly type: 'try'; readonly variant: Variant };

/** A change that a diagnosis proposes. */
export type Variant = NonNullable<DiagnosisEvent['variant']>;

/** What an earlier run of a panel came to: what was changed for it, and each model with its score as it is shown. */
export interface EarlierRun {
  readonly title: string;
  readonly scores: readonly (readonly [model: string, score: string])[];
}

/** What the page keeps with `setState`, and gets back after a reload of the window. */
export interface PageState {
  readonly job: BenchmarkJob;
  readonly events: readonly BenchmarkEvent[];
  readonly earlier: readonly EarlierRun[];
}

/** Words of the page itself, translated; names of scores and columns come with the events. */
export interface Words {
  readonly cancel: string;
  readonly save: string;
  readonly again: string;
  /** `{0}` of `{1}`: `{2}` is the model, `{3}` the backend. */
  readonly training: string;
  readonly reading: string;
  readonly stopping: string;
  readonly finished: string;
  readonly cancelled: string;
  readonly loss: string;
  readonly xAxis: string;
  readonly byEpoch: string;
  readonly bySeconds: string;
  readonly seconds: string;
  readonly curveValues: string;
  /** Describes the chart to a screen reader. */
  readonly chart: string;
  readonly legend: string;
  readonly noCurves: string;
  readonly progress: string;
  readonly train: string;
  readonly validation: string;
  /** `{0}` is the change. */
  readonly attempt: string;
  readonly earlier: string;
  readonly change: string;
  readonly asProposed: string;
}

export function isFromPage(message: unknown): message is FromPage {
  return typeof message === 'object' && message !== null && 'type' in message
    && typeof message.type === 'string' && ['ready', 'cancel', 'save', 'again', 'try'].includes(message.type);
}

/** What an earlier window left behind is checked only as far as it must be to be shown: its events came from our own process. */
export function isPageState(state: unknown): state is PageState {
  return typeof state === 'object' && state !== null && 'job' in state && 'events' in state && Array.isArray(state.events)
    && typeof state.job === 'object' && state.job !== null && 'file' in state.job && typeof state.job.file === 'string';
}
