import type { FileHandle, Files } from '../core/host.ts';

/** Files with some bytes in place of what is at one URI: standard input under the name of a file. */
export function withBytes(files: Files, uri: string, bytes: Uint8Array): Files {
  const handle: FileHandle = {
    size: bytes.length,
    read: (target, position) => {
      const part = bytes.subarray(position, position + target.length);
      target.set(part);
      return Promise.resolve(part.length);
    },
    close: () => Promise.resolve(),
  };
  return {
    ...files,
    stat: of => (of === uri ? Promise.resolve({ kind: 'file', size: bytes.length, modified: 0 }) : files.stat(of)),
    open: of => (of === uri ? Promise.resolve(handle) : files.open(of)),
  };
}

/** All of standard input. */
export async function readStdin(): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of process.stdin) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}
