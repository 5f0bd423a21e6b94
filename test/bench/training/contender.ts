import { backends } from '../../../server/src/bench/backends/registry.generated.ts';
import { initialWeights } from '../../../server/src/bench/weights.ts';
import { renderMessage } from '../../../server/src/words/render.ts';
import { batchesFor } from './data.ts';
import { measure, type Measured } from './measure.ts';
import { type Contest, CONTESTS } from './models.ts';
import { stock } from './stock.ts';

/** One contender on one network, in a process of its own: `stock:wasm`, or the id of a backend. Prints what it measured, or why it cannot. */
const [who = '', what = '', seconds = '4'] = process.argv.slice(2);
const contest = CONTESTS[what];
void (contest ? run(contest) : Promise.reject(new Error(`there is no ${what}`)))
  .then(measured => tell(measured), (error: unknown) => tell({ reason: error instanceof Error ? error.message : String(error) }));

async function run(given: Contest): Promise<Measured | { readonly reason: string }> {
  if (who.startsWith('stock:')) return stock(who.slice('stock:'.length), given, Number(seconds));
  const backend = backends.find(({ id }) => id === who);
  if (!backend) throw new Error(`there is no ${who}`);
  const surroundings = { assets: `${process.cwd()}/node_modules/@tensorflow/tfjs-backend-wasm/dist`, packages: (process.env['LINTEL_TEST_PACKAGES'] ?? process.cwd()).split(':') };
  const reason = await backend.whyUnavailable(surroundings);
  if (reason) return { reason: renderMessage(reason, { locale: 'en' }) };
  const trainable = await (await backend.load(surroundings)).compile(given.network, initialWeights(given.network, 1));
  const batches = batchesFor(given);
  return measure(async at => {
    const batch = batches[at % batches.length];
    return batch ? trainable.step(batch) : NaN;
  }, given.batch, Number(seconds));
}

function tell(result: object): void {
  process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit(0));
}
