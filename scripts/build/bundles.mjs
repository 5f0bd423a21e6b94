// What is bundled into what. One file per host and process; the language server carries no scaffold, benchmark or TensorFlow code.
import * as esbuild from 'esbuild';
import { writeConfigurationSchema } from './configurationSchema.mjs';
import { writeDescriptionSchemas } from './descriptionSchemas.mjs';
import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';

const NODE = { platform: 'node', format: 'cjs', target: 'node20' };
const WEB = { platform: 'browser', format: 'cjs', target: 'es2022' };
const BUNDLES = [
  { in: 'client/src/extension.ts', out: 'out/client.js', ...NODE },
  { in: 'client/src/browser/extension.ts', out: 'out/browser/client.js', ...WEB },
  { in: 'server/src/main.ts', out: 'out/server.js', ...NODE },
  { in: 'server/src/host/web/main.ts', out: 'out/browser/server.js', ...WEB, format: 'iife' },
  { in: 'server/src/host/node/scanner.ts', out: 'out/scanner.js', ...NODE },
  { in: 'server/src/cli.ts', out: 'out/cli.js', ...NODE, banner: { js: '#!/usr/bin/env node' } },
  { in: 'server/src/bench/main.ts', out: 'out/bench.js', ...NODE },
  { in: 'server/src/scaffold/main.ts', out: 'out/scaffold.js', ...NODE },
  ...webviews(),
];
/** Binary assets that a bundle loads from beside itself. */
const ASSETS = [['node_modules/@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm', 'out/tfjs-backend-wasm-simd.wasm'],
  ['node_modules/uplot/dist/uPlot.min.css', 'out/webview/uplot.css']];

export async function bundle({ production = false } = {}) {
  const results = await Promise.all(present().map(entry => esbuild.build(optionsOf(entry, production))));
  copyAssets();
  await writeConfigurationSchema();
  await writeDescriptionSchemas();
  if (production) return;
  mkdirSync('out', { recursive: true });
  writeFileSync('out/metafile.json', JSON.stringify(results.map(result => result.metafile)));
}

export async function watch() {
  for (const entry of present()) await (await esbuild.context(optionsOf(entry, false))).watch();
  copyAssets();
  await writeConfigurationSchema();
  await writeDescriptionSchemas();
}

/** One bundle as it ships, written elsewhere: what tests start as a child process. */
export const bundleTo = (entry, outfile) => esbuild.build({ ...optionsOf(BUNDLES.find(bundle => bundle.in === entry), false), outfile });

const present = () => BUNDLES.filter(entry => existsSync(entry.in));

function optionsOf({ in: entry, out, ...host }, production) {
  return {
    ...host,
    entryPoints: [entry],
    outfile: out,
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
