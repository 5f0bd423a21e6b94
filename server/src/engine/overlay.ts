import type { FileHandle, Files } from '../core/host.ts';
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
    replace: (uri, expected, produce) => files.replace(uri, expected, produce),
    create: (uri, produce, over) => files.create(uri, produce, over),
  };
}

const handleOf = (source: Pick<FileHandle, 'size' | 'read'>): FileHandle => ({
  size: source.size,
  read: (target, position) => source.read(target, position),
  close: () => Promise.resolve(),
});
