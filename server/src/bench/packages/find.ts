import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface FoundPackage {
  readonly path: string;
  readonly require: NodeJS.Require;
}

/** Looks for a package from each folder upwards, then among the globally installed ones. Nothing is loaded yet. */
export function findPackage(name: string, folders: readonly string[]): FoundPackage | undefined {
  for (const folder of [...folders, ...globalFolders()]) {
    const require = createRequire(join(folder, 'lintel.cjs'));
    try {
      return { require, path: require.resolve(name) };
    } catch {
      // Not there; the next folder may have it.
    }
  }
  return undefined;
}

/** Where npm keeps global packages: beside `node` on Windows, below `lib` elsewhere. */
function globalFolders(): readonly string[] {
  const bin = dirname(process.execPath);
  const listed = (process.env['NODE_PATH'] ?? '').split(process.platform === 'win32' ? ';' : ':').filter(folder => folder !== '');
  const prefix = process.env['npm_config_prefix'] ?? process.env['PREFIX'];
  return [
    ...listed,
    ...(prefix === undefined ? [] : [join(prefix, 'lib', 'node_modules')]),
    ...(process.platform === 'win32' ? [join(process.env['APPDATA'] ?? bin, 'npm', 'node_modules'), join(bin, 'node_modules')] : [join(bin, '..', 'lib', 'node_modules')]),
  ];
}

/** What a failed attempt to load a package says, in one line. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error));
