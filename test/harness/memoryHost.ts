import type { Files, Host, Refusal } from '../../server/src/core/host.ts';
import type { Cut } from './check.ts';
import { sourceOf } from './check.ts';

/** Where the files of an example live. */
export const FOLDER = 'memory:/example/';

/** The URI that a file of an example goes by. */
export const uriOf = (file: string): string => FOLDER + file.split('/').map(encodeURIComponent).join('/');

/** A host whose disk is a map from file names to bytes. A rule that fails fails the test: errors in the log are thrown. */
export function memoryHost(dataset: ReadonlyMap<string, { readonly bytes: Uint8Array }>, cut: Cut = 'whole'): Host {
  return {
    files: filesOf(dataset, cut),
    log: { info: () => undefined, warn: () => undefined, error: (text, cause) => { throw new Error(text, { cause }); } },
    now: () => 0,
    today: () => new Date(Date.UTC(2026, 0, 1)),
    pause: () => Promise.resolve(),
  };
}

const READ_ONLY: Refusal = { refused: 'not-permitted', detail: 'examples are not written to' };

function filesOf(dataset: ReadonlyMap<string, { readonly bytes: Uint8Array }>, cut: Cut): Files {
  const missing: Refusal = { refused: 'missing', detail: 'not in the example' };
  const bytesAt = (uri: string): Uint8Array | undefined => dataset.get(decodeURIComponent(uri).slice(FOLDER.length))?.bytes;
  const isFolder = (uri: string): boolean => uri.endsWith('/') && [...dataset.keys()].some(file => file.startsWith(decodeURIComponent(uri).slice(FOLDER.length)));
  return {
    stat(uri) {
      const bytes = bytesAt(uri);
      return Promise.resolve(bytes ? { kind: 'file', size: bytes.length, modified: 0 } : isFolder(uri) ? { kind: 'folder', size: 0, modified: 0 } : missing);
    },
    open(uri) {
      const bytes = bytesAt(uri);
      return Promise.resolve(bytes ? { ...sourceOf(bytes, cut), close: () => Promise.resolve() } : missing);
    },
    list(uri) {
      const folder = decodeURIComponent(`${uri.replace(/\/$/, '')}/`).slice(FOLDER.length);
      const below = [...dataset.keys()].filter(file => file.startsWith(folder)).map(file => file.slice(folder.length));
      const names = below.map(path => (path.includes('/') ? path.slice(0, path.indexOf('/') + 1) : path));
      return Promise.resolve(uri.startsWith(FOLDER.slice(0, -1)) && names.length > 0 ? [...new Set(names)] : missing);
    },
    write: () => Promise.resolve(READ_ONLY),
    replace: () => Promise.resolve(READ_ONLY),
    create: () => Promise.resolve(READ_ONLY),
  };
}
