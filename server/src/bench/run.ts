import { type Backend, type BackendSession, type ModelPlugin, type Network, parameterCount, type Recipe, type Surroundings, Unable } from '../core/compute.ts';
import type { Cancellation } from '../core/host.ts';
import { type Message, name, say } from '../core/message.ts';
import { type BenchmarkEvent, type BenchmarkJob, DEFAULT_BACKENDS, type Environment, type ModelResult } from '../protocol/training.ts';
import { wordsOf } from './failure.ts';
import { labelsIn } from './labels.ts';
import { scoresOf } from './metrics.ts';
import { prepare, type Prepared } from './prepare.ts';
import type { Table } from './table.ts';
import { train, type TrainingLimits } from './train.ts';
import { firstLosses, largestDifference, VERIFIED_STEPS } from './verify.ts';
import { initialWeights } from './weights.ts';

/** The outside world of a benchmark. */
export interface BenchmarkPorts extends Pick<TrainingLimits, 'now' | 'pause' | 'memory'> {
  load(job: BenchmarkJob, cancellation: Cancellation): Promise<Table>;
  readonly backends: readonly Backend[];
  readonly models: readonly ModelPlugin[];
  readonly surroundings: Surroundings;
  readonly environment: Environment;
  /** Largest resident memory of the process so far, in bytes. */
  peakMemory(): number;
  /** ISO 8601, UTC. */
  date(): string;
  /** A message in the reader's language. */
  words(message: Message): string;
}

type Emit = (event: BenchmarkEvent) => void;

/** Runs a whole benchmark. Never throws: what goes wrong becomes a `failed` event, and the last event is always `done`. */
export async function runBenchmark(job: BenchmarkJob, ports: BenchmarkPorts, emit: Emit, cancellation: Cancellation): Promise<void> {
  const start = ports.now();
  const seed = job.seed ?? 1;
  emit({ kind: 'started', file: job.file, time: ports.date(), environment: ports.environment, seed, labels: labelsIn(ports.words) });
  try {
    const table = await ports.load(job, cancellation);
    if (cancellation.cancelled) return;
    const data = prepare(table, { ...job, seed });
    emit(preparedEvent(data, job, ports, (ports.now() - start) / 1000));
    await runAll(planOf(job, ports, data), data, { job, ports, emit, cancellation, seed });
  } catch (error) {
    emit({ kind: 'failed', run: null, message: ports.words(wordsOf(error)) });
  } finally {
    emit({ kind: 'done', cancelled: cancellation.cancelled, seconds: (ports.now() - start) / 1000, peakBytes: ports.peakMemory() });
  }
}

function preparedEvent(data: Prepared, job: BenchmarkJob, { words }: BenchmarkPorts, seconds: number): BenchmarkEvent {
  const [train, validation, test] = [data.train.inputs.rows, data.validation.inputs.rows, data.test.inputs.rows];
  const personal = job.personal?.includes(data.target.column) === true;
  return {
    kind: 'prepared', task: data.task, target: data.target.column,
    classes: data.target.classes.map((text, i) => (personal ? `#${i + 1}` : text)),
    rows: { file: data.fileRows, used: train + validation + test, train, validation, test },
    features: data.features, inputs: data.inputs, notices: data.notices.map(words), seconds,
  };
}
interface Context {
  readonly job: BenchmarkJob;
  readonly ports: BenchmarkPorts;
  readonly emit: Emit;
  readonly cancellation: Cancellation;
  readonly seed: number;
}

/** One model, and the backends it runs on; none for a model that computes nothing. */
interface Plan {
  readonly constants: readonly ModelPlugin[];
  readonly networks: readonly { readonly model: ModelPlugin; readonly recipe: Extract<Recipe, { kind: 'network' }> }[];
  readonly backends: readonly Backend[];
}

function planOf(job: BenchmarkJob, ports: BenchmarkPorts, data: Prepared): Plan {
  const models = ports.models.filter(model => model.fits(data.task) && (job.models?.includes(model.id) ?? true));
  const shape = { task: data.task, rows: data.train.inputs.rows, inputs: data.inputs, outputs: data.outputs };
  const built = models.map(model => ({ model, recipe: model.build(shape) }));
  return {
    constants: built.flatMap(({ model, recipe }) => (recipe.kind === 'constant' ? [model] : [])),
    networks: built.flatMap(({ model, recipe }) => (recipe.kind === 'network' ? [{ model, recipe }] : [])).sort((a, b) => size(a.recipe) - size(b.recipe)),
    backends: (job.backends ?? DEFAULT_BACKENDS).flatMap(id => ports.backends.find(backend => backend.id === id) ?? []),
  };
}

const size = ({ network }: { readonly network: Network }): number => network.layers.length;

/** Backends are loaded one after the other, so that the memory of one does not count for another before it. */
async function runAll({ constants, networks, backends }: Plan, data: Prepared, context: Context): Promise<void> {
  const { emit, ports, cancellation } = context;
  const able: Backend[] = [];
  for (const backend of backends) if (await isAble(backend, context)) able.push(backend);
  let index = 0;
  let of = constants.length + networks.length * able.length;
  for (const model of constants) runConstant(model, data, { index: ++index, of }, context);
  for (const backend of able) {
    if (cancellation.cancelled) break;
    const session = await open(backend, context);
    if (!session) of -= networks.length;
    for (const network of session ? networks : []) {
      if (session && !cancellation.cancelled) await runNetwork(network, { backend, session, index: ++index, of }, data, context);
    }
    await session?.dispose();
  }
  if (of === constants.length && networks.length > 0) {
    emit({ kind: 'failed', run: null, message: ports.words(say`No backend can train here; only the baseline was measured.`) });
  }
}

async function isAble(backend: Backend, context: Context): Promise<boolean> {
  const reason = await backend.whyUnavailable(context.ports.surroundings).catch(wordsOf);
  if (reason) refuse(backend, reason, context);
  return !reason;
}

/** A session, or an event that says why there is none after all. */
async function open(backend: Backend, context: Context): Promise<BackendSession | undefined> {
  try {
    return await backend.load(context.ports.surroundings);
  } catch (error) {
    return refuse(backend, wordsOf(error), context);
  }
}

function refuse(backend: Backend, reason: Message, { ports, emit }: Context): undefined {
  emit({ kind: 'unavailable', backend: backend.id, title: backend.title, message: ports.words(reason) });
}

interface Turn {
  readonly index: number;
  readonly of: number;
}

function runConstant(model: ModelPlugin, data: Prepared, turn: Turn, { emit, ports }: Context): void {
  emit({
    kind: 'training', run: model.id, model: model.id, title: ports.words({ template: model.title(data.task), parts: [] }),
    backend: null, backendTitle: '', versions: {}, threads: null, parameters: 0, ...turn,
  });
  const truth = data.test.truth;
  const scores = scoresOf(data.task, new Float64Array(truth.length).fill(data.codec.constant), truth);
  const result: ModelResult = { scores, stopped: 'not-trained', bestEpoch: 0, seconds: 0, speed: null, secondsToGoal: null, peakBytes: ports.memory() };
  emit({ kind: 'model', run: model.id, result });
}

type NetworkPlan = Plan['networks'][number];

async function runNetwork({ model, recipe }: NetworkPlan, { backend, session, ...turn }: Turn & { backend: Backend; session: BackendSession }, data: Prepared, context: Context): Promise<void> {
  const { emit, ports, job, seed } = context;
  const run = `${model.id}@${backend.id}`;
  emit({
    kind: 'training', run, model: model.id, title: ports.words({ template: model.title(data.task), parts: [] }), backend: backend.id, backendTitle: backend.title,
    versions: session.versions, threads: session.threads ?? null, parameters: parameterCount(recipe.network), ...turn,
  });
  try {
    await verify(run, recipe.network, backend, session, data, context);
    const trainable = await session.compile(recipe.network, initialWeights(recipe.network, seed));
    const limits: TrainingLimits = {
      seed, seconds: job.secondsPerModel ?? 20, maxEpochs: job.maxEpochs ?? Infinity, goal: job.goal,
      cancellation: context.cancellation, now: ports.now, pause: ports.pause, memory: ports.memory,
    };
    const result = await train(trainable, data, recipe.schedule, limits, point => emit({ kind: 'epoch', run, ...point }));
    trainable.dispose();
    emit({ kind: 'model', run, result });
  } catch (error) {
    emit({ kind: 'failed', run, message: ports.words(wordsOf(error)) });
  }
}

/** A backend whose losses are not the reference's computes something else; its speed would mean nothing. */
async function verify(run: string, network: Network, backend: Backend, session: BackendSession, data: Prepared, { ports, emit, seed }: Context): Promise<void> {
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
