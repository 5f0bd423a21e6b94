import { readCells } from './cells.ts';
import { readConfig } from './config.ts';
import { startBackend } from './backend.ts';
import { load } from './load.ts';
import { loadPredictor } from './save.ts';

const root = new URL('../../', import.meta.url);
const file = process.argv[2];
if (file === undefined) throw new Error('name a CSV file: npm run predict -- <file>');

const config = await readConfig(new URL('config.json', root));
await startBackend();
const predictor = await loadPredictor(new URL('model/', root));
const table = await load(file, config);
// Predictions are numbered by record, so none may be left out.
if (table.ragged > 0) throw new Error(`${table.ragged} records of ${file} have more or fewer cells than the header`);
const predictions = await predictor.predictCells(readCells(table, config.missing));

console.log(['record', ...Object.keys(predictions[0] ?? {})].join(','));
predictions.forEach((prediction, i) => console.log([i + 1, ...Object.values(prediction).map(cell)].join(',')));

function cell(value: string | number): string {
  return typeof value === 'string' && /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : String(value);
}
