// npm run bench: Lintel beside its peers, each in a process of its own, all in one run. Only ratios within one table mean anything.
//   --rows N      size of the table (default 1,000,000 rows, about 340 MB)      --repeats N   counted runs after one warm-up (default 5)
//   --only part   contenders whose file name contains `part`; `keystrokes` is the table of typing in open documents (see keystrokes.mjs)
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { generate } from '../../scripts/build/generate.mjs';
import { tableOf } from './data.mjs';
import { keystrokeTable } from './keystrokes.mjs';

const { values } = parseArgs({ options: { rows: { type: 'string', default: '1000000' }, repeats: { type: 'string', default: '5' }, only: { type: 'string', default: '' } } });
const PEERS = 'test/bench/node_modules';
const FOLDER = 'test/bench/contenders';

if (!existsSync(PEERS)) {
  console.log('installing the peers once ...');
  spawnSync('npm', ['install', '--prefix', 'test/bench', '--no-audit', '--no-fund'], { stdio: 'inherit', shell: process.platform === 'win32' });
}
await generate();
await esbuild.build({
  entryPoints: ['test/bench/lintel.ts'], outfile: 'out/bench-contenders/lintel.mjs', bundle: true, platform: 'node', format: 'esm', target: 'node20', minify: true, mainFields: ['module', 'main'],
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" }, logLevel: 'warning',
});
const file = resolve(tableOf(Number(values.rows)));
const megabytes = statSync(file).size / 1e6;
const measured = [];
for (const name of readdirSync(FOLDER).filter(entry => entry.includes(values.only)).sort()) {
  const result = await measure(`${FOLDER}/${name}`);
  if (result) measured.push(result);
}
if (measured.length > 0) print(measured);
if ('keystrokes'.includes(values.only)) await keystrokeTable([15_000, 150_000], 200, 120);

async function measure(path) {
  const plugin = await import(pathToFileURL(resolve(path)).href).then(module => module.default, cause => ({ broken: cause.message }));
  if (plugin.broken) return void console.log(`${path}: left out, it does not load: ${plugin.broken}`);
  const repeats = plugin.slow ? 1 : values.repeats;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['test/bench/measure.mjs', path, file, String(repeats)], { encoding: 'utf8', maxBuffer: 1e8 });
  if (status !== 0) return void console.log(`${plugin.name}: left out, it failed: ${stderr.split('\n').slice(0, 4).join(' ')}`);
  const { cpu, wall, peakMiB, answer } = JSON.parse(stdout.trim().split('\n').at(-1));
  console.log(`${plugin.name}: ${JSON.stringify(answer)}`);
  return { ...plugin, cpu: median(cpu), best: Math.min(...cpu), wall: median(wall), peakMiB };
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
}

function print(rows) {
  const by = name => rows.find(row => row.name === name)?.cpu;
  const profile = by('Lintel profile');
  const read = by('plain read of the file');
  console.log(`\n${file.split(/[\\/]/).pop()}: ${megabytes.toFixed(0)} MB, CPU time, median of ${values.repeats}, Node ${process.version}\n`);
  console.log('| contender | CPU ms | best | MB per CPU s | peak MiB | x plain read | x Lintel profile |');
  console.log('|---|---:|---:|---:|---:|---:|---:|');
  for (const row of [...rows].sort((a, b) => a.cpu - b.cpu)) {
    const ratios = [read, profile].map(base => (base ? (row.cpu / base).toFixed(2) : '')).join(' | ');
    console.log(`| ${row.name} | ${row.cpu.toFixed(0)} | ${row.best.toFixed(0)} | ${(megabytes / row.cpu * 1000).toFixed(0)} | ${row.peakMiB.toFixed(0)} | ${ratios} |`);
  }
}
