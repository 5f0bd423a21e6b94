// Finds a Chromium for playwright-core, which brings none of its own.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The path of a Chromium-based browser, installed from Debian's packages when this process may do so.
 * @returns {{ path: string } | { refusal: string }} `refusal`: a sentence for the person, who must learn what did not run
 */
export function findChromium({ install = true, say = console.log } = {}) {
  const named = process.env.CHROMIUM;
  if (named) return runnable(named) ? { path: named } : { refusal: `CHROMIUM names ${named}, which is no program that can be run.` };
  const path = installedBrowser() ?? (install ? installFromDebian(say) : undefined);
  return path ? { path } : { refusal: 'No Chromium, Chrome or Edge was found. Install one, or name it in the variable CHROMIUM.' };
}

function installedBrowser() {
  return candidates().find(runnable);
}

function candidates() {
  if (process.platform === 'win32') return windowsPaths();
  if (process.platform === 'darwin') return macPaths();
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge'];
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), '/usr/bin', '/snap/bin'];
  return names.flatMap(name => folders.map(folder => join(folder, name)));
}

function windowsPaths() {
  const roots = ['LOCALAPPDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)'].map(name => process.env[name]).filter(Boolean);
  const programs = [['Google', 'Chrome', 'Application', 'chrome.exe'], ['Chromium', 'Application', 'chrome.exe'], ['Microsoft', 'Edge', 'Application', 'msedge.exe']];
  return programs.flatMap(parts => roots.map(root => join(root, ...parts)));
}

function macPaths() {
  return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(name => `/Applications/${name}.app/Contents/MacOS/${name}`);
}

function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installFromDebian(say) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  say('No browser found: installing Debian\'s chromium.');
  const install = () => apt(['install', '-y', '--no-install-recommends', 'chromium']);
  if (!install()) {
    // The package list of a fresh container is empty or old.
    apt(['update']);
    install();
  }
  return installedBrowser();
}

function apt(words) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', ['-qq', ...words], { stdio: 'ignore', env: environment, timeout: 300_000 }).status === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = findChromium();
  console.log('path' in found ? found.path : found.refusal);
  process.exitCode = 'path' in found ? 0 : 1;
}
