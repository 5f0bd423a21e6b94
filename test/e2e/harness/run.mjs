// Runs the tests that need an editor, in a real VS Code.
//   node test/e2e/harness/run.mjs <kind> [part of a suite's name] [--retries N] [--vsix FILE] [--extension FOLDER]
// Kinds: full and person (newest), smoke (oldest), web (the `browser` entry in the web worker host), restricted (the workspace is
// not trusted), vsix (the packed extension, installed, driven by a person), pseudo (in a language that nobody speaks, which shows what
// is not translated or cut off). A suite test/e2e/suite/<name>.test.ts gets a fresh copy
// of test/e2e/workspaces/<name>, or of `common` when it has none of its own.
import { cp, mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findChromium } from '../../../scripts/vscode/chromium.mjs';
import { cannotInstall, installVsCode } from '../../../scripts/vscode/install.mjs';
import { startServer } from '../../../scripts/vscode/server.mjs';
import { bundleSuites, suitesIn } from './bundle.mjs';
import { desktopHome, openDesktop } from './desktop.mjs';
import { runPeople } from './people.mjs';
import { speakPseudo } from './pseudo.mjs';
import { reporter } from './report.mjs';
import { runSuite } from './suites.mjs';
import { launchBrowser, openWorkbench } from './workbench.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What distinguishes the kinds of runs; a suite belongs to a kind by the beginning of its name. */
export const kinds = {
  full: { which: 'newest', suites: name => !/^(web|restricted)/.test(name) },
  smoke: { which: 'oldest', suites: name => name.startsWith('smoke') },
  web: { which: 'newest', suites: name => name.startsWith('web'), web: true },
  restricted: { which: 'newest', suites: name => name.startsWith('restricted'), trust: true },
  person: { which: 'newest', suites: () => false, people: name => !name.startsWith('pseudo') },
  vsix: { which: 'newest', suites: () => false, people: name => !name.startsWith('pseudo'), packed: true },
  pseudo: { which: 'newest', suites: () => false, people: name => name.startsWith('pseudo'), pseudo: true },
};

/**
 * @param {keyof typeof kinds} kind
 * @param {{ part?: string, retries?: number, vsix?: string, extension?: string, tests?: string, desktop?: string }} [options]
 *   `vsix`: the packed extension, needed by kind vsix; `tests`: the folder that holds suite, person and workspaces;
 *   `desktop`: the program of a VS Code for the desktop, to be used instead of the one in the browser
 * @returns {Promise<import('./report.mjs').Counts & { refusal?: string }>} `refusal`: why nothing could run
 */
export async function runKind(kind, { part = '', retries = 1, vsix, extension = root, tests = join(root, 'test', 'e2e'), desktop } = {}) {
  const wanted = kinds[kind];
  const report = reporter();
  const plan = planOf(wanted, tests, part);
  if (plan.suites.length + plan.people.length === 0) return { ...report.counts, refusal: `no test of kind ${kind} was found` };
  const temporary = await mkdtemp(join(await realpath(tmpdir()), 'e2e-'));
  const developed = wanted.packed ? undefined : wanted.pseudo ? await pseudoExtension(resolve(extension), temporary) : resolve(extension);
  const vscode = await (desktop ? onDesktop(desktop, wanted, developed) : inBrowser(wanted, developed, vsix));
  if ('refusal' in vscode) return { ...report.counts, refusal: vscode.refusal };
  const results = join(root, 'test-results', kind);
  try {
    await runAll(plan, { bed: { ...vscode, report, retries, extension: developed }, tests, results, temporary });
  } finally {
    await vscode.stop();
    await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
  return report.counts;
}

/** VS Code's server and its workbench in Chromium. */
async function inBrowser({ which, trust, packed, web }, extension, vsix) {
  const refusal = cannotInstall();
  const chromium = refusal ? { refusal } : findChromium();
  if ('refusal' in chromium) return chromium;
  const installed = await installVsCode(which);
  const server = await startServer({ vscode: installed, trust, patient: false, driver: !packed, ...(packed ? { vsix: [resolve(vsix)] } : {}) });
  const browser = await launchBrowser(chromium.path);
  const open = options => openWorkbench(browser, { server, extension, web, ...options });
  return { server, open, stop: async () => { await browser.close(); await server.stop(); } };
}

/** VS Code for the desktop, from the path of its program. */
async function onDesktop(executable, { web, trust }, extension) {
  const server = await desktopHome();
  return { server, open: options => openDesktop({ ...server, executable, extension, web, trust }, options), stop: server.stop };
}

async function runAll({ suites, people }, { bed, tests, results, temporary }) {
  const place = name => ({ name, results: join(results, name) });
  // VS Code runs a test entry in the host of that extension whose folder holds the entry.
  const entries = suites.length > 0 ? await bundleSuites(join(tests, 'suite'), suites, join(bed.extension, 'out', 'e2e')) : new Map();
  for (const name of [...suites, ...people]) await rm(join(results, name), { recursive: true, force: true });
  for (const name of suites) {
    await runSuite({ ...place(name), entry: entries.get(name), workspace: await freshCopy(tests, name, temporary) }, bed);
  }
  for (const name of people) {
    const file = await import(pathToFileURL(join(tests, 'person', `${name}.mjs`)).href);
    await runPeople({ ...place(name), tests: file.default, workspace: () => freshCopy(tests, name, temporary) }, bed);
  }
}

async function pseudoExtension(extension, temporary) {
  const target = join(temporary, 'extension');
  await mkdir(target);
  await speakPseudo(extension, target);
  return target;
}

function planOf({ suites, people = () => false }, tests, part) {
  const folder = join(tests, 'person');
  const scripts = existsSync(folder) ? readdirSync(folder).filter(file => file.endsWith('.mjs')).map(file => file.slice(0, -4)).filter(people).sort() : [];
  return { suites: suitesIn(join(tests, 'suite')).filter(suites).filter(name => name.includes(part)), people: scripts.filter(name => name.includes(part)) };
}

/** Copies a workspace to a path with a space and a letter outside ASCII in it, because people have those. */
async function freshCopy(tests, name, temporary) {
  const target = join(await mkdtemp(join(temporary, 'w-')), 'my dåta');
  const source = [name, 'common'].map(candidate => join(tests, 'workspaces', candidate)).find(existsSync);
  if (source) await cp(source, target, { recursive: true });
  else await mkdir(target);
  return target;
}

async function main([kind, ...words]) {
  if (!Object.hasOwn(kinds, kind ?? '')) throw new Error(`which kind? one of: ${Object.keys(kinds).join(', ')}`);
  const value = flag => words.includes(flag) ? words[words.indexOf(flag) + 1] : undefined;
  const retries = value('--retries');
  const options = { vsix: value('--vsix'), extension: value('--extension'), tests: value('--suites'), ...(retries ? { retries: Number(retries) } : {}) };
  const part = words.find((word, i) => !word.startsWith('--') && !words[i - 1]?.startsWith('--'));
  const given = Object.fromEntries(Object.entries({ ...options, part }).filter(([, each]) => each !== undefined));
  const { passed, failed, flaky, refusal } = await runKind(kind, given);
  if (refusal) console.error(refusal);
  console.log(`ℹ pass ${passed}\nℹ fail ${failed}\nℹ flaky ${flaky}`);
  process.exitCode = failed > 0 || refusal ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
