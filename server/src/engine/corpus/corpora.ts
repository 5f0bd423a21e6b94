import type { Files } from '../../core/host.ts';
import { isRefusal } from '../../core/host.ts';
import type { Configurations } from '../../config/configurations.ts';
import { isConfigurationName } from '../../config/configurations.ts';
import { globs } from '../../config/globs.ts';
import { fileNameOf, folderOf } from '../../util/uri.ts';
import { unpackedName } from '../../util/packed.ts';
import { isFolderUri } from '../images/imageFolder.ts';
import { discover } from '../discover.ts';

/** Files that are texts by their name. */
export const isTextName = (fileName: string): boolean => /\.(?:txt|text|md|markdown|mdx|rst)$/i.test(unpackedName(fileName));

/**
 * What is read as a corpus because somebody said so: folders, with `/` at their ends, of a document a file, and files of a passage a line. Any project has
 * texts, and those are nobody's data.
 */
export class Corpora {
  readonly #uris = new Set<string>();

  /** Notes and returns a URI. */
  added(uri: string): string {
    this.#uris.add(uri);
    return uri;
  }

  has(uri: string): boolean {
    return this.#uris.has(uri);
  }
}

/** Corpora that configurations among some files name by their `text`. What lies in a folder that is one is left to it. */
export async function namedCorpora(uris: readonly string[], files: Files, configurations: Configurations): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const uri of uris.filter(one => isConfigurationName(fileNameOf(one)))) {
    const { text = [] } = await configurations.load(uri) ?? {};
    for (const pattern of text) for (const one of await meant(folderOf(uri), pattern, files)) found.add(one);
  }
  const folders = [...found].filter(isFolderUri);
  return [...found].filter(one => !folders.some(folder => folder !== one && one.startsWith(folder)));
}

/** What a path or a glob means: the folder or the file of that name, or all files that match. */
async function meant(folder: string, pattern: string, files: Files): Promise<readonly string[]> {
  const literal = `${folder}/${pattern.replace(/^\.\//, '').replace(/\/$/, '').split('/').map(encodeURIComponent).join('/')}`;
  const facts = pattern.split('/').includes('..') ? undefined : await files.stat(literal);
  if (facts && !isRefusal(facts) && facts.kind !== 'other') return [facts.kind === 'folder' ? `${literal}/` : literal];
  const matches = globs(folder, [pattern]);
  const found: string[] = [];
  for await (const uri of discover(files, { root: folder, include: [], exclude: [], accepts: isTextName })) if (matches(uri)) found.push(uri);
  return found;
}
