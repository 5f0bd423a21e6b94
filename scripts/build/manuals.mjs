// The README of a rule or detector is its manual: hovers and `lintel explain` show it, so it travels inside the bundles.
import { readFileSync } from 'node:fs';
import { PLUGIN_KINDS, pluginFolders } from './registries.mjs';
import { writeIfChanged } from './files.mjs';

export function writeManuals() {
  const manuals = Object.fromEntries(['rules', 'detectors'].flatMap(name => {
    const kind = PLUGIN_KINDS.find(candidate => candidate.name === name);
    return pluginFolders(kind).map(folder => [folder.slice(folder.lastIndexOf('/') + 1), readManual(`${kind.root}/${folder}/README.md`)]);
  }));
  writeIfChanged('server/src/words/manuals.generated.ts', [
    '// Written by the build from the README of every rule and detector; not committed.',
    `export const manuals: Readonly<Record<string, string>> = ${JSON.stringify(manuals, null, 2)};`,
    '',
  ].join('\n'));
}

function readManual(path) {
  try {
    return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return '';
  }
}
