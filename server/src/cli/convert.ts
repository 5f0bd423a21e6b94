import { resolve } from 'node:path';
import { convertDescription, writableStandards } from '../engine/convert.ts';
import { list, name, say } from '../core/message.ts';
import type { ConvertInvocation } from './arguments.ts';
import { complain, log, tell, write } from './output.ts';
import { failureOf } from './refusals.ts';
import { createSurroundings, uriOf } from './surroundings.ts';
import { writeOut } from './writeOut.ts';

/** `lintel convert`: a description in the words of another standard; what that has no words for is named on standard error. */
export async function convert({ path, to, output, locale }: ConvertInvocation & { readonly locale: string }): Promise<number> {
  const surroundings = createSurroundings({ paths: [path], rules: {}, maxWorkers: 0 }, log);
  if ('length' in surroundings) return complain(surroundings, locale);
  const standards = writableStandards();
  if (!standards.some(({ id }) => id === to)) return complain([say`${name('--to')} takes ${list(standards.map(({ id }) => name(id)))}, not ${name(to)}`], locale);
  const converted = await convertDescription(surroundings.host.files, uriOf(resolve(path)), to);
  if (!converted) return complain([say`${name(path)} is no description that could be converted`], locale);
  if ('refused' in converted) return complain([failureOf(path, converted)], locale);
  for (const lost of converted.lost) tell(say`lost: ${lost}`, locale);
  const refused = output === undefined ? await write(converted.text) : await writeOut(output, converted.text, surroundings, locale);
  return refused ? complain([refused], locale) : 0;
}
