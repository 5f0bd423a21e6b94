// Starts VS Code's own server and stops it with everything it started.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createWriteStream, mkdtempSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} ServerOptions
 * @property {{ node: string, server: string, version: string }} vscode from installVsCode
 * @property {string} [home] folder for user data, extensions and logs; a temporary one is made and removed when it is left out
 * @property {Record<string, unknown>} [settings] the user's settings.json
 * @property {boolean} [trust] true: workspaces start restricted, as they do for a person
 * @property {number} [port] 0 takes a free one
 * @property {readonly string[]} [vsix] packed extensions to install first
 * @property {boolean} [patient] false: extension hosts end with the page they belong to, and do not wait for it to come back
 * @property {boolean} [driver] true: the address may name an extension under development and tests; VS Code then shows no notifications
 *
 * @typedef {object} Server
 * @property {string} url address of the workbench, with the token that lets a browser in
 * @property {string} authority host and port, as in vscode-remote URIs
 * @property {string} home
 * @property {string} log file with all the server printed
 * @property {(settings: Record<string, unknown>) => Promise<void>} configure writes the user's settings.json
 * @property {Promise<number | null>} ended
 * @property {() => Promise<void>} stop
 */

/**
 * Starts the server and waits until it answers.
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 */
export async function startServer({ vscode, home, settings = {}, trust = false, port = 0, vsix = [], patient = true, driver = false }) {
  if (port > 0) await mustBeFree(port);
  const temporary = home === undefined;
  const folder = home ?? mkdtempSync(join(tmpdir(), 'vscode-'));
  const places = folders(folder);
  const configure = async wanted => {
    await mkdir(join(places.user, 'User'), { recursive: true });
    await writeFile(join(places.user, 'User', 'settings.json'), JSON.stringify({ ...quiet, ...wanted }, undefined, 2));
  };
  await configure(settings);
  await installExtensions(vscode, folder, vsix);
  // Without a token, any page in any browser on this machine could drive the editor.
  const token = randomUUID();
  const words = [...common(folder), '--host', '127.0.0.1', '--port', String(port), '--connection-token', token,
    ...(driver ? ['--enable-smoke-test-driver'] : []), ...(trust ? [] : ['--disable-workspace-trust']), ...(patient ? [] : ['--reconnection-grace-time', '1'])];
  const child = run(vscode, words);
  const log = join(folder, 'server.log');
  keepLog(child, log);
  const group = processGroup(child);
  const stop = async () => {
    await group.end();
    if (temporary) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const authority = await answering(child, log).catch(async error => { await stop(); throw error; });
  return { url: `http://${authority}/?tkn=${token}`, authority, home: folder, log, configure, ended: group.ended, stop };
}

/** VS Code's server waits for ever when its port is taken, so this looks first. */
function mustBeFree(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', error => reject(new Error(`Port ${port} cannot be used (${error.code}). Choose another one.`)));
    probe.listen(port, '127.0.0.1', () => probe.close(resolve));
  });
}

/** Installs packed extensions as `code --install-extension` does, and fails when VS Code refuses one. */
async function installExtensions(vscode, folder, vsix) {
  for (const file of vsix) {
    const said = await output(vscode, [...common(folder), '--install-extension', file, '--force']);
    if (!/successfully installed/i.test(said)) throw new Error(`VS Code ${vscode.version} did not install ${file}:\n${said}`);
  }
}

/** @returns {Promise<string[]>} `publisher.name@version` of every extension installed under `home` */
export async function installedExtensions(vscode, home) {
  const said = await output(vscode, [...common(home), '--list-extensions', '--show-versions']);
  return said.split('\n').filter(line => /^[\w-]+\.[\w-]+@/.test(line));
}

/** What would cover the screen or ask the network in every fresh profile. */
const quiet = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

function folders(home) {
  return { user: join(home, 'user'), extensions: join(home, 'extensions'), data: join(home, 'data') };
}

function common(home) {
  const { user, extensions, data } = folders(home);
  return ['--accept-server-license-terms', '--telemetry-level', 'off', '--user-data-dir', user, '--extensions-dir', extensions, '--server-data-dir', data];
}

function run({ node, server }, words) {
  // A process group of its own: the server's children (file watcher, extension hosts) outlive it otherwise.
  return spawn(node, [server, ...words], { env: environment(), stdio: ['ignore', 'pipe', 'pipe'], detached: true });
}

/** A server started from a terminal inside VS Code must not take itself for that one's child. */
function environment() {
  const unwanted = /^(VSCODE_|ELECTRON_|NODE_OPTIONS$|npm_)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !unwanted.test(name)));
}

async function output(vscode, words) {
  const child = run(vscode, words);
  const group = processGroup(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', data => { said += data; });
  await Promise.race([group.ended, pause(60_000, undefined, { ref: false })]);
  await group.end();
  return said;
}

function keepLog(child, file) {
  const log = createWriteStream(file);
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  child.once('close', () => log.end());
}

/** Waits until the server has named its port and serves the workbench there. */
async function answering(child, log) {
  let said = '';
  const named = new Promise((resolve, reject) => {
    child.stdout.on('data', data => {
      said += data;
      const match = /agent listening on (\d+)/.exec(said);
      if (match) resolve(Number(match[1]));
    });
    child.once('error', reject);
    child.once('close', code => reject(new Error(`VS Code's server ended with code ${code} before it answered.\n${said.slice(-2000)}`)));
  });
  const port = await withDeadline(named, 60_000, () => `VS Code's server did not answer within 60 s; see ${log}`);
  const response = await fetch(`http://127.0.0.1:${port}/version`, { signal: AbortSignal.timeout(30_000) });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`VS Code's server answered ${response.status}; see ${log}`);
  return `127.0.0.1:${port}`;
}

/** Rejects with the sentence when the promise has not settled after so many milliseconds. */
export function withDeadline(promise, milliseconds, sentence) {
  let timer;
  const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(sentence())), milliseconds); });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

const running = new Set();
const guardScript = fileURLToPath(new URL('guard.mjs', import.meta.url));

/** Ends a whole process group: politely, after three seconds by force, and by force when this process goes first. */
function processGroup(child) {
  const ended = new Promise(resolve => child.once('close', resolve).once('error', resolve));
  running.add(child.pid);
  watchOwnEnd();
  const guard = spawn(process.execPath, [guardScript, String(child.pid)], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  const end = async () => {
    signal(child.pid, 'SIGTERM');
    for (let waited = 0; waited < 3000 && signal(child.pid, 0); waited += 50) await pause(50);
    signal(child.pid, 'SIGKILL');
    running.delete(child.pid);
    guard.kill('SIGKILL');
    await ended;
  };
  return { ended, end };
}

/** @returns {boolean} whether any process of the group was there to get it */
function signal(group, name) {
  try {
    return process.kill(-group, name);
  } catch {
    return false;
  }
}

let watching = false;

function watchOwnEnd() {
  if (watching) return;
  watching = true;
  process.on('exit', () => running.forEach(group => signal(group, 'SIGKILL')));
  for (const [name, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]]) process.on(name, () => process.exit(code));
}
