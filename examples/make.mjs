// Writes the data files of this folder again, byte for byte, from the npm package vega-datasets and from a seed.
// Run with `node examples/make.mjs`; a test checks that the committed files are what it writes.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { customers, orders } from './customers/generate.mjs';

/** The first records of the bird-strike file that are kept, so that this folder stays small. */
const BIRD_STRIKES = 3000;

/**
 * Every data file of the examples.
 * @returns {Map<string, string>} text by path below this folder
 */
export function exampleFiles() {
  return new Map([
    ['penguins/penguins.csv', csvOf(JSON.parse(original('penguins.json')))],
    ['seattle-weather/seattle-weather.csv', original('seattle-weather.csv')],
    ['birdstrikes/birdstrikes.csv', firstLines(original('birdstrikes.csv'), BIRD_STRIKES + 1)],
    ['gapminder/gapminder.csv', csvOf(JSON.parse(original('gapminder.json')))],
    ['customers/customers.csv', customers()],
    ['customers/订单.csv', orders()],
  ]);
}

function original(name) {
  // The package exports its code only, so its data folder is found beside the entry point.
  const entry = createRequire(join(process.cwd(), 'package.json')).resolve('vega-datasets');
  return readFileSync(join(dirname(entry), '..', 'data', name), 'utf8');
}

function firstLines(text, count) {
  return `${text.split('\n').slice(0, count).join('\n')}\n`;
}

/** Records of one shape as CSV: the keys of the first record are the header, null is an empty cell. */
function csvOf(records) {
  const header = Object.keys(records[0]);
  const rows = records.map(record => header.map(name => cell(record[name])));
  return [header.map(cell), ...rows].map(row => `${row.join(',')}\n`).join('');
}

function cell(value) {
  const text = value === null || value === undefined ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const here = fileURLToPath(new URL('.', import.meta.url));
if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const [path, text] of exampleFiles()) {
    mkdirSync(join(here, dirname(path)), { recursive: true });
    writeFileSync(join(here, path), text);
    console.log(`${path}  ${Buffer.byteLength(text)} bytes`);
  }
}
