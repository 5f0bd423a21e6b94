import { mkdir, readdir, readFile, rm, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Cache } from '../../core/host.ts';
import { replaceFile } from './replaceFile.ts';

/** Bytes that are kept; beyond them the oldest entries go. */
const MOST = 200 * 1024 * 1024;
/** Writes after which the folder is looked through, and the share of what is kept that is written until then. */
const OFTEN = 200;
const MUCH = 8;

/** A folder with one file an entry, each written in one step. A disk that fails costs time, not findings: then nothing is kept. */
export function nodeCache(folder: string, mayWrite: () => boolean, most = MOST, often = OFTEN): Cache {
  let writes = 0;
  let written = 0;
  const pathOf = (key: string): string => join(folder, `${key}.json`);
  return {
    read: key => readFile(pathOf(key), 'utf8').catch(() => undefined),
    async write(key, text) {
      if (!mayWrite()) return;
      try {
        await mkdir(folder, { recursive: true });
        if (writes === 0) await dropOthers(folder);
        await replaceFile(pathOf(key), sink => sink.write(new TextEncoder().encode(text)));
        written += text.length;
        if (writes++ % often !== 0 && written * MUCH < most) return;
        written = 0;
        await dropOldest(folder, most);
      } catch {
        // The next check finds the same.
      }
    },
  };
}

/** Folders of other builds, whose findings no longer count. */
export const BUILDS = 'findings-';

async function dropOthers(folder: string): Promise<void> {
  if (!basename(folder).startsWith(BUILDS)) return;
  const others = (await readdir(dirname(folder))).filter(name => name.startsWith(BUILDS) && name !== basename(folder));
  for (const name of others) await rm(join(dirname(folder), name), { recursive: true, force: true });
}

async function dropOldest(folder: string, most: number): Promise<void> {
  const paths = (await readdir(folder)).map(name => join(folder, name));
  const files = await Promise.all(paths.map(async path => ({ path, facts: await stat(path) })));
  let kept = 0;
  for (const { path, facts } of files.sort((a, b) => b.facts.mtimeMs - a.facts.mtimeMs)) {
    kept += facts.size;
    if (kept > most) await unlink(path);
  }
}
