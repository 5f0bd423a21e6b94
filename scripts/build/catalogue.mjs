// Gathers every `zh-cn.json` of the server into one catalogue: English template -> translation. A plugin's texts live in its folder.
import { readFileSync } from 'node:fs';
import { filesBelow, writeIfChanged } from './files.mjs';

const LOCALES = ['zh-cn'];

export function writeCatalogue() {
  const catalogue = Object.fromEntries(LOCALES.map(locale => [locale, gather(locale)]));
  writeIfChanged('server/src/words/catalogue.generated.ts', [
    '// Written by the build from every translation file below server/src; not committed.',
    `export const catalogue: Readonly<Record<string, Readonly<Record<string, string>>>> = ${JSON.stringify(catalogue, null, 2)};`,
    '',
  ].join('\n'));
}

/** Two files may translate the same text only in the same way. */
function gather(locale) {
  const texts = {};
  for (const file of filesBelow('server/src', path => path.endsWith(`/${locale}.json`))) {
    for (const [english, translated] of Object.entries(JSON.parse(readFileSync(file, 'utf8')))) {
      if (texts[english] !== undefined && texts[english] !== translated) throw new Error(`${file} translates ${JSON.stringify(english)} differently`);
      texts[english] = translated;
    }
  }
  return texts;
}
