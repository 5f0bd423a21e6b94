import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A new folder with some files in it, as a workspace. */
export interface Folder {
  readonly path: string;
  readonly uri: string;
  at(...parts: readonly string[]): string;
  write(file: string, content: string | Uint8Array): string;
}

export function makeFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): Folder {
  const path = mkdtempSync(join(tmpdir(), 'lintel-server-'));
  const at = (...parts: readonly string[]): string => pathToFileURL(join(path, ...parts)).href;
  const write = (file: string, content: string | Uint8Array): string => {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), content);
    return at(file);
  };
  for (const [file, content] of Object.entries(files)) write(file, content);
  return { path, uri: pathToFileURL(path).href, at, write };
}
