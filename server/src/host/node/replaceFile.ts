import { randomBytes } from 'node:crypto';
import { type FileHandle, link, lstat, open, rename, stat, unlink } from 'node:fs/promises';
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

/**
 * Makes a file where there is none, in one step: the name is given to it once it is whole, by a link, which never takes the place of another file. Where a disk has no
 * links it is looked at once more instead.
 */
export async function createFile(path: string, produce: Produce): Promise<undefined | Refusal> {
  if (await isThere(path)) return EXISTS;
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const refused = await writeFlushed(temporary, produce, undefined);
    if (!refused) await link(temporary, path).catch((cause: unknown) => renameAlone(temporary, path, cause));
    return refused;
  } finally {
    await unlink(temporary).catch(() => undefined);
  }
}

const EXISTS: Refusal = { refused: 'exists', detail: 'there is something of that name' };

const isThere = (path: string): Promise<boolean> => lstat(path).then(() => true, () => false);

async function renameAlone(temporary: string, path: string, cause: unknown): Promise<void> {
  if (await isThere(path)) throw cause;
  await rename(temporary, path);
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
