// How soon a keystroke shows on the screen: a real VS Code, once with Lintel and once with an extension that publishes one constant diagnostic, in one run.
// A delimiter typed at the end of a line makes a row with a cell too many, and a letter is typed over it: a squiggle comes and goes. The other extension
// publishes its diagnostic for that line after a delimiter and none after a letter, at once and whatever the text is. Milliseconds in the page, from the key to the change of the squiggles.
//   node test/bench/screen.mjs [--rows 15000,150000] [--keys 60] [--pause 150] [--rounds 1]
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { findChromium } from '../../scripts/vscode/chromium.mjs';
import { cannotInstall, installVsCode } from '../../scripts/vscode/install.mjs';
import { startServer } from '../../scripts/vscode/server.mjs';
import { openBridge } from '../e2e/harness/bridge.mjs';
import { launchBrowser, openWorkbench } from '../e2e/harness/workbench.mjs';
import { tableOf } from './data.mjs';

/** What draws attention to itself while somebody types, and is the same with both extensions. */
const QUIET = {
  'editor.occurrencesHighlight': 'off', 'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' }, 'editor.minimap.enabled': false,
  'files.autoSave': 'off',
};

if (process.argv[1] && pathToFileURL(process.argv[1]).href === import.meta.url) {
  const text = fallback => ({ type: 'string', default: fallback });
  const { values } = parseArgs({ options: { rows: text('15000,150000'), keys: text('60'), pause: text('150'), rounds: text('1') } });
  await screenTable(values.rows.split(',').map(Number), Number(values.keys), Number(values.pause), Number(values.rounds));
}

/** Prints the table. Lintel is taken from `out/`, as the last build left it. */
export async function screenTable(sizes, keys, pause, rounds = 1) {
  const chromium = cannotInstall() ? { refusal: cannotInstall() } : findChromium();
  if ('refusal' in chromium) return console.log(`nothing measured on the screen: ${chromium.refusal}`);
  const folder = mkdtempSync(join(tmpdir(), 'screen-'));
  const extensions = { constant: constantExtension(join(folder, 'constant')), Lintel: resolve('.') };
  const server = await startServer({ vscode: await installVsCode('newest'), patient: false, driver: true });
  const browser = await launchBrowser(chromium.path);
  const lines = [];
  try {
    for (const rows of sizes) {
      const measured = { constant: { times: [] }, Lintel: { times: [] } };
      for (let round = 0; round < rounds; round++) {
        for (const [name, extension] of Object.entries(extensions)) {
          const one = await inWindow({ server, browser, extension, folder, rows, keys, pause });
          measured[name] = { ...one, times: [...measured[name].times, ...one.times] };
        }
      }
      lines.push(lineOf(rows, measured));
    }
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`\nfrom the key to the squiggle, milliseconds on the screen, ${keys * rounds} keystrokes ${pause} ms apart; and how long the extension host was blocked as the document opened\n`);
  console.log('| document | one constant diagnostic p50 | p95 | Lintel p50 | p95 | more p50 | more p95 | of it between change and diagnostics in the extension host p50 | p95 | opened as its file is: our code | anybody\'s | opened after an edit, text sent: our code |');
  console.log(`|---|${'---:|'.repeat(11)}`);
  for (const line of lines) console.log(`| ${line.join(' | ')} |`);
}

function lineOf(rows, { constant, Lintel }) {
  const [a50, a95, b50, b95] = [quantile(constant.times, 0.5), quantile(constant.times, 0.95), quantile(Lintel.times, 0.5), quantile(Lintel.times, 0.95)];
  const { opened = {}, sent = {}, answered = [] } = Lintel;
  return [`${rows} rows`, ...[a50, a95, b50, b95, b50 - a50, b95 - a95, quantile(answered, 0.5), quantile(answered, 0.95), opened.ours, opened.longest, sent.ours].map(time => (time ?? NaN).toFixed(0))];
}

function quantile(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** Opens the table in a window of its own and types into it. Times of keystrokes, and what the extension host said of itself. */
async function inWindow({ server, browser, extension, folder, rows, keys, pause }) {
  const workspace = mkdtempSync(join(folder, 'w-'));
  copyFileSync(tableOf(rows), join(workspace, 'table.csv'));
  const said = { times: [] };
  let page;
  let ended = () => undefined;
  const end = new Promise(resolve => { ended = resolve; });
  const bridge = await openBridge(async (verb, words) => {
    if (verb === 'type') said.times = await typeInto(await page, words[0], keys, pause);
    else if (verb === 'end') ended();
    else [said[verb]] = words;
  });
  await server.configure({ ...QUIET, 'e2e.bridge': bridge.url });
  const window = openWorkbench(browser, { server, folder: workspace, results: join(folder, 'results'), extension, tests: await hostEntry(extension) });
  page = window.then(opened => opened.page);
  try {
    const { exit } = await window;
    await Promise.race([end, exit]);
  } finally {
    await (await window).close();
    bridge.close();
  }
  return said;
}

/** VS Code runs a test entry in the host of that extension whose folder holds the entry. */
async function hostEntry(extension) {
  const outfile = join(extension, 'out', 'bench-screen', 'host.js');
  await esbuild.build({ entryPoints: ['test/bench/screen/host.ts'], outfile, bundle: true, format: 'cjs', platform: 'node', target: 'es2022', external: ['vscode'], logLevel: 'warning' });
  return outfile;
}

/** Types a delimiter and a letter over it, again and again. Letters are seen by whoever listens in the page; keys that are bound to commands are not. */
async function typeInto(page, line, keys, pause) {
  await page.click(`.monaco-editor .view-line >> nth=${line}`);
  await page.keyboard.press('End');
  await page.waitForTimeout(3000);
  await page.evaluate(watchSquiggles);
  const times = [];
  for (let i = 0; i < keys; i++) {
    if (i > 0) await page.keyboard.press('Shift+ArrowLeft');
    // Keys and scripts come to the page by different ways: the watch has to stand before the key is sent.
    await page.evaluate(() => globalThis.awaitSquiggle());
    await page.keyboard.press(i % 2 === 0 ? ',' : 'x');
    times.push(await page.evaluate(() => globalThis.squiggle));
    await page.waitForTimeout(pause);
  }
  return times.slice(4);
}

/** Runs in the page: has `squiggle` tell how long after the next key the number of squiggles changes. */
function watchSquiggles() {
  const overlays = document.querySelector('.monaco-editor .view-overlays');
  const count = () => overlays.querySelectorAll('[class*="squiggly-"]').length;
  let key;
  addEventListener('keydown', event => { key = event.timeStamp; }, true);
  const next = () => new Promise(resolve => {
    const before = count();
    key = undefined;
    const late = setTimeout(() => end(NaN), 10_000);
    const observer = new MutationObserver(() => key !== undefined && count() !== before && end(performance.now() - key));
    const end = time => {
      clearTimeout(late);
      observer.disconnect();
      resolve(time);
    };
    observer.observe(overlays, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  globalThis.awaitSquiggle = () => { globalThis.squiggle = next(); };
}

/** An extension that publishes one diagnostic for the line that was typed into, or none, without a look at anything else. */
function constantExtension(folder) {
  mkdirSync(folder, { recursive: true });
  const manifest = { name: 'constant', publisher: 'bench', version: '0.0.1', engines: { vscode: '^1.100.0' }, main: './main.js', activationEvents: ['onStartupFinished'] };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'main.js'), `
const vscode = require('vscode');
exports.activate = () => {
  const shown = vscode.languages.createDiagnosticCollection('constant');
  const range = line => new vscode.Range(line, 0, line, 10);
  const publish = (uri, lines) => shown.set(uri, lines.map(line => new vscode.Diagnostic(range(line), 'constant', vscode.DiagnosticSeverity.Error)));
  vscode.workspace.onDidOpenTextDocument(({ uri }) => publish(uri, [0]));
  for (const { uri } of vscode.workspace.textDocuments) publish(uri, [0]);
  vscode.workspace.onDidChangeTextDocument(({ document, contentChanges: [change] }) => change && publish(document.uri, change.text === ',' ? [0, change.range.start.line] : [0]));
};
`);
  return folder;
}
