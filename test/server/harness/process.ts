import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const BUNDLE = `out/test-server/${process.pid}.cjs`;
let built: Promise<unknown> | undefined;

/** Builds the server as it ships, once per test file, and starts it as a child process. */
export async function startServer(args: readonly string[] = ['--stdio']): Promise<ChildProcess> {
  built ??= build();
  await built;
  return spawn(process.execPath, ['--enable-source-maps', BUNDLE, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
}

interface Bundler {
  bundleTo(entry: string, outfile: string): Promise<unknown>;
}

async function build(): Promise<void> {
  process.once('exit', () => [BUNDLE, `${BUNDLE}.map`].forEach(file => rmSync(file, { force: true })));
  const bundler: Bundler = await import(pathToFileURL(resolve('scripts/build/bundles.mjs')).href);
  await bundler.bundleTo('server/src/main.ts', BUNDLE);
}
