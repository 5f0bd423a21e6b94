import type { FileFacts, FileHandle, Files, Refusal } from '../../core/host.ts';
import { FILE_REQUESTS, type FileRequests } from '../../protocol/messages.ts';

/** Sends a request to the client. */
export type AskClient = <M extends keyof FileRequests>(method: M, params: FileRequests[M]['params']) => Promise<FileRequests[M]['result']>;

/** Files over 100 MB are refused: editors without a disk have no ranged reads, and the whole file would have to fit in memory. */
export const CLIENT_FILE_LIMIT = 100 * 1024 * 1024;

/** Files as the client sees them, for browsers and virtual workspaces. Where they may lie is the client's to decide; nothing is written. */
export function clientFiles(ask: AskClient): Files {
  return {
    stat: async uri => (await askStat(ask, uri)) ?? MISSING,
    open: uri => openWhole(ask, uri),
    list: async uri => (await ask(FILE_REQUESTS.list, { uri })) ?? MISSING,
    write: () => Promise.resolve(LEFT_TO_CLIENT),
    replace: () => Promise.resolve(LEFT_TO_CLIENT),
    create: () => Promise.resolve(LEFT_TO_CLIENT),
  };
}

const LEFT_TO_CLIENT: Refusal = { refused: 'not-permitted', detail: 'writing is left to the client' };
const MISSING: Refusal = { refused: 'missing', detail: 'the client has no such file' };

const askStat = (ask: AskClient, uri: string): Promise<FileFacts | null> => ask(FILE_REQUESTS.stat, { uri });

async function openWhole(ask: AskClient, uri: string): Promise<FileHandle | Refusal> {
  const facts = await askStat(ask, uri);
  if (!facts) return MISSING;
  if (facts.kind !== 'file') return { refused: 'not-a-file', detail: `a ${facts.kind}, not a file` };
  if (facts.size > CLIENT_FILE_LIMIT) return { refused: 'too-big', detail: `${facts.size} bytes in a virtual workspace` };
  const answer = await ask(FILE_REQUESTS.read, { uri });
  return answer ? handleOf(bytesOf(answer.base64)) : { refused: 'unreadable', detail: 'the client cannot read the file' };
}

function handleOf(bytes: Uint8Array): FileHandle {
  return {
    size: bytes.length,
    read: (target, position) => {
      const part = bytes.subarray(position, position + target.length);
      target.set(part);
      return Promise.resolve(part.length);
    },
    close: () => Promise.resolve(),
  };
}

function bytesOf(base64: string): Uint8Array {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
