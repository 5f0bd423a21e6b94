import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, parse, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Files } from '../../../server/src/core/host.ts';
import { projectFiles } from '../../../server/src/host/node/projectFiles.ts';
import { isRefused, loadTemplate } from '../../../server/src/scaffold/main.ts';
import type { LoadedTemplate, Outcome, ProjectFiles } from '../../../server/src/scaffold/main.ts';

export const TEMPLATES = pathToFileURL(resolve('templates')).href;

/** Everything on this machine's disk, folders too. */
export const disk: Files & ProjectFiles = projectFiles(pathToFileURL(parse(tmpdir()).root).href);

/** The value, or the reasons thrown as one readable error. */
export function must<T>(outcome: Outcome<T>): T {
  if (isRefused(outcome)) throw new Error(outcome.reasons.map(reason => `${reason.where}: ${JSON.stringify(reason.message)}`).join('\n'));
  return outcome.value;
}

export const template = async (id: string, locale = 'en'): Promise<LoadedTemplate> => must(await loadTemplate(disk, TEMPLATES, id, locale));

/** Ids of our templates; what several have in common lies in a folder that starts with a dot. */
export const templateIds: readonly string[] = readdirSync('templates').filter(id => !id.startsWith('.')).sort();

/** Templates whose projects are written in Python. */
export async function pythonTemplates(): Promise<readonly LoadedTemplate[]> {
  const loaded = await Promise.all(templateIds.map(id => template(id)));
  return loaded.filter(({ files }) => [...files.keys()].some(path => path.startsWith('requirements.txt')));
}

/** A new folder that is removed when the test run ends. */
export function temporaryFolder(name = 'project'): string {
  const parent = mkdtempSync(join(tmpdir(), 'lintel-'));
  process.on('exit', () => rmSync(parent, { recursive: true, force: true }));
  mkdirSync(join(parent, name));
  return join(parent, name);
}

/** Writes rendered files without asking, for folders that belong to the test. */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Gives a project our own dependencies, which are the ones it pins, so that it runs without a network. */
export function linkDependencies(folder: string): void {
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
}

/** Paths of all files below a folder, with `/`, sorted; dependencies left out. */
export function tree(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/'))
    .filter(path => !path.startsWith('node_modules/'))
    .sort();
}

export const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** Runs a script of a project by npm; rejects with all that it printed when it fails. */
export function npm(folder: string, ...args: readonly string[]): Promise<string> {
  return new Promise((done, fail) => {
    // The runner of this test marks its children; a project's own test runner must not take itself for one of them.
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const options = { cwd: folder, env: { ...env, npm_config_offline: 'true' }, shell: process.platform === 'win32' };
    const child = spawn('npm', [...args], options);
    let printed = '';
    const collect = (chunk: Buffer): void => void (printed += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', fail);
    child.on('exit', code => (code === 0 ? done(printed) : fail(new Error(`npm ${args.join(' ')} ended with ${code}\n${printed}`))));
  });
}
