import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, stat, unlink } from 'node:fs/promises';
import type { Refusal, Sink } from '../../core/host.ts';

/** Writes a new file; a refusal leaves the old one in its place. */
export type Produce = (sink: Sink) => Promise<undefined | void | Refusal>;

/** Replaces or creates a file in one step: whoever reads it sees the old bytes or the new ones, never a part. Permissions are kept. */
export async function replaceFile(path: string, produce: Produce): Promise<undefined | Refusal> {
  const mode = await stat(path).then(facts => facts.mode & 0o7777, () => undefined);
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const refused = await writeFlushed(temporary, produce, mode);
    if (refused) await unlink(temporary);
    else await rename(temporary, path);
    return refused;
  } catch (cause) {
    await unlink(temporary).catch(() => undefined);
    throw cause;
  }
}

async function writeFlushed(path: string, produce: Produce, mode: number | undefined): Promise<undefined | Refusal> {
  const file = await open(path, 'wx');
  try {
    // Set on the open file, since the mode given to `open` is narrowed by the process's mask.
    if (mode !== undefined) await file.chmod(mode);
    const refused = await produce(sinkOf(file));
    if (!refused) await file.sync();
    return refused ?? undefined;
  } finally {
    await file.close();
  }
}

/** A write may take only a part of what it is given. */
const sinkOf = (file: FileHandle): Sink => ({
  async write(bytes) {
    for (let at = 0; at < bytes.length;) at += (await file.write(bytes, at, bytes.length - at)).bytesWritten;
  },
});
