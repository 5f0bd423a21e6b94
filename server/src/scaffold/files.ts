import { isRefusal } from '../core/host.ts';
import type { Files, Refusal } from '../core/host.ts';

/** A URI below a folder's URI; `path` has `/` and is not yet encoded. */
export function join(folder: string, path: string): string {
  return `${folder.replace(/\/$/, '')}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** A whole file as UTF-8, without a byte order mark. */
export async function readText(files: Pick<Files, 'open'>, uri: string): Promise<string | Refusal> {
  const handle = await files.open(uri);
  if (isRefusal(handle)) return handle;
  try {
    const bytes = new Uint8Array(handle.size);
    let at = 0;
    for (let came = -1; came !== 0 && at < bytes.length; at += came) came = await handle.read(bytes.subarray(at), at);
    return new TextDecoder().decode(bytes.subarray(0, at));
  } finally {
    await handle.close();
  }
}

/** Paths of all files below a folder, with `/`, sorted. */
export async function filesBelow(files: Pick<Files, 'list'>, folder: string): Promise<readonly string[] | Refusal> {
  const names = await files.list(folder);
  if (isRefusal(names)) return names;
  const found: string[] = [];
  for (const entry of [...names].sort()) {
    if (!entry.endsWith('/')) {
      found.push(entry);
      continue;
    }
    const below = await filesBelow(files, join(folder, entry.slice(0, -1)));
    if (isRefusal(below)) return below;
    found.push(...below.map(path => entry + path));
  }
  return found.sort();
}
