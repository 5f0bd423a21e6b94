import type { ProfileInvocation } from './arguments.ts';
import type { Message } from '../core/message.ts';
import { name, say } from '../core/message.ts';
import type { TableProfile } from '../core/profile.ts';
import { profileOf } from '../report/profile.ts';
import { writeProfileHtml } from '../report/profileHtml.ts';
import { writeProfileText } from '../report/profileText.ts';
import { fileNameOf } from '../util/uri.ts';
import { isConfigurationName } from '../config/configurations.ts';
import { isDescriptionUri } from '../engine/registry.ts';
import { runCheck } from './check.ts';
import { complain, log, write } from './output.ts';
import { Progress } from './progress.ts';
import { createSurroundings } from './surroundings.ts';
import { writeOut } from './writeOut.ts';

/** `lintel profile`: what the columns of files hold. */
export async function profile(invocation: ProfileInvocation & { readonly locale: string }): Promise<number> {
  const { locale, format, output } = invocation;
  const surroundings = createSurroundings(invocation, log, { writes: output !== undefined });
  if ('length' in surroundings) return complain(surroundings, locale);
  const profiles: TableProfile[] = [];
  const progress = new Progress(process.stderr);
  const { files, failures } = await runCheck({
    exclude: invocation.exclude, heavy: invocation.heavy, begin: path => progress.begin(path),
    each: ({ uri, checked: { table }, masks }) => {
      if (table && table.columns.length > 0) profiles.push(profileOf(table, surroundings.show(uri), masks));
      return {};
    },
  }, surroundings);
  progress.end();
  const empty: readonly Message[] = files
    .filter(({ uri, path, partOf }) => partOf === undefined && !isConfigurationName(fileNameOf(uri)) && !isDescriptionUri(uri) && !profiles.some(one => one.path === path))
    .map(({ path }) => say`${name(path)} cannot be read as a table`);
  if (profiles.length > 0) {
    const text = format === 'text' ? profiles.map(one => writeProfileText(one, locale)).join('\n')
      : format === 'json' ? `${JSON.stringify(profiles, null, 2)}\n` : writeProfileHtml(profiles, locale);
    const refused = output === undefined ? await write(text) : await writeOut(output, text, surroundings, locale);
    if (refused) return complain([refused], locale);
  }
  return failures.length + empty.length > 0 ? complain([...failures, ...empty], locale) : 0;
}
