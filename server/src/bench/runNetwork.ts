import { type Backend, type BackendSession, type ModelPlugin, type Network, Unable } from '../core/compute.ts';
import type { Cancellation } from '../core/host.ts';
import { name, say } from '../core/message.ts';
import type { BenchmarkEvent, BenchmarkJob, ModelResult } from '../protocol/training.ts';
import { wordsOf } from './failure.ts';
import { parameterCount } from './network/network.ts';
import { importanceOf } from './importance.ts';
import type { BenchmarkPorts } from './ports.ts';
import type { Prepared } from './prepare.ts';
import type { NetworkRecipe } from './settings.ts';
import { train, type TrainingLimits } from './train.ts';
import { firstLosses, largestDifference, VERIFIED_STEPS } from './verify.ts';
import { initialWeights } from './weights.ts';

/** What all runs of a benchmark share. */
export interface Context {
  readonly job: BenchmarkJob;
  readonly ports: BenchmarkPorts;
  readonly emit: (event: BenchmarkEvent) => void;
  readonly cancellation: Cancellation;
  readonly seed: number;
}

/** A network of a model. */
export interface NetworkPlan {
  readonly model: ModelPlugin;
  readonly recipe: NetworkRecipe;
  /** What it is trained on. */
  readonly data: Prepared;
}

/** A backend that is loaded. */
export interface Loaded {
  readonly backend: Backend;
  readonly session: BackendSession;
}

export interface Turn {
  readonly index: number;
  readonly of: number;
}

/** Trains one model on one backend and tells all of it; what fails becomes an event. */
export async function runNetwork({ model, recipe, data }: NetworkPlan, loaded: Loaded, turn: Turn, context: Context): Promise<void> {
  const { emit, ports, job, seed, cancellation } = context;
  const { backend, session } = loaded;
  const run = `${model.id}@${backend.id}`;
  emit({
    kind: 'training', run, model: model.id, title: titleOf(model, data, context), backend: backend.id, backendTitle: ports.words({ template: backend.title, parts: [] }),
    versions: session.versions, threads: session.threads ?? null, parameters: parameterCount(recipe.network), ...turn,
  });
  try {
    await verify(run, recipe.network, loaded, data, context);
    await fit(recipe, session, data, seed, context, {
      onEpoch: point => emit({ kind: 'epoch', run, ...point }),
      async onEnd(network, result, limits) {
        emit({ kind: 'model', run, result });
        if (result.stopped !== 'cancelled' && isComparable(data)) emit({ kind: 'importance', run, ...await importanceOf(network, data, limits) });
      },
    });
    for (let repeat = 1; repeat < (job.repeats ?? 1) && !cancellation.cancelled; repeat++) {
      const { scores, stopped } = await fit(recipe, session, data, seed + repeat, context, {});
      if (stopped !== 'cancelled') emit({ kind: 'repeat', run, seed: seed + repeat, scores });
    }
  } catch (error) {
    emit({ kind: 'failed', run, message: ports.words(wordsOf(error)) });
  }
}

/** Columns of a table are worth more or less than others; a text, a series or a picture is all there is, and rows that are made are made of nothing. */
const isComparable = ({ task, example }: Prepared): boolean => task !== 'generation' && example.kind === 'table';

/** A model's name for a task, in the reader's language. */
export const titleOf = (model: ModelPlugin, { task }: Prepared, { ports }: Context): string => ports.words({ template: model.title(task), parts: [] });

/** What happens while a network is trained, and with it before it is thrown away. */
export interface Watcher {
  readonly onEpoch?: Parameters<typeof train>[4];
  readonly onEnd?: (network: Parameters<typeof train>[0], result: ModelResult, limits: TrainingLimits) => Promise<void>;
}

/** One training from one seed. */
export async function fit({ network, schedule }: NetworkRecipe, session: BackendSession, data: Prepared, seed: number, context: Context, { onEpoch = () => {}, onEnd }: Watcher): Promise<ModelResult> {
  const { job, ports, cancellation } = context;
  const trainable = await session.compile(network, initialWeights(network, seed));
  try {
    const limits: TrainingLimits = {
      seed, seconds: job.secondsPerModel ?? 20, maxEpochs: job.maxEpochs ?? Infinity, goal: job.goal,
      cancellation, now: ports.now, pause: ports.pause, memory: ports.memory,
    };
    const result = await train(trainable, data, schedule, limits, onEpoch);
    await onEnd?.(trainable, result, limits);
    return result;
  } finally {
    trainable.dispose();
  }
}

/** A backend whose losses are not the reference's computes something else; its speed would mean nothing. */
async function verify(run: string, network: Network, { backend, session }: Loaded, data: Prepared, { ports, emit, seed }: Context): Promise<void> {
  const reference = ports.backends.find(each => each.id === REFERENCE);
  if (!reference || reference.id === backend.id) return;
  const expected = await firstLosses(await reference.load(ports.surroundings), network, data.train, seed);
  const difference = largestDifference(await firstLosses(session, network, data.train, seed), expected);
  emit({ kind: 'verified', run, reference: REFERENCE, steps: VERIFIED_STEPS, difference });
  if (difference > TOLERANCE) {
    throw new Unable(say`${name(backend.title)} computes other losses than the reference, so it was not timed. Please report this with the versions above.`);
  }
}

/** The backend that defines what is right. */
const REFERENCE = 'tfjs-cpu';
const TOLERANCE = 1e-3;
