// npm start: builds the extension, installs it in a VS Code and opens examples/ there.
//   --code       in your own VS Code (the command `code`)
//   --port N     serve the editor on this port
//   --no-open    print the address only
//   --check      load the editor once without a screen, see that the extension is there, and end
import { basename, join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { packageExtension } from './package.mjs';
import { findChromium } from './vscode/chromium.mjs';
import { ensureDependencies } from './vscode/dependencies.mjs';
import { hasOwnCode, openBrowser, openInOwnCode } from './vscode/desktop.mjs';
import { cannotInstall, installVsCode } from './vscode/install.mjs';
import { installedExtensions, startServer } from './vscode/server.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const examples = join(root, 'examples');
const home = join(root, '.cache', 'start');

async function main() {
  const { values } = parseArgs({
    options: { code: { type: 'boolean' }, port: { type: 'string' }, 'no-open': { type: 'boolean' }, check: { type: 'boolean' } },
  });
  // Ctrl+C is how one ends it, not a failure.
  process.on('SIGINT', () => process.exit(0));
  const begun = performance.now();
  await ensureDependencies(root);
  const vsix = await packageExtension();
  console.log(`Built ${basename(vsix.path)}, ${(vsix.bytes / 1e6).toFixed(2)} MB.`);
  const refusal = cannotInstall();
  if (values.code || (refusal && !values.check)) return inOwnCode(vsix.path, refusal);
  if (refusal) throw new Error(refusal);
  const vscode = await installVsCode('newest');
  const server = await startServer({ vscode, home: values.check ? undefined : home, port: Number(values.port ?? 0), vsix: [vsix.path] });
  if (values.check) return check(server, vscode);
  const url = `${server.url}&folder=${encodeURIComponent(examples)}`;
  console.log(`Ready after ${((performance.now() - begun) / 1000).toFixed(0)} s. VS Code ${vscode.version} with the extension and ${examples}:\n\n  ${url}\n`);
  if (!values['no-open'] && openBrowser(url)) console.log('Your browser opens it.');
  console.log('Ctrl+C ends it.');
  const code = await server.ended;
  throw new Error(`VS Code's server ended with code ${code}; see ${server.log}`);
}

function inOwnCode(vsix, refusal) {
  if (!hasOwnCode()) {
    const first = refusal ? `${refusal}\n` : '';
    throw new Error(`${first}The command code was not found. Install VS Code, run "Shell Command: Install 'code' command in PATH" there, and try again.`);
  }
  openInOwnCode(vsix, examples);
  console.log(`Your VS Code opens ${examples}.`);
}

/** Loads the workbench once and looks for the extension where VS Code lists it and where a person finds it. */
async function check(server, vscode) {
  try {
    const { publisher, name, version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    const wanted = `${publisher}.${name}@${version}`;
    const listed = await installedExtensions(vscode, server.home);
    if (!listed.includes(wanted)) throw new Error(`${wanted} is not among the installed extensions: ${listed.join(', ')}`);
    await seeCommands(server);
    console.log(`VS Code ${vscode.version} lists ${wanted}, and its commands are in the palette.`);
  } finally {
    await server.stop();
  }
}

async function seeCommands(server) {
  const chromium = findChromium();
  if ('refusal' in chromium) throw new Error(chromium.refusal);
  const { launchBrowser, openWorkbench } = await import('../test/e2e/harness/workbench.mjs');
  const { handsOf } = await import('../test/e2e/harness/hands.mjs');
  const results = join(root, 'test-results', 'start');
  const browser = await launchBrowser(chromium.path);
  try {
    const { page } = await openWorkbench(browser, { server, folder: examples, results });
    const hands = handsOf(page, results);
    await hands.find('.monaco-workbench .statusbar-item');
    await hands.palette('Lintel: ');
    await hands.screenshot('commands');
  } finally {
    await browser.close();
  }
}

try {
  await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
