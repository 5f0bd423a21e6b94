// VS Code for the desktop, with its screen in reach of playwright: the same suites as in the browser.
import { chromium } from 'playwright-core';
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDeadline } from '../../../scripts/vscode/server.mjs';

/**
 * A place for VS Code's settings and logs, with the same functions as a started server has.
 * @returns {Promise<{ home: string, log: string, configure: (settings: Record<string, unknown>) => Promise<void>, stop: () => Promise<void> }>}
 */
export async function desktopHome() {
  const home = await mkdtemp(join(tmpdir(), 'vscode-'));
  const user = join(home, 'user', 'User');
  await mkdir(user, { recursive: true });
  return {
    home, log: join(home, 'server.log'),
    configure: settings => writeFile(join(user, 'settings.json'), JSON.stringify({ 'telemetry.telemetryLevel': 'off', ...settings })),
    stop: () => rm(home, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/**
 * Opens one window; the answer is that of openWorkbench.
 * @param {{ executable: string, home: string, log: string, extension: string, web?: boolean, trust?: boolean }} desktop
 * @param {{ folder: string, results: string, tests: string }} options
 */
export async function openDesktop({ executable, home, log, extension, web = false, trust = false }, { folder, results, tests }) {
  await mkdir(results, { recursive: true });
  const child = spawn(executable, [
    folder, `--extensionDevelopmentPath=${extension}`, `--extensionTestsPath=${tests}`,
    ...(web ? ['--extensionDevelopmentKind=web'] : []), ...(trust ? [] : ['--disable-workspace-trust']),
    `--user-data-dir=${join(home, 'user')}`, `--extensions-dir=${join(home, 'extensions')}`, '--remote-debugging-port=0',
    '--skip-welcome', '--skip-release-notes', '--disable-updates', '--disable-telemetry', '--no-sandbox', '--disable-gpu',
  ], { stdio: ['ignore', 'pipe', 'pipe'] });
  const exit = new Promise(resolve => child.once('close', resolve).once('error', resolve));
  const close = async () => {
    child.kill();
    await exit;
  };
  try {
    const browser = await chromium.connectOverCDP(await debuggingAddress(child, log));
    return { page: await windowOf(browser), exit, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The address that Electron prints for debuggers. */
function debuggingAddress(child, log) {
  const file = createWriteStream(log, { flags: 'a' });
  child.stdout.pipe(file, { end: false });
  child.stderr.pipe(file, { end: false });
  let said = '';
  const named = new Promise((resolve, reject) => {
    child.stderr.on('data', data => {
      said += data;
      const match = /DevTools listening on (ws:\S+)/.exec(said);
      if (match) resolve(match[1]);
    });
    child.once('error', reject);
    child.once('close', code => reject(new Error(`VS Code ended with code ${code} before its window opened:\n${said.slice(-1000)}`)));
  });
  return withDeadline(named, 60_000, () => `VS Code's window did not open within 60 s:\n${said.slice(-1000)}`);
}

async function windowOf(browser) {
  const [context] = browser.contexts();
  const isWindow = page => page.url().includes('workbench');
  return context.pages().find(isWindow) ?? context.waitForEvent('page', { predicate: isWindow, timeout: 60_000 });
}
