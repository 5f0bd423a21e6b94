// Every plugin is a folder (or, for features and commands, a file). Nobody lists them by hand: the listing of the folder is the registry.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { writeIfChanged } from './files.mjs';

/** `entry` files one or two folders below `root`, with the folder `within` between the two; each default-exports its plugin. */
const KINDS = [
  { root: 'server/src/rules', entry: 'rule.ts', deep: true, families: true, name: 'rules', type: ['Rule', '../core/rule.ts'] },
  { root: 'server/src/privacy/detectors', entry: 'detector.ts', name: 'detectors', type: ['Detector', '../../core/detector.ts'] },
  { root: 'server/src/privacy/transforms', entry: 'transform.ts', name: 'transforms', type: ['Transform', '../../core/transform.ts'] },
  { root: 'server/src/formats', entry: 'format.ts', name: 'formats', type: ['Format', '../core/format.ts'] },
  { root: 'server/src/metadata', entry: 'standard.ts', name: 'standards', type: ['MetadataStandard', '../core/standard.ts'] },
  { root: 'server/src/privacy/profiles', entry: 'profile.ts', name: 'profiles', type: ['LegalProfile', '../../core/duties.ts'] },
  { root: 'server/src/privacy/profiles', entry: 'requirement.ts', within: 'requirements', deep: true, name: 'requirements', file: 'requirements', type: ['Rule', '../../core/rule.ts'] },
  { root: 'server/src/bench/backends', entry: 'backend.ts', name: 'backends', type: ['Backend', '../../core/compute.ts'] },
  { root: 'server/src/bench/models', entry: 'model.ts', name: 'models', type: ['ModelPlugin', '../../core/compute.ts'] },
  { root: 'server/src/bench/diagnoses', entry: 'diagnosis.ts', name: 'diagnoses', type: ['Diagnosis', '../../core/diagnosis.ts'] },
];
/** Folders whose files are the plugins. */
const FLAT = [
  { root: 'server/src/features', name: 'features', type: ['Feature', './feature.ts'], except: ['feature'] },
  { root: 'client/src/commands', name: 'commands', type: ['Command', './command.ts'], except: ['command'] },
];

export function writeRegistries() {
  for (const kind of KINDS) {
    writeRegistry(kind, pluginFolders(kind).map(folder => `./${folder}/${kind.entry}`));
  }
  for (const kind of FLAT) {
    writeRegistry(kind, existsSync(kind.root) ? filesOf(kind.root).filter(file => !kind.except.includes(file)).map(file => `./${file}.ts`) : []);
  }
}

/** Plugin folders of a kind, relative to its root, in alphabetical order of their ids. */
export function pluginFolders({ root, entry, deep = false, within }) {
  if (!existsSync(root)) return [];
  const families = childFolders(root).map(family => (within ? `${family}/${within}` : family)).filter(family => existsSync(`${root}/${family}`));
  const folders = deep ? families.flatMap(family => childFolders(`${root}/${family}`).map(id => `${family}/${id}`)) : families;
  return folders.filter(folder => existsSync(`${root}/${folder}/${entry}`)).sort((a, b) => idOf(a).localeCompare(idOf(b), 'en'));
}

export const PLUGIN_KINDS = KINDS;
const idOf = folder => folder.slice(folder.lastIndexOf('/') + 1);
const childFolders = root => readdirSync(root, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(entry => entry.name);
const filesOf = root => readdirSync(root)
  .filter(file => file.endsWith('.ts') && !file.endsWith('.generated.ts')).map(file => file.slice(0, -3)).sort();

function writeRegistry({ root, name, file = 'registry', families = false, type: [typeName, typeFile] }, entries) {
  mkdirSync(root, { recursive: true });
  writeIfChanged(`${root}/${file}.generated.ts`, [
    '// Written by the build from the folder listing; not committed.',
    `import type { ${typeName} } from '${typeFile}';`,
    ...entries.map((entry, i) => `import p${i} from '${entry}';`),
    '',
    `export const ${name}: readonly ${typeName}[] = [${entries.map((_, i) => `p${i}`).join(', ')}];`,
    ...(families ? ['/** The folder a plugin lies in, by its id. */', `export const families: Readonly<Record<string, string>> = ${JSON.stringify(familiesOf(entries))};`] : []),
    '',
  ].join('\n'));
}

const familiesOf = entries => Object.fromEntries(entries.map(entry => entry.split('/')).map(([, family, id]) => [id, family]));
