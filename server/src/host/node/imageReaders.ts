import type { FileFacts, ImageReader, ImageWants } from '../../core/images.ts';
import { permittedPath } from './permissions.ts';
import type { Permissions } from './permissions.ts';
import type { ScannerAnswer } from './scannerMessages.ts';
import { expectAnswer } from './threads.ts';
import type { Thread, Threads } from './threads.ts';

/** Threads that decode images, `most` at a time; none where there would be one, which is not quicker than the caller itself. */
export function nodeImageReaders(permissions: Permissions, threads: Threads, most: () => number): readonly ImageReader[] {
  const count = most();
  return count < 2 ? [] : Array.from({ length: count }, () => readerOf(permissions, threads));
}

function readerOf(permissions: Permissions, threads: Threads): ImageReader {
  let thread: Thread | undefined = threads.take();
  const ask = async (path: string, wants: ImageWants): Promise<FileFacts | undefined> => {
    if (thread?.failed) thread = threads.take();
    const result = await thread?.ask({ do: 'image', path, wants });
    return result && expectAnswer(result, isFacts);
  };
  return {
    async read(uri, wants) {
      const path = await permittedPath(uri, permissions);
      if (typeof path !== 'string') return undefined;
      // A picture that ends its thread, for lack of memory, is known by its header.
      return ask(path, wants).catch(() => ask(path, { pixels: false, digest: false }));
    },
    close() {
      if (thread) threads.giveBack(thread);
      thread = undefined;
    },
  };
}

const isFacts = (result: ScannerAnswer['result']): result is FileFacts => result !== undefined && 'bytes' in result;
