import type { Source } from '../../core/format.ts';
import type { FileHandle, Files, Refusal } from '../../core/host.ts';
import { isRefusal } from '../../core/host.ts';
import type { ImageReader } from '../../core/images.ts';
import type { Control } from '../pass.ts';
import { readImageFolder, sourceOf } from './imageFolder.ts';

/** What a check of a folder of images needs of its surroundings. */
export interface ImageReading {
  /** What is on disk, without open documents. */
  readonly disk: Files;
  /** False for first findings, which come from headers alone. */
  readonly pixels?: boolean;
  /** Threads that decode images. */
  readonly imageReaders?: () => readonly ImageReader[];
}

/** A folder that is read like a file. */
export interface OpenedFolder {
  readonly source: Pick<FileHandle, 'size' | 'read'> & Pick<Source, 'documents'>;
  readonly isDocument: false;
  readonly misread: undefined;
  close(): Promise<void>;
}

/** Reads all images of a folder; `undefined` when cancelled. */
export async function openImageFolder(uri: string, { disk, pixels = true, imageReaders }: ImageReading, control: Control): Promise<OpenedFolder | Refusal | undefined> {
  const facts = await disk.stat(uri);
  if (isRefusal(facts)) return facts;
  if (facts.kind !== 'folder') return { refused: 'not-a-file', detail: 'not a folder' };
  const readers = imageReaders?.() ?? [];
  try {
    const folder = await readImageFolder(uri, { files: disk, pixels, readers }, control);
    return folder && { source: sourceOf(folder), isDocument: false, misread: undefined, close: () => Promise.resolve() };
  } finally {
    for (const reader of readers) reader.close();
  }
}
