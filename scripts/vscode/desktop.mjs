// The person's own desktop: their VS Code and their browser.
import { spawn, spawnSync } from 'node:child_process';

const windows = process.platform === 'win32';

/** Whether the command `code` of an installed VS Code can be called. */
export function hasOwnCode() {
  return code(['--version'], 'ignore') === 0;
}

/** Installs a packed extension in the person's own VS Code and opens a folder there. */
export function openInOwnCode(vsix, folder) {
  if (code(['--install-extension', vsix, '--force'], 'inherit') !== 0) throw new Error(`VS Code did not install ${vsix}.`);
  if (code([folder], 'inherit') !== 0) throw new Error(`VS Code did not open ${folder}.`);
}

/** Opens an address where there is a screen; says whether it did. */
export function openBrowser(url) {
  const opener = openers[process.platform] ?? openers.linux;
  const words = opener(url);
  if (!words) return false;
  const [command, ...rest] = words;
  const child = spawn(command, rest, { stdio: 'ignore', detached: true });
  // No opener is no failure: the address is printed, too.
  child.once('error', () => undefined);
  child.unref();
  return true;
}

const openers = {
  win32: url => ['cmd', '/c', 'start', '""', url.replaceAll('&', '^&')],
  darwin: url => ['open', url],
  linux: url => process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? ['xdg-open', url] : undefined,
};

function code(words, stdio) {
  // `code` is a script on Windows, which only the shell can start, and the shell splits at spaces.
  const safe = windows ? words.map(word => `"${word}"`) : words;
  return spawnSync('code', safe, { stdio, shell: windows }).status;
}
