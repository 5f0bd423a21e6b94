import type { NodePath, TextRange } from '../../core/place.ts';
import type { Fix, Json } from '../../core/problem.ts';
import type { Message } from '../../core/message.ts';
import { frontMatterOf, isMarkdown } from './frontMatter.ts';
import { parseJson } from './json.ts';
import { Lines } from './lines.ts';
import { repeatedKeys } from './keys.ts';
import { readAgain, type Reading } from './readAgain.ts';
import { spanOf, valueOf, type DocumentNode } from './tree.ts';
import { parseYaml } from './yaml.ts';

/** A description document read as far as it can be: the tree, its plain value, and what is wrong with its syntax. Never throws. */
export interface TextDocument {
  readonly root: DocumentNode | undefined;
  /** `undefined` where there is nothing to read. */
  readonly value: Json | undefined;
  readonly problems: readonly { readonly range: TextRange; readonly message: Message; readonly fix?: Fix }[];
  /** See `ParsedDescription.locate`. */
  locate(path: NodePath, part: 'key' | 'value'): TextRange;
}

/**
 * The last big documents: whoever reads one asks for it several times in a row (what it names, what it says, what stands under a cursor), and while somebody
 * types in it only what was written in is read again.
 */
const last: Known[] = [];
const BIG = 64 * 1024;
const MOST_BIG = 3;

interface Known {
  readonly text: string;
  readonly fileName: string;
  readonly document: TextDocument;
  readonly reading: Reading | undefined;
}

export function readDocument(text: string, fileName: string): TextDocument {
  const at = last.findIndex(one => one.fileName === fileName);
  const before = last[at];
  if (before?.text === text) return before.document;
  const known = readNow(text, fileName, before?.reading);
  if (at >= 0) last.splice(at, 1);
  if (known.reading || text.length > BIG) last.push(known);
  if (last.length > MOST_BIG) last.shift();
  return known.document;
}

function readNow(text: string, fileName: string, before: Reading | undefined): Known {
  const source = isYaml(fileName) ? yamlIn(text, fileName) : text;
  const isBig = source.length > BIG;
  const again = isBig && before ? readAgain(before, source) : undefined;
  const { root, errors, readPart } = again ?? (isYaml(fileName) ? parseYaml(source, isBig) : parseJson(source));
  const value = again ? again.value : root && valueOf(root);
  const repeated = again?.repeated ?? (root ? repeatedKeys(root) : []);
  const lines = new Lines(text);
  const document: TextDocument = {
    root, value,
    problems: [...errors, ...repeated].map(({ message, fix, ...span }) => ({ range: lines.range(span), message, ...(fix && { fix }) })),
    locate: (path, part) => lines.range(spanOf(root, path, part)),
  };
  return { text, fileName, document, reading: isBig && root && readPart && value !== undefined ? { text: source, root, value, errors, repeated, readPart } : undefined };
}
/** Markdown is read for the YAML at its head. */
export const isYaml = (fileName: string): boolean => /\.ya?ml$/i.test(fileName) || isMarkdown(fileName);

/** The YAML of a file, at the offsets it has there. */
export const yamlIn = (text: string, fileName: string): string => (isMarkdown(fileName) ? frontMatterOf(text)?.yaml ?? '' : text);
