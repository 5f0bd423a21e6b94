import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startBackend } from './backend.ts';
import { clean } from './clean.ts';
import { readConfig } from './config.ts';
import { fit } from './fit.ts';
import { load } from './load.ts';
import { isBetter, measure, report } from './metrics.ts';
import { Random } from './random.ts';
import { save, writeJson } from './save.ts';
import { split } from './split.ts';
import { baselineOf } from './target.ts';

const root = new URL('../../', import.meta.url);
const modelFolder = new URL('model/', root);

const config = await readConfig(new URL('config.json', root));
console.log(`backend: ${await startBackend()}`);

const { examples, dropped } = clean(await load(resolve(fileURLToPath(root), config.data), config), config);
console.log(`rows: ${examples.length}; left out: ${JSON.stringify(dropped)}`);

const parts = split(examples, config.testShare, new Random(config.seed));
for (const [name, rows] of Object.entries(parts)) {
  if (rows.length === 0) throw new Error(`the ${name} part of the split is empty: there are too few rows`);
}
console.log(`training: ${parts.training.length}, validation: ${parts.validation.length}, test: ${parts.test.length}`);

const { predictor, history } = await fit(parts, config, ({ trainingLoss, validationLoss }, i) => {
  if (i % 10 === 0) console.log(`epoch ${i + 1}: training loss ${trainingLoss.toFixed(4)}, validation loss ${validationLoss.toFixed(4)}`);
});
await save(modelFolder, predictor);
console.log(`epochs: ${history.epochs.length}, best: ${history.best + 1}`);

// The test part is looked at here for the first and only time.
const metrics = measure(await predictor.predictCells(parts.test.map(example => example.cells)), parts.test);
const baseline = measure(parts.test.map(() => baselineOf(parts.training, predictor.target)), parts.test);
console.log(report(metrics, baseline));
if (!isBetter(metrics, baseline)) console.log('The model is no better than the baseline.');
await writeJson(new URL('report.json', modelFolder), { metrics, baseline, history, dropped, seed: config.seed });
