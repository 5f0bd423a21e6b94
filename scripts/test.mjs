// npm test: every layer of tests, one after the other, with a table at the end.
//   --quick            types and what is tested in a moment, side by side: for the time between two keystrokes
//   --all              properties on many more samples, and new ones; big files
//   --only <layer>     one layer, or several with a comma between
// The last line is `N passed, N failed`; the exit code is 0 only if every layer ran and nothing failed.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { editorLayer, packedLayer } from './test/editor.mjs';
import { command } from './test/command.mjs';
import { nodeLayer } from './test/node.mjs';
import { closingLine, summary, table } from './test/summary.mjs';
import { ensureDependencies } from './vscode/dependencies.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** In the order they run: what is cheap and tells most comes first. */
const layers = [
  { name: 'generated', quick: 'first', run: () => command('generated', ['esbuild.mjs', '--generate'], root) },
  { name: 'bundle', run: () => command('bundle', ['esbuild.mjs'], root) },
  { name: 'types', quick: true, run: () => types('tsconfig.json') },
  { name: 'types, webview', run: () => types('client/src/views/shared/webview/tsconfig.json') },
  { name: 'architecture', quick: true, run: options => nodeLayer('architecture', root, options) },
  { name: 'protocol', run: () => nodeLayer('protocol', root) },
  { name: 'unit', quick: true, run: options => nodeLayer('unit', root, options) },
  { name: 'editor, newest', run: () => editorLayer('full') },
  { name: 'editor, oldest', run: () => editorLayer('smoke') },
  { name: 'editor, web', run: () => editorLayer('web') },
  { name: 'editor, restricted', run: () => editorLayer('restricted') },
  { name: 'editor, pseudo-locale', run: () => editorLayer('pseudo') },
  { name: 'editor, packed', run: () => packedLayer() },
  { name: 'big files', long: true, run: () => nodeLayer('big files', root) },
];

/** Samples of each property in `--all`. */
const MANY = '2000';
/** And in `--quick`. */
const FEW = '25';

function types(project) {
  return command('types', [join('node_modules', 'typescript', 'bin', 'tsc'), '-p', project], root);
}

async function main() {
  const { values } = parseArgs({ options: { quick: { type: 'boolean' }, all: { type: 'boolean' }, only: { type: 'string' } } });
  process.chdir(root);
  if (values.all) {
    process.env.LINTEL_RUNS ??= MANY;
    process.env.LINTEL_SEED ??= 'new';
  }
  if (values.quick) process.env.LINTEL_RUNS ??= FEW;
  await ensureDependencies(root);
  const only = values.only?.split(',');
  const wanted = ({ quick, long }) => (values.quick ? quick : quick !== 'first' && (values.all || !long));
  const chosen = layers.filter(layer => (only ? only.some(part => layer.name.includes(part)) : wanted(layer)));
  const results = values.quick ? await sideBySide(chosen) : await inTurn(chosen, {});
  const total = summary(results);
  console.log(`\n${table(results)}`);
  for (const { name, refusal } of results) if (refusal) console.log(`The layer "${name}" did not run: ${refusal}`);
  console.log(closingLine(total));
  process.exitCode = total.failed > 0 || results.length === 0 ? 1 : 0;
}

async function inTurn(chosen, options) {
  const results = [];
  for (const layer of chosen) results.push(await runLayer(layer, options));
  return results;
}

/** What the others need comes first. */
async function sideBySide(chosen) {
  const first = await inTurn(chosen.filter(({ quick }) => quick === 'first'), {});
  const others = chosen.filter(({ quick }) => quick !== 'first').map(layer => runLayer(layer, { quick: true }));
  return [...first, ...await Promise.all(others)];
}

/** A layer that cannot run has failed: nobody may take its silence for success. */
async function runLayer({ name, run }, options) {
  console.log(`\n▶ ${name}`);
  const start = performance.now();
  const outcome = await run(options).catch(error => ({ refusal: error.message }));
  const seconds = (performance.now() - start) / 1000;
  const { passed = 0, failed = 0, flaky = 0, skipped = 0, refusal } = outcome;
  if (refusal) console.log(`✖ did not run: ${refusal}`);
  return { name, seconds, passed, failed: failed + (refusal ? 1 : 0), flaky, skipped, refusal };
}

await main();
