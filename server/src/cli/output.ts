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

/** Standard output takes no more: the disk is full, as a rule. */
export class OutputError extends Error {}

// Whoever writes hears of it; without a listener the process would die of it.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

/** Waits until a pipe has taken everything: exiting earlier would cut the text. A reader that went away, as `head` does, has what it wanted. */
export const write = (text: string): Promise<void> => new Promise((done, fail) => {
  process.stdout.write(text, cause => (cause && !('code' in cause && cause.code === 'EPIPE') ? fail(new OutputError(cause.message)) : done()));
});

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
