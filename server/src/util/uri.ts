/**
 * One spelling for every URI: clients differ in what they percent-encode and in the case of drive letters, and documents are known by their URI.
 * Every path segment is decoded and encoded again; `file:///C:/A b` and `file:///c%3A/A%20b` become the same text. Query and fragment stay.
 */
export function canonicalUri(uri: string): string {
  const parts = /^([a-z][a-z0-9+.-]*):(?:\/\/([^/?#]*))?([^?#]*)(.*)$/is.exec(uri);
  if (!parts) return uri;
  const [, scheme = '', authority, path = '', rest = ''] = parts;
  const segments = path.split('/').map(recode);
  if (scheme === 'file' && /^[a-z]%3A$/i.test(segments[1] ?? '')) segments[1] = (segments[1] ?? '').toLowerCase().replace('%3a', '%3A');
  return `${scheme.toLowerCase()}:${authority === undefined ? '' : `//${authority}`}${segments.join('/')}${rest}`;
}

/** The last segment of a URI's path, decoded. */
export const fileNameOf = (uri: string): string => decode(uri.slice(uri.lastIndexOf('/') + 1));

/** The URI of the folder a file is in, without a slash at its end. */
export const folderOf = (uri: string): string => uri.slice(0, Math.max(0, uri.lastIndexOf('/')));

/** The URI of an entry of a folder. */
export const childOf = (folder: string, name: string): string => `${folder.replace(/\/$/, '')}/${encodeURIComponent(name)}`;

/** The decoded path of `uri` below `folder`, or `undefined` where it is not below it. Both canonical. */
export function pathBelow(folder: string, uri: string): string | undefined {
  const base = folder.endsWith('/') ? folder : `${folder}/`;
  return uri.startsWith(base) ? uri.slice(base.length).split('/').map(decode).join('/') : undefined;
}

/** Levels that are climbed at most. */
const HIGHEST = 64;

/** The folder a file is in and the folders above it, up to the root it lies in; its own folder alone where it lies in none. */
export function foldersAbove(uri: string, roots: readonly string[]): readonly string[] {
  const tops = roots.map(root => canonicalUri(root).replace(/\/$/, ''));
  const within = (folder: string): boolean => tops.some(root => canonicalUri(folder) === root || canonicalUri(folder).startsWith(`${root}/`));
  const folders = [folderOf(uri)];
  while (folders.length < HIGHEST) {
    const above = folderOf(folders.at(-1) ?? '');
    if (!within(above)) break;
    folders.push(above);
  }
  return folders;
}

/** The URI of a relative path with `/`, seen from a folder; `undefined` for absolute paths, URLs and paths above the top. */
export function resolveFrom(folder: string, path: string): string | undefined {
  if (/^[\\/]|^[a-z][a-z0-9+.-]*:/i.test(path)) return undefined;
  let at = folder.replace(/\/$/, '');
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    at = step === '..' ? folderOf(at) : childOf(at, step);
    if (/^[a-z][a-z0-9+.-]*:\/{0,2}$/i.test(at) || at === '') return undefined;
  }
  return at;
}

const recode = (segment: string): string => encodeURIComponent(decode(segment));

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
