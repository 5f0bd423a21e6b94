import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Connection } from 'vscode-languageserver';
import { version } from '../../package.json';
import { BUILDS } from './host/node/cache.ts';
import { createNodeHost } from './host/node/host.ts';
import { createClientHost } from './host/web/host.ts';
import { type HostContext, serve } from './serve.ts';
import { folderOf } from './util/uri.ts';

/** Serves the language server protocol with this machine's disk, or with the client's files where it lends them. */
export function serveOnDisk(connection: Connection): void {
  serve(connection, version, context => {
    const { log, ask, client: { options } } = context;
    return options.clientFiles === true ? createClientHost(log, ask) : hostOnDisk(context);
  });
}

/** The workspace's folders, and the folders of files that were opened without one, so that their descriptions are found. */
function hostOnDisk({ log, client: { options }, surroundings, opened }: HostContext): ReturnType<typeof createNodeHost> {
  return createNodeHost(log, {
    roots: () => [...surroundings.folders, ...(surroundings.folders.length === 0 ? [...opened.keys()].map(folderOf) : [])],
    consented: uri => opened.has(uri) || (options.storage !== undefined && uri.startsWith(`${copiesIn(options.storage)}/`)),
    mayWrite: () => options.trusted !== false,
  }, () => surroundings.maxWorkers, cacheFolder(options.storage));
}

/** Where the client lets copies of files be put that it wants to look at and then delete. */
const copiesIn = (storage: string): string => pathToFileURL(join(storage, 'copies')).href;

/** A folder for this very build: what another one found holds no longer. */
function cacheFolder(storage: string | undefined): string | undefined {
  if (storage === undefined) return undefined;
  const { size, mtimeMs } = statSync(__filename);
  return join(storage, `${BUILDS}${version}-${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}`);
}
