import type { Log } from '../core/host.ts';
import type { Message } from '../core/message.ts';
import { renderMessage } from '../words/render.ts';

export const COULD_NOT_RUN = 2;

/** Logs go to standard error, so that reports can be piped. */
export const log: Log = {
  info: () => undefined,
  warn: text => void process.stderr.write(`${text}\n`),
  error: (text, cause) => void process.stderr.write(`${text}${cause?.stack ? `\n${cause.stack}` : ''}\n`),
};

/** Waits until a pipe has taken everything: exiting earlier would cut the text. */
export const write = (text: string): Promise<void> => new Promise(done => process.stdout.write(text, () => done()));

export async function print(text: string, code = 0): Promise<number> {
  await write(`${text}\n`);
  return code;
}

/** Says on standard error why something could not be done. */
export function complain(messages: readonly Message[], locale: string): number {
  process.stderr.write(messages.map(message => `${renderMessage(message, { locale })}\n`).join(''));
  return COULD_NOT_RUN;
}

/** Says something on standard error that is no complaint: what was written where. */
export const tell = (message: Message, locale: string): void => void process.stderr.write(`${renderMessage(message, { locale })}\n`);
