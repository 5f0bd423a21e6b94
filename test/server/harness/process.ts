import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const FOLDER = `out/test-server/${process.pid}`;
let programs: Promise<string> | undefined;

/** Starts the server as it ships as a child process: over standard input, or over Node's own messages as VS Code does. */
export async function startServer(transport: '--stdio' | '--node-ipc' = '--stdio'): Promise<ChildProcess> {
  programs ??= build('server.mjs', ({ programsTo }) => programsTo(FOLDER));
  return spawn(process.execPath, ['--enable-source-maps', await programs, transport], { stdio: ['pipe', 'pipe', 'pipe', 'ipc'] });
}

/** Builds the server of the browser as it ships and returns its path. */
export const buildWebServer = (): Promise<string> => build('web.cjs', ({ bundleTo }) => bundleTo('server/src/host/web/main.ts', `${FOLDER}/web.cjs`));

interface Bundler {
  programsTo(folder: string): Promise<unknown>;
  bundleTo(entry: string, outfile: string): Promise<unknown>;
}

/** Once per test file: returns the path of what was built. */
async function build(name: string, task: (bundler: Bundler) => Promise<unknown>): Promise<string> {
  process.once('exit', () => rmSync(FOLDER, { recursive: true, force: true }));
  await task(await import(pathToFileURL(resolve('scripts/build/bundles.mjs')).href));
  return resolve(FOLDER, name);
}
