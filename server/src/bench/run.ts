import type { Backend, BackendSession, ModelPlugin } from '../core/compute.ts';
import { Unable } from '../core/compute.ts';
import type { Cancellation } from '../core/host.ts';
import { list, type Message, name, say } from '../core/message.ts';
import { type BenchmarkEvent, type BenchmarkJob, DEFAULT_BACKENDS, type ModelResult, type Study } from '../protocol/training.ts';
import { diagnose, recorded } from './diagnose.ts';
import { wordsOf } from './failure.ts';
import { labelsIn } from './labels.ts';
import { scoresOf } from './metrics.ts';
import type { BenchmarkPorts } from './ports.ts';
import { dataShapeOf, prepareAll, type Prepared } from './prepare.ts';
import { type Context, type NetworkPlan, runNetwork, titleOf, type Turn } from './runNetwork.ts';
import { type NetworkRecipe, withSettings } from './settings.ts';
import { runStudy } from './studies/study.ts';
import type { Table } from './table.ts';

type Emit = (event: BenchmarkEvent) => void;

/** Runs a whole benchmark. Never throws: what goes wrong becomes a `failed` event, and the last event is always `done`. */
export async function runBenchmark(job: BenchmarkJob, ports: BenchmarkPorts, emit: Emit, cancellation: Cancellation): Promise<void> {
  const start = ports.now();
  const seed = job.seed ?? 1;
  emit({ kind: 'started', file: job.file, time: ports.date(), environment: ports.environment, seed, labels: labelsIn(ports.words) });
  try {
    const table = await ports.load(job, cancellation);
    if (cancellation.cancelled) return;
    const views = prepareAll(table, { ...job, seed });
    const [data] = views;
    if (!data) return;
    const record = recorded(emit);
    record.emit(preparedEvent(data, views, job, ports, (ports.now() - start) / 1000));
    const context: Context = { job: { ...job, seed }, ports, emit: record.emit, cancellation, seed };
    if (job.study) return await study(job.study, planOf(job, ports, [data]), table, context);
    await runAll(planOf(job, ports, views), data, context);
    diagnose(record.report(), ports.words).forEach(emit);
  } catch (error) {
    emit({ kind: 'failed', run: null, message: ports.words(wordsOf(error)) });
  } finally {
    emit({ kind: 'done', cancelled: cancellation.cancelled, seconds: (ports.now() - start) / 1000, peakBytes: ports.peakMemory() });
  }
}

/** Of the first way of seeing the dataset, and the columns of all. */
function preparedEvent(data: Prepared, views: readonly Prepared[], job: BenchmarkJob, { words }: BenchmarkPorts, seconds: number): BenchmarkEvent {
  const [train, validation, test] = [data.train.inputs.rows, data.validation.inputs.rows, data.test.inputs.rows];
  const personal = job.personal?.includes(data.target.column) === true;
  return {
    kind: 'prepared', task: data.task, target: data.target.column,
    classes: data.target.classes.map((text, i) => (personal ? `#${i + 1}` : text)),
    rows: { file: data.fileRows, used: train + validation + test, train, validation, test },
    features: views.flatMap(({ features }) => features.map(feature => feature.column)), inputs: data.inputs,
    notices: [...new Set(views.flatMap(({ notices }) => notices.map(words)))], seconds,
  };
}
/** One model, and the backends it runs on; none for a model that computes nothing. */
interface Plan {
  readonly constants: readonly ModelPlugin[];
  readonly networks: readonly NetworkPlan[];
  readonly backends: readonly Backend[];
}

/** Throws `Unable` where the job names a model or a backend that does not exist. */
function planOf(job: BenchmarkJob, ports: BenchmarkPorts, views: readonly Prepared[]): Plan {
  for (const [wanted, known] of [[job.models, ports.models], [job.backends, ports.backends]] as const) {
    const odd = wanted?.find(id => !known.some(plugin => plugin.id === id));
    if (odd !== undefined) throw new Unable(say`There is no ${name(odd)}; there are ${list(known.map(({ id }) => name(id)))}.`);
  }
  const built = views.flatMap(data => ports.models
    .filter(model => model.fits(data.task, data.example.kind) && (job.models?.includes(model.id) ?? true))
    .map(model => ({ model, data, recipe: model.build(dataShapeOf(data)) })));
  return {
    constants: [...new Set(built.flatMap(({ model, recipe }) => (recipe.kind === 'constant' ? [model] : [])))],
    networks: built
      .flatMap(({ model, data, recipe }) => (recipe.kind === 'network' ? [{ model, data, recipe: withSettings(recipe, job.settings) }] : []))
      .sort((a, b) => size(a.recipe) - size(b.recipe)),
    backends: (job.backends ?? DEFAULT_BACKENDS).flatMap(id => ports.backends.find(backend => backend.id === id) ?? []),
  };
}

const size = ({ network }: NetworkRecipe): number => network.layers.length;

/** Seconds of training, of one network and of all, where nobody says otherwise: a quick benchmark takes a minute. */
const LONGEST = 20;
const TOGETHER = 40;

/** Backends are loaded one after the other, so that the memory of one does not count for another before it. */
async function runAll({ constants, networks, backends }: Plan, data: Prepared, context: Context): Promise<void> {
  const { emit, ports, cancellation } = context;
  const able: Backend[] = [];
  for (const backend of backends) if (await isAble(backend, context)) able.push(backend);
  let index = 0;
  let of = constants.length + networks.length * able.length;
  const shared: Context = { ...context, job: { secondsPerModel: Math.min(LONGEST, TOGETHER / Math.max(1, networks.length * able.length)), ...context.job } };
  for (const model of constants) runConstant(model, data, { index: ++index, of }, context);
  for (const backend of able) {
    if (cancellation.cancelled) break;
    const session = await open(backend, context);
    if (!session) of -= networks.length;
    for (const network of session ? networks : []) {
      if (session && !cancellation.cancelled) await runNetwork(network, { backend, session }, { index: ++index, of }, shared);
    }
    await session?.dispose();
  }
  if (of === constants.length && networks.length > 0) {
    emit({ kind: 'failed', run: null, message: ports.words(say`No backend can train here; only the baseline was measured.`) });
  }
}

/** The largest of the networks, on the first backend that works, answers the question. */
async function study(asked: Study, { networks, backends }: Plan, table: Table, context: Context): Promise<void> {
  const plan = networks.at(-1);
  for (const backend of plan ? backends : []) {
    const session = await isAble(backend, context) ? await open(backend, context) : undefined;
    if (!plan || !session) continue;
    await runStudy(asked, { plan, loaded: { backend, session }, table, data: plan.data, context });
    return session.dispose();
  }
  throw new Unable(say`No backend can train here, so there is nothing to compare.`);
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
  emit({ kind: 'unavailable', backend: backend.id, title: ports.words({ template: backend.title, parts: [] }), message: ports.words(reason) });
}

function runConstant(model: ModelPlugin, data: Prepared, turn: Turn, context: Context): void {
  const { emit, ports } = context;
  emit({
    kind: 'training', run: model.id, model: model.id, title: titleOf(model, data, context),
    backend: null, backendTitle: '', versions: {}, threads: null, parameters: 0, ...turn,
  });
  const truth = data.test.truth;
  const scores = scoresOf(data.task, new Float64Array(truth.length).fill(data.codec.constant), truth, data.outputs);
  const result: ModelResult = { scores, stopped: 'not-trained', bestEpoch: 0, seconds: 0, speed: null, secondsToGoal: null, peakBytes: ports.memory() };
  emit({ kind: 'model', run: model.id, result });
}
