import { resolve } from 'node:path';
import { createNodeHost } from '../host/node/host.ts';
import type { Message } from '../core/message.ts';
import { name, say } from '../core/message.ts';
import { log, tell } from './output.ts';
import { unwritable } from './refusals.ts';
import { type Surroundings, uriOf } from './surroundings.ts';

/** Writes a text to a file the user named; a message where it cannot be. */
export async function writeOut(path: string, text: string, { show }: Pick<Surroundings, 'show'>, locale: string): Promise<Message | undefined> {
  const uri = uriOf(resolve(path));
  // Naming a file to write is consent to write it, wherever it is.
  const host = createNodeHost(log, { roots: () => [], consented: other => other === uri, mayWrite: () => true });
  const refused = await host.files.write(uri, new TextEncoder().encode(text));
  if (refused) return unwritable(show(uri), refused);
  tell(say`${name(show(uri))} is written`, locale);
  return undefined;
}
