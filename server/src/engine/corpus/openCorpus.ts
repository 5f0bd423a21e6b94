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
  const list = await documentsBelow(uri, files, control);
  if (!list) return undefined;
  const size = list.reduce((sum, { bytes }) => sum + bytes, 0);
  const documents: DocumentList = { files: list, read: row => readDocument(files, uriOf(uri, list[row]?.path ?? '')) };
  return { source: { size, read: () => Promise.resolve(0), documents }, isDocument: false, misread: undefined, close: () => Promise.resolve() };
}

async function documentsBelow(uri: string, files: Files, control: Control): Promise<readonly DocumentFile[] | undefined> {
  const { cancellation } = control;
  const found: DocumentFile[] = [];
  for await (const one of discover(files, { root: uri, include: [], exclude: [], accepts: isTextName, ...(cancellation && { cancellation }) })) {
    const [path, facts] = [pathBelow(uri, one), await files.stat(one)];
    if (path !== undefined && !isRefusal(facts) && facts.kind === 'file') found.push({ path, bytes: facts.size });
    if (found.length >= MOST_DOCUMENTS || !await goesOn(control)) break;
  }
  return cancellation?.cancelled === true ? undefined : found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

const NOTHING = new Uint8Array(0);

/** The text of a file, unpacked and decoded, without its mark. */
async function readDocument(files: Files, uri: string): Promise<Uint8Array> {
  const file = await files.open(uri);
  if (isRefusal(file)) return NOTHING;
  try {
    const text = await openText(file, { packed: isPackedName(fileNameOf(uri)) });
    return 'unreadable' in text ? NOTHING : withoutMark(await readTo(text.source));
  } finally {
    await file.close();
  }
}

/** What is packed or decoded tells its size only when it was read. */
const readTo = (source: Source): Promise<Uint8Array> => readAll(source, Math.min(LARGEST_DOCUMENT, source.size ?? LARGEST_DOCUMENT));

const withoutMark = (text: Uint8Array): Uint8Array => (text[0] === 0xef && text[1] === 0xbb && text[2] === 0xbf ? text.subarray(3) : text);
