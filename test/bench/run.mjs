// npm run bench: Lintel beside its peers, each in a process of its own, all in one run. Only ratios within one table mean anything.
//   --rows N        size of the tables (default 1,000,000 rows, about 340 MB as CSV)      --repeats N   counted runs after one warm-up (default 5)
//   --table name    one table only: mixed, numeric, quoted, dirty, jsonl, parquet (see tables.mjs), keystrokes (see keystrokes.mjs),
//                   descriptions (see descriptions.mjs) or screen (see screen.mjs; it measures what `out/` holds, and only when asked for)
//   --only part     contenders whose file name contains `part`          --cold      takes the file out of the system's cache before each contender (Linux)
// LINTEL_BENCH_PYTHON names the Python whose pandas and polars run; their versions are printed with their answers.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { programsTo } from '../../scripts/build/bundles.mjs';
import { generate } from '../../scripts/build/generate.mjs';
import { descriptionTable } from './descriptions.mjs';
import { keystrokeTable, streamedTable } from './keystrokes.mjs';
import { median, printTable, printThreads } from './print.mjs';
import { screenTable } from './screen.mjs';
import { TABLES } from './tables.mjs';

const text = fallback => ({ type: 'string', default: fallback });
const { values } = parseArgs({ options: { rows: text('1000000'), repeats: text('5'), table: text(''), only: text(''), cold: { type: 'boolean', default: false } } });
const PEERS = 'test/bench/node_modules';
const FOLDER = 'test/bench/contenders';

if (!existsSync(PEERS)) {
  console.log('installing the peers once ...');
  spawnSync('npm', ['install', '--prefix', 'test/bench', '--no-audit', '--no-fund'], { stdio: 'inherit', shell: process.platform === 'win32' });
}
await generate();
rmSync('out/bench-contenders', { recursive: true, force: true });
await programsTo('out/bench-contenders', { production: true, programs: { lintel: 'test/bench/lintel.ts', scanner: 'server/src/host/node/scanner.ts' } });
const contenders = [];
for (const name of readdirSync(FOLDER).filter(entry => entry.endsWith('.mjs') && entry.includes(values.only)).sort()) contenders.push({ path: `${FOLDER}/${name}`, ...(await load(`${FOLDER}/${name}`)) });
for (const contender of contenders) if (contender.broken) console.log(`${contender.path}: left out, it does not load: ${contender.broken}`);
for (const [name, table] of Object.entries(TABLES)) if (values.table === '' || values.table === name) await compare(table);
if (values.table === 'keystrokes' || (values.table === '' && values.only === '')) {
  await keystrokeTable([15_000, 150_000], 200, 120);
  await streamedTable(200_000);
}
if (values.table === 'descriptions' || (values.table === '' && values.only === '')) await descriptionTable(2000, 20, 400);
if (values.table === 'screen') await screenTable([15_000, 150_000], 60, 150, 2);

function load(path) {
  return import(pathToFileURL(resolve(path)).href).then(module => module.default, cause => ({ broken: cause.message }));
}

async function compare({ kind, title, make }) {
  const file = await Promise.resolve(make(Number(values.rows))).then(path => resolve(path), cause => void console.log(`no ${kind} table: ${cause.message}`));
  if (!file) return;
  const measured = [];
  for (const contender of contenders) {
    if (contender.broken || !(contender.reads ?? ['csv']).includes(kind)) continue;
    const result = measure(contender, file);
    if (result) measured.push(result);
  }
  if (measured.length > 0) printTable(measured, file, { title, repeats: values.repeats, cold: values.cold });
  compareThreads(measured, file);
}

function measure(contender, file) {
  const repeats = contender.slow ? '1' : values.repeats;
  if (values.cold) forget(file);
  const [command, script] = contender.python ? [process.env.LINTEL_BENCH_PYTHON ?? 'python3', ['test/bench/peers.py', contender.python]] : [process.execPath, ['test/bench/measure.mjs', contender.path]];
  const { stdout, stderr, status, error } = spawnSync(command, [...script, file, repeats], { encoding: 'utf8', maxBuffer: 1e8 });
  if (status !== 0) return void console.log(`${contender.name}: left out: ${(error?.message ?? reasonOf(stderr)).slice(0, 300)}`);
  const { first, cpu, wall, peakMiB, answer } = JSON.parse(stdout.trim().split('\n').at(-1));
  console.log(`${contender.name}: ${JSON.stringify(answer)}`);
  return { ...contender, cpu: median(cpu), best: Math.min(...cpu), wall: median(wall), first, peakMiB };
}

/** Python says at the end what is wrong, Node at the beginning. */
function reasonOf(stderr) {
  const lines = stderr.trim().split('\n');
  return lines[0]?.startsWith('Traceback') ? lines.at(-1) : lines.slice(0, 5).join(' ');
}

/** Where both contenders have run. */
function compareThreads(measured, file) {
  if (!['Lintel check', 'Lintel check, 2 threads'].every(name => measured.some(row => row.name === name))) return;
  const { stdout, status, stderr } = spawnSync(process.execPath, ['test/bench/threads.mjs', file, values.repeats], { encoding: 'utf8' });
  if (status === 0) printThreads(JSON.parse(stdout));
  else console.log(`threads were not compared: ${reasonOf(stderr)}`);
}

/** The system reads the file from the disk next time; a count of nothing is what makes `dd` say so without reading. */
function forget(file) {
  const { status, error } = spawnSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0', 'status=none']);
  if (status !== 0) console.log(`the file stays in the cache: ${error?.message ?? 'dd cannot take it out'}`);
}
