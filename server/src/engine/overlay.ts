import type { Source } from '../core/format.ts';
import type { FileHandle, Files, Refusal } from '../core/host.ts';
import type { Documents } from './documents.ts';

/** Files as the user sees them: open documents in place of what is on disk, also those that were never saved. Writing goes to the disk. */
export function withDocuments(files: Files, documents: Documents): Files {
  return {
    stat: async uri => {
      const document = documents.get(uri);
      return document ? { kind: 'file', size: document.text.size, modified: document.version } : files.stat(uri);
    },
    open: async uri => {
      const document = documents.get(uri);
      return document ? handleOf(document.text) : files.open(uri);
    },
    list: uri => files.list(uri),
    write: (uri, bytes) => files.write(uri, bytes),
  };
}

/** Reads a whole file as UTF-8, up to `limit` bytes; a byte-order mark is dropped. */
export async function readText(files: Files, uri: string, limit: number): Promise<string | Refusal> {
  const file = await files.open(uri);
  if ('refused' in file) return file;
  try {
    if (file.size > limit) return { refused: 'too-big', detail: `${file.size} bytes` };
    return new TextDecoder().decode(await readAll(file, file.size));
  } finally {
    await file.close();
  }
}

/** The bytes of a source up to `size`; fewer where it ends before. */
export async function readAll(source: Source, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let filled = 0;
  while (filled < size) {
    const count = await source.read(bytes.subarray(filled), filled);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}

const handleOf = (source: Pick<FileHandle, 'size' | 'read'>): FileHandle => ({
  size: source.size,
  read: (target, position) => source.read(target, position),
  close: () => Promise.resolve(),
});
