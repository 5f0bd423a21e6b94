// npm run new <kind> <id>: writes a new plugin from its template in scripts/new/<kind>. What it writes is small, true and passes every test as it is.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const SLUG = '[a-z][a-z0-9]*(?:-[a-z0-9]+)*';

/** Kinds of plugins: what their names look like and where their folders are. */
const KINDS = {
  rule: { name: 'family/id', pattern: new RegExp(`^${SLUG}/${SLUG}$`), folder: 'server/src/rules', next: 'UPDATE=1 node esbuild.mjs --tests test/rules' },
  detector: { name: 'id', pattern: new RegExp(`^${SLUG}$`), folder: 'server/src/privacy/detectors', next: 'node esbuild.mjs --tests test/privacy' },
  template: { name: 'id', pattern: new RegExp(`^${SLUG}$`), folder: 'templates', next: 'node esbuild.mjs --tests test/templates' },
  model: { name: 'id', pattern: new RegExp(`^${SLUG}$`), folder: 'server/src/bench/models', next: 'node esbuild.mjs --tests test/training' },
  backend: { name: 'id', pattern: new RegExp(`^${SLUG}$`), folder: 'server/src/bench/backends', next: 'node esbuild.mjs --tests test/backends' },
};

export const kinds = Object.keys(KINDS);

/** The files of a new plugin by path from the root of the repository. Throws a sentence where kind or name are of no use. */
export function filesOf(kind, name = '') {
  const known = KINDS[kind];
  if (!known) throw new Error(`usage: npm run new <kind> <id>, where the kind is one of ${kinds.join(', ')}`);
  if (!known.pattern.test(name)) throw new Error(`usage: npm run new ${kind} <${known.name}>, in lower case with hyphens`);
  const id = name.slice(name.lastIndexOf('/') + 1);
  const words = id.replaceAll('-', ' ');
  const texts = { id, words, title: words[0].toUpperCase() + words.slice(1) };
  const source = join(ROOT, 'scripts/new', kind);
  return new Map(templateFiles(source).map(path => [
    `${known.folder}/${name}/${relative(source, path).replaceAll('\\', '/').replace(/\.new$/, '')}`,
    readFileSync(path, 'utf8').replaceAll('\r\n', '\n').replace(/@(id|words|title)@/g, (_, key) => texts[key]),
  ]));
}

function templateFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? templateFiles(path) : [path];
  });
}

/** Writes a new plugin; never over anything that is there. */
export function writeNew(kind, name, root = ROOT) {
  const files = filesOf(kind, name);
  const taken = [...files.keys()].filter(path => existsSync(join(root, path)));
  if (taken.length > 0) throw new Error(`${taken[0]} exists already; nothing was written`);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return [...files.keys()];
}

function main([kind, name]) {
  try {
    for (const path of writeNew(kind, name)) console.log(path);
    console.log(`Start with the README, then: ${KINDS[kind].next}`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 2;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) main(process.argv.slice(2));
