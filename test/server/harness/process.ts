import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const FOLDER = `out/test-server/${process.pid}`;
const built = new Map<string, Promise<string>>();

/** Starts the server as it ships as a child process: over standard input, or over Node's own messages as VS Code does. */
export async function startServer(transport: '--stdio' | '--node-ipc' = '--stdio'): Promise<ChildProcess> {
  const bundle = await bundleOf('server/src/main.ts');
  return spawn(process.execPath, ['--enable-source-maps', bundle, transport], { stdio: ['pipe', 'pipe', 'pipe', 'ipc'] });
}

/** Builds a bundle as it ships, once per test file, and returns its path. */
export function bundleOf(entry: string): Promise<string> {
  const known = built.get(entry) ?? build(entry, resolve(`${FOLDER}/${built.size}.cjs`));
  built.set(entry, known);
  return known;
}

interface Bundler {
  bundleTo(entry: string, outfile: string): Promise<unknown>;
}

async function build(entry: string, bundle: string): Promise<string> {
  process.once('exit', () => rmSync(FOLDER, { recursive: true, force: true }));
  const bundler: Bundler = await import(pathToFileURL(resolve('scripts/build/bundles.mjs')).href);
  // Scanner threads are a bundle of their own, looked for beside the server.
  await Promise.all([bundler.bundleTo(entry, bundle), bundler.bundleTo('server/src/host/node/scanner.ts', `${FOLDER}/scanner.js`)]);
  return bundle;
}
