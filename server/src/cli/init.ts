import { resolve } from 'node:path';
import { CONFIGURATION_NAMES } from '../config/schema.ts';
import { isRefusal } from '../core/host.ts';
import { name, say } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import { renderMessage } from '../words/render.ts';
import { complain, log, tell } from './output.ts';
import { unwritable } from './refusals.ts';
import { createSurroundings, uriOf } from './surroundings.ts';

/** Writes a commented configuration into the current folder; never over one that is there, unless it is asked to. */
export async function init({ force, locale }: { readonly force: boolean; readonly locale: string }): Promise<number> {
  const surroundings = createSurroundings({ paths: ['.'], rules: {}, maxWorkers: 0 }, log, { writes: true });
  if ('length' in surroundings) return complain(surroundings, locale);
  const { files } = surroundings.host;
  const [target] = CONFIGURATION_NAMES;
  for (const one of CONFIGURATION_NAMES) {
    const there = await files.stat(uriOf(resolve(one)));
    if (!isRefusal(there) && !force) return complain([say`there is ${name(one)} already; ${name('--force')} writes a new one`], locale);
  }
  const refused = await files.write(uriOf(resolve(target)), new TextEncoder().encode(templateFor(locale)));
  if (refused) return complain([unwritable(target, refused)], locale);
  tell(say`${name(target)} is written; ${name('lintel config')} shows what holds for a file`, locale);
  return 0;
}

/** The text of a new configuration: what it says by itself is what holds without it. */
export function templateFor(locale: string): string {
  const comment = (message: Message): string => `# ${renderMessage(message, { locale })}`;
  return `${[
    comment(say`What Lintel checks below this folder, and how. The nearest such file governs a dataset as a whole.`),
    comment(say`All keys and rules: complete them in the editor, or see lintel rules and lintel explain <rule>.`),
    '',
    'extends: lintel:recommended',
    '',
    comment(say`A severity (error, warning, information, hint), on or off; with options as a list.`),
    'rules: {}',
    '#  outlier: off',
    '#  missing-rate: [warning, { least: 0.4 }]',
    '',
    comment(say`Rules that are different in some columns.`),
    '# columns:',
    '#   "id*":',
    '#     rules: { outlier: off }',
    '',
    comment(say`How files are read where detection is wrong and no description says so.`),
    '# overrides:',
    '#   - files: "raw/**"',
    '#     read: { delimiter: ";", encoding: windows-1252, nullTokens: ["", "NA"] }',
    '',
    comment(say`Findings that are accepted, each with a reason and, if you like, a last day.`),
    '# suppressions:',
    '#   - rule: constant-column',
    '#     files: exports/*.csv',
    '#     columns: version',
    `#     reason: ${renderMessage(say`the export writes its version into every row`, { locale })}`,
    '#     until: 2030-12-31',
    '',
    comment(say`What was there when you began: lintel baseline writes it, then only new findings are shown.`),
    '# baseline: lintel.baseline.json',
  ].join('\n')}\n`;
}
