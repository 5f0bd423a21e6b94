import { randomBytes } from 'node:crypto';
import { open, rename, stat, unlink } from 'node:fs/promises';

/** Replaces or creates a file in one step: whoever reads it sees the old bytes or the new ones, never a part. Permissions are kept. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<undefined> {
  const mode = await stat(path).then(facts => facts.mode & 0o7777, () => undefined);
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await writeFlushed(temporary, bytes, mode);
    await rename(temporary, path);
  } catch (cause) {
    await unlink(temporary).catch(() => undefined);
    throw cause;
  }
  return undefined;
}

async function writeFlushed(path: string, bytes: Uint8Array, mode: number | undefined): Promise<void> {
  const file = await open(path, 'wx');
  try {
    // Set on the open file, since the mode given to `open` is narrowed by the process's mask.
    if (mode !== undefined) await file.chmod(mode);
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
