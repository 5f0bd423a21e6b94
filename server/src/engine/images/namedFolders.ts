import type { Configurations } from '../../config/configurations.ts';
import { isConfigurationName } from '../../config/configurations.ts';
import type { Files } from '../../core/host.ts';
import { isRefusal } from '../../core/host.ts';
import { isImageName } from '../../images/signature.ts';
import { readText } from '../../util/readFile.ts';
import { roleOfWord } from '../../util/splitNames.ts';
import { fileNameOf, folderOf } from '../../util/uri.ts';

/** What names folders of images is read from. */
export interface Naming {
  readonly files: Files;
  readonly configurations: Configurations;
}

/**
 * Folders of images, with `/` at their ends, that files of a project name: configurations by their `images`, and lists of the names that loaders of image
 * folders look for, `metadata.csv` and `metadata.jsonl`, where there are images beside or below them. Folders within another one are left to it.
 */
export async function namedFolders(uris: readonly string[], { files, configurations }: Naming): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const uri of uris) {
    if (isConfigurationName(fileNameOf(uri))) for (const folder of (await configurations.load(uri))?.images ?? []) found.add(folder);
    else if (isListName(uri) && await listsImages(files, uri)) found.add(datasetAround(uri));
  }
  return outermost([...found]);
}

/** Images of a description from which on they are a dataset, and no picture of one. */
const LEAST = 3;

/** The folder of all images among files that a description names, with `/` at its end; none where it is not about images. */
export function folderOfImages(uris: readonly string[]): readonly string[] {
  const folders = uris.filter(isImageName).map(uri => `${folderOf(uri)}/`);
  const [first] = folders;
  if (first === undefined || folders.length < LEAST || 2 * folders.length < uris.length) return [];
  return [folders.reduce((common, folder) => {
    let shared = common;
    while (!folder.startsWith(shared)) shared = shared.slice(0, shared.lastIndexOf('/', shared.length - 2) + 1);
    return shared;
  }, first)];
}

const outermost = (folders: readonly string[]): readonly string[] => folders.filter(folder => !folders.some(other => other !== folder && folder.startsWith(other)));

/** Datasets on the Hugging Face Hub: ImageFolder with metadata. */
const isListName = (uri: string): boolean => /^metadata\.(?:csv|jsonl)$/.test(fileNameOf(uri));
/** Bytes of a list that is looked into. */
const LARGEST = 256 * 1024 * 1024;

async function listsImages(files: Files, uri: string): Promise<boolean> {
  const names = await files.list(folderOf(uri));
  if (isRefusal(names) || !names.some(name => isImageName(name) || name.endsWith('/'))) return false;
  const text = await readText(files, uri, LARGEST);
  if (typeof text !== 'string' || !/(?:^|[,"])file_name"?\s*[,:\r\n]/.test(text.slice(0, HEAD))) return false;
  return names.some(isImageName) || /[/\\][^/\\"]+\.(?:jpe?g|png|webp|gif|bmp|tiff?)\b/i.test(text.slice(0, HEAD));
}

const HEAD = 64 * 1024;

/** Parts of a dataset lie in folders beside each other, each with its list. */
function datasetAround(uri: string): string {
  const folder = folderOf(uri);
  return `${roleOfWord(fileNameOf(folder)) === undefined ? folder : folderOf(folder)}/`;
}
