// The README of a rule or detector is its manual: hovers and `lintel explain` show it, so it travels inside the bundles.
import { readFileSync } from 'node:fs';
import { PLUGIN_KINDS, pluginFolders } from './registries.mjs';
import { writeIfChanged } from './files.mjs';

/** Kinds of plugins that have a manual. */
const KINDS = PLUGIN_KINDS.filter(({ name }) => ['rules', 'requirements', 'detectors'].includes(name));

export function writeManuals() {
  writeIfChanged('server/src/words/manuals.generated.ts', [
    '// Written by the build from the README of every rule and detector; not committed.',
    `export const manuals: Readonly<Record<string, string>> = ${JSON.stringify(textsOf('README.md'), null, 2)};`,
    '/** Prose of manuals in other languages, by language and plugin; their examples are those of the manual. */',
    `export const proseIn: Readonly<Record<string, Readonly<Record<string, string>>>> = ${JSON.stringify({ 'zh-cn': textsOf('README.zh-cn.md') }, null, 2)};`,
    '',
  ].join('\n'));
}

/** What files of this name say beside rules and detectors, by the id of these. */
const textsOf = name => Object.fromEntries(KINDS.flatMap(kind => pluginFolders(kind).flatMap(folder => {
  const text = readManual(`${kind.root}/${folder}/${name}`);
  return text === '' ? [] : [[folder.slice(folder.lastIndexOf('/') + 1), text]];
})));

function readManual(path) {
  try {
    return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return '';
  }
}
