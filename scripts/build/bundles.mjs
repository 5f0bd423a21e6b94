// What is bundled into what. The programs that check data on Node share their code in chunks; every other host and process has one file of its own.
// The language server carries no scaffold, benchmark or TensorFlow code.
import * as esbuild from 'esbuild';
import { writeConfigurationSchema } from './configurationSchema.mjs';
import { writeDescriptionSchemas } from './descriptionSchemas.mjs';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';

const NODE = { platform: 'node', format: 'cjs', target: 'node20' };
const WEB = { platform: 'browser', format: 'cjs', target: 'es2022' };
const BUNDLES = [
  { in: 'client/src/extension.ts', out: 'out/client.js', ...NODE },
  { in: 'client/src/browser/extension.ts', out: 'out/browser/client.js', ...WEB },
  { in: 'server/src/host/web/main.ts', out: 'out/browser/server.js', ...WEB, format: 'iife' },
  { in: 'server/src/bench/main.ts', out: 'out/bench.js', ...NODE },
  { in: 'server/src/scaffold/main.ts', out: 'out/scaffold.js', ...NODE },
  ...webviews(),
];
/** Programs of one engine: the language server, its scanner threads and the command line. */
const PROGRAMS = { server: 'server/src/main.ts', scanner: 'server/src/host/node/scanner.ts', cli: 'server/src/cli.ts' };
/** Files that other programs name by path. They load the module beside them. */
const LAUNCHERS = { 'out/cli.js': './cli.mjs', 'out/server.js': './server.mjs' };
/** What a module lacks and bundled packages of the older kind ask for. All chunks stand in one folder, so that `__dirname` is theirs. */
const OLDER_NAMES = ['import { createRequire as createRequireHere } from "node:module";', 'const require = createRequireHere(import.meta.url);',
  'const { dirname: __dirname, filename: __filename } = import.meta;'].join('\n');
/** Binary assets that a bundle loads from beside itself. */
const ASSETS = [['node_modules/@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm', 'out/tfjs-backend-wasm-simd.wasm'],
  ['node_modules/uplot/dist/uPlot.min.css', 'out/webview/uplot.css']];

export async function bundle({ production = false } = {}) {
  removeChunks('out');
  const results = await Promise.all([programsTo('out', { production }), ...present().map(entry => esbuild.build(optionsOf(entry, production)))]);
  writeLaunchers();
  copyAssets();
  await writeConfigurationSchema();
  await writeDescriptionSchemas();
  if (production) return;
  mkdirSync('out', { recursive: true });
  writeFileSync('out/metafile.json', JSON.stringify(results.map(result => result.metafile)));
}

export async function watch() {
  removeChunks('out');
  for (const options of [programOptions('out', false), ...present().map(entry => optionsOf(entry, false))]) await (await esbuild.context(options)).watch();
  writeLaunchers();
  copyAssets();
  await writeConfigurationSchema();
  await writeDescriptionSchemas();
}

/** One bundle as it ships, written elsewhere: what tests start as a child process. */
export const bundleTo = (entry, outfile) => esbuild.build({ ...optionsOf(BUNDLES.find(bundle => bundle.in === entry), false), outfile });

/** Programs as they ship, written to a folder: `server.mjs`, `scanner.mjs`, `cli.mjs` and the chunks that they share. */
export const programsTo = (folder, { production = false, programs = PROGRAMS } = {}) => esbuild.build(programOptions(folder, production, programs));

const programOptions = (folder, production, programs = PROGRAMS) => ({
  ...shared(production), ...NODE, format: 'esm', splitting: true, entryPoints: programs, outdir: folder, outExtension: { '.js': '.mjs' }, chunkNames: 'chunk-[hash]',
  banner: { js: OLDER_NAMES },
});

/** Chunks are named by what is in them: those of an earlier build would stay. */
function removeChunks(folder) {
  if (!existsSync(folder)) return;
  for (const file of readdirSync(folder).filter(name => /^chunk-\w+\.mjs(\.map)?$/.test(name))) rmSync(`${folder}/${file}`);
}

function writeLaunchers() {
  for (const [path, module] of Object.entries(LAUNCHERS)) writeFileSync(path, `#!/usr/bin/env node\nimport('${module}');\n`, { mode: 0o755 });
}

const present = () => BUNDLES.filter(entry => existsSync(entry.in));

function optionsOf({ in: entry, out, ...host }, production) {
  return { ...shared(production), ...host, entryPoints: [entry], outfile: out };
}

function shared(production) {
  return {
    bundle: true,
    minify: production,
    sourcemap: production ? false : 'linked',
    metafile: true,
    logLevel: 'warning',
    external: ['vscode', '@tensorflow/tfjs-node'],
    // Its main file is UMD, which hides its modules from bundlers.
    alias: { 'jsonc-parser': './node_modules/jsonc-parser/lib/esm/main.js' },
    loader: { '.md': 'text', '.svg': 'text', '.tmpl': 'text' },
    define: { 'process.env.NODE_ENV': '"production"' },
  };
}

/** A view with a webview has its browser code in `webview/main.ts`. */
function webviews() {
  const root = 'client/src/views';
  if (!existsSync(root)) return [];
  return readdirSync(root).filter(view => existsSync(`${root}/${view}/webview/main.ts`))
    .map(view => ({ in: `${root}/${view}/webview/main.ts`, out: `out/webview/${view}.js`, platform: 'browser', format: 'iife', target: 'es2022' }));
}

function copyAssets() {
  for (const [from, to] of ASSETS) {
    if (!existsSync(from)) continue;
    mkdirSync(to.slice(0, to.lastIndexOf('/')), { recursive: true });
    if (!existsSync(to) || statSync(to).size !== statSync(from).size) copyFileSync(from, to);
  }
}
