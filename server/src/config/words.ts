import type { Files } from '../core/host.ts';
import { name, say } from '../core/message.ts';
import type { Json } from '../core/problem.ts';
import type { Complaint } from '../core/standard.ts';
import { isJsonObject } from '../util/json.ts';
import { readText } from '../util/readFile.ts';
import type { WordList } from '../util/text/wordLists.ts';
import { folderOf, resolveFrom } from '../util/uri.ts';
import { textsOf } from './layer.ts';

/** Lists of words that a configuration has, with what is wrong with them and the files they are from. */
export interface LoadedWords {
  readonly lists: readonly WordList[];
  readonly complaints: readonly Complaint[];
  readonly sources: readonly string[];
}

const LARGEST = 16 * 1024 * 1024;

/** By name, a list of words or the path of a file of a word a line; lines that begin with `#` are comments. */
export async function loadWords(files: Files, json: Json | undefined, uri: string): Promise<LoadedWords> {
  const lists: WordList[] = [];
  const complaints: Complaint[] = [];
  const sources: string[] = [];
  for (const [list, value] of Object.entries(isJsonObject(json) ? json : {})) {
    if (typeof value !== 'string') {
      lists.push({ name: list, words: textsOf(value) ?? [] });
      continue;
    }
    const target = resolveFrom(folderOf(uri), value);
    const text = target === undefined ? undefined : await readText(files, target, LARGEST);
    if (target !== undefined) sources.push(target);
    if (typeof text === 'string') lists.push({ name: list, words: linesOf(text) });
    else complaints.push({ kind: 'reference', path: ['words', list], part: 'value', message: say`${name(value)} cannot be read from here` });
  }
  return { lists, complaints, sources };
}

const linesOf = (text: string): readonly string[] => text.split(/\r?\n/).map(line => line.trim()).filter(line => line !== '' && !line.startsWith('#'));
