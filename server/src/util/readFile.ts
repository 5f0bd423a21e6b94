import type { Source } from '../core/format.ts';
import type { Files, Refusal } from '../core/host.ts';

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
