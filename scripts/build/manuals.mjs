// The README of a rule or detector is its manual: hovers and `lintel explain` show it, so it travels inside the bundles.
import { readFileSync } from 'node:fs';
import { PLUGIN_KINDS, pluginFolders } from './registries.mjs';
import { writeIfChanged } from './files.mjs';

export function writeManuals() {
  const manuals = Object.fromEntries(['rules', 'requirements', 'detectors'].flatMap(name => {
    const kind = PLUGIN_KINDS.find(candidate => candidate.name === name);
    return pluginFolders(kind).map(folder => [folder.slice(folder.lastIndexOf('/') + 1), readManual(`${kind.root}/${folder}/README.md`)]);
  }));
  writeIfChanged('server/src/words/manuals.generated.ts', [
    '// Written by the build from the README of every rule and detector; not committed.',
    `export const manuals: Readonly<Record<string, string>> = ${JSON.stringify(manuals, null, 2)};`,
    '/** Prose of manuals in other languages, by language and rule; their examples are those of the manual. */',
    `export const proseIn: Readonly<Record<string, Readonly<Record<string, string>>>> = ${JSON.stringify({ 'zh-cn': proseOf('zh-cn') }, null, 2)};`,
    '',
  ].join('\n'));
}

/** What the `README.<locale>.md` of rules say, where there is one. */
function proseOf(locale) {
  return Object.fromEntries(PLUGIN_KINDS.filter(({ name }) => name === 'rules' || name === 'requirements').flatMap(kind => pluginFolders(kind).flatMap(folder => {
    const prose = readManual(`${kind.root}/${folder}/README.${locale}.md`);
    return prose === '' ? [] : [[folder.slice(folder.lastIndexOf('/') + 1), prose]];
  })));
}

function readManual(path) {
  try {
    return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return '';
  }
}
