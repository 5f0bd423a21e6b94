import type { DocumentFile, DocumentList, Source } from '../../core/format.ts';
import type { Files, Refusal } from '../../core/host.ts';
import { isRefusal } from '../../core/host.ts';
import { isPackedName } from '../../util/packed.ts';
import { readAll } from '../../util/readFile.ts';
import { fileNameOf, pathBelow } from '../../util/uri.ts';
import { discover } from '../discover.ts';
import { uriOf } from '../images/imageFolder.ts';
import type { OpenedFolder } from '../images/openFolder.ts';
import { type Control, goesOn } from '../pass.ts';
import { openText } from '../text/openText.ts';
import { isTextName } from './corpora.ts';

/** Files of a corpus that are read, and bytes of each. */
export const MOST_DOCUMENTS = 500_000;
export const LARGEST_DOCUMENT = 8 * 1024 * 1024;

/** Opens the texts below a folder as one table, which reads each when it is its turn; `undefined` when cancelled. */
export async function openCorpus(uri: string, files: Files, control: Control): Promise<OpenedFolder | Refusal | undefined> {
  const facts = await files.stat(uri);
  if (isRefusal(facts)) return facts;
  if (facts.kind !== 'folder') return { refused: 'not-a-file', detail: 'not a folder' };
  const below = await documentsBelow(uri, files, control);
  if (!below) return undefined;
  const size = below.list.reduce((sum, { bytes }) => sum + bytes, 0);
  const [cut, unread] = [new Set<string>(), new Set<string>()];
  const read = async (path: string): Promise<Uint8Array> => {
    const text = await readDocument(files, uriOf(uri, path));
    if (!text) unread.add(path);
    else if (text.length >= LARGEST_DOCUMENT) cut.add(path);
    return text ? withoutMark(text) : NOTHING;
  };
  const documents: DocumentList = { files: below.list, more: below.more, cut, unread, read: row => read(below.list[row]?.path ?? '') };
  return { source: { size, read: () => Promise.resolve(0), documents }, isDocument: false, misread: undefined, close: () => Promise.resolve() };
}

async function documentsBelow(uri: string, files: Files, control: Control): Promise<{ readonly list: readonly DocumentFile[]; readonly more: boolean } | undefined> {
  const { cancellation } = control;
  const found: DocumentFile[] = [];
  let more = false;
  for await (const one of discover(files, { root: uri, include: [], exclude: [], accepts: isTextName, ...(cancellation && { cancellation }) })) {
    more = found.length >= MOST_DOCUMENTS;
    if (more || !await goesOn(control)) break;
    const [path, facts] = [pathBelow(uri, one), await files.stat(one)];
    if (path !== undefined && !isRefusal(facts) && facts.kind === 'file') found.push({ path, bytes: facts.size });
  }
  return cancellation?.cancelled === true ? undefined : { list: found.sort((a, b) => (a.path < b.path ? -1 : 1)), more };
}

const NOTHING = new Uint8Array(0);

/** The text of a file, unpacked and decoded; `undefined` where it cannot be read. */
async function readDocument(files: Files, uri: string): Promise<Uint8Array | undefined> {
  const file = await files.open(uri);
  if (isRefusal(file)) return undefined;
  try {
    const text = await openText(file, { packed: isPackedName(fileNameOf(uri)) });
    return 'unreadable' in text ? undefined : await readTo(text.source);
  } finally {
    await file.close();
  }
}

/** What is packed or decoded tells its size only when it was read. */
const readTo = (source: Source): Promise<Uint8Array> => readAll(source, Math.min(LARGEST_DOCUMENT, source.size ?? LARGEST_DOCUMENT));

const withoutMark = (text: Uint8Array): Uint8Array => (text[0] === 0xef && text[1] === 0xbb && text[2] === 0xbf ? text.subarray(3) : text);
