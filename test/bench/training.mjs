// npm run bench:train: the training backends beside stock TensorFlow.js, Keras and PyTorch. Same networks, same data, same batches, each in a process of its own.
//   --model name   one network only (see training/models.ts)      --seconds N   timed for each (default 4)      --only part   contenders whose name contains `part`
// LINTEL_BENCH_PYTHON names the Python whose Keras and PyTorch run; LINTEL_TEST_PACKAGES a folder with optional packages such as @tensorflow/tfjs-node.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { generate } from '../../scripts/build/generate.mjs';

const text = fallback => ({ type: 'string', default: fallback });
const { values } = parseArgs({ options: { model: text(''), seconds: text('4'), only: text('') } });
const OUT = 'out/bench-training/contender.mjs';
const PYTHON = process.env.LINTEL_BENCH_PYTHON ?? 'python3';
const MODELS = ['mlp', 'tabular', 'cnn', 'lstm', 'embedding', 'transformer'];
const CONTENDERS = [
  ['TensorFlow.js 4.22, cpu', 'stock:cpu'], ['TensorFlow.js 4.22, wasm', 'stock:wasm'],
  ['Lintel tfjs-cpu', 'tfjs-cpu'], ['Lintel tfjs-wasm', 'tfjs-wasm'], ['Lintel tfjs-node', 'tfjs-node'], ['Lintel onnx-native', 'onnx-native'],
  ['Keras', 'keras'], ['PyTorch', 'torch'],
];

await generate();
await esbuild.build({ entryPoints: ['test/bench/training/contender.ts'], outfile: OUT, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', logLevel: 'warning' });
for (const model of MODELS.filter(name => values.model === '' || name === values.model)) compare(model);

/** Prints a table of one network; ratios are to stock TensorFlow.js on WebAssembly, and to plain JavaScript where that cannot train it. */
function compare(model) {
  const rows = CONTENDERS.filter(([title]) => title.toLowerCase().includes(values.only.toLowerCase())).map(([title, who]) => ({ title, ...ask(who, model) }));
  const speedOf = title => rows.find(row => row.title === title)?.speed;
  const base = speedOf('TensorFlow.js 4.22, wasm') ? 'TensorFlow.js 4.22, wasm' : 'TensorFlow.js 4.22, cpu';
  console.log(`\n${model}: examples per second, ratio to ${base}`);
  for (const { title, speed, peakBytes, reason } of rows) {
    const ratio = speed && speedOf(base) ? `${(speed / speedOf(base)).toFixed(1)}x` : '';
    console.log(`  ${title.padEnd(26)} ${speed ? `${String(Math.round(speed)).padStart(8)} ${ratio.padStart(8)}  ${String(Math.round(peakBytes / 2 ** 20)).padStart(5)} MB` : `not measured: ${reason}`}`);
  }
}

function ask(who, model) {
  const python = who === 'keras' || who === 'torch';
  const [command, args] = python ? [PYTHON, ['test/bench/training/peers.py', who, model, values.seconds]] : [process.execPath, [OUT, who, model, values.seconds]];
  const { stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', timeout: 120_000, env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3' } });
  const line = stdout?.trim().split('\n').at(-1) ?? '';
  return line.startsWith('{') ? JSON.parse(line) : { reason: error?.message ?? stderr.trim().split('\n').at(-1)?.slice(0, 200) ?? 'it ended without a word' };
}
