import type { Files, Refusal } from '../../server/src/core/host.ts';
import { sourceOf } from './check.ts';

/** Files whose texts are the values of an object, by URI; changing the object changes the files. */
export function memoryFiles(texts: Readonly<Record<string, string>>): Files {
  const missing: Refusal = { refused: 'missing', detail: 'not there' };
  const readOnly: Refusal = { refused: 'not-permitted', detail: 'not written to' };
  const bytesAt = (uri: string): Uint8Array | undefined => (texts[uri] === undefined ? undefined : new TextEncoder().encode(texts[uri]));
  return {
    stat: uri => Promise.resolve(bytesAt(uri) ? { kind: 'file', size: bytesAt(uri)?.length ?? 0, modified: 0 } : missing),
    open: uri => {
      const bytes = bytesAt(uri);
      return Promise.resolve(bytes ? { ...sourceOf(bytes), size: bytes.length, close: () => Promise.resolve() } : missing);
    },
    list: () => Promise.resolve(missing),
    write: () => Promise.resolve(readOnly),
    replace: () => Promise.resolve(readOnly),
    create: () => Promise.resolve(readOnly),
  };
}
