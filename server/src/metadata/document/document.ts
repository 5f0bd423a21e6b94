import type { NodePath, TextRange } from '../../core/place.ts';
import type { Fix, Json } from '../../core/problem.ts';
import type { Message } from '../../core/message.ts';
import { frontMatterOf, isMarkdown } from './frontMatter.ts';
import { parseJson } from './json.ts';
import { Lines } from './lines.ts';
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

/** The last big document, because whoever reads it asks for it several times in a row: what it names, what it says, what stands under a cursor. */
let last: { readonly text: string; readonly fileName: string; readonly document: TextDocument } | undefined;
const BIG = 64 * 1024;

export function readDocument(text: string, fileName: string): TextDocument {
  if (last?.fileName === fileName && last.text === text) return last.document;
  const document = readAnew(text, fileName);
  if (text.length > BIG) last = { text, fileName, document };
  return document;
}

function readAnew(text: string, fileName: string): TextDocument {
  const { root, problems } = isYaml(fileName) ? parseYaml(yamlIn(text, fileName)) : parseJson(text);
  const lines = new Lines(text);
  return {
    root,
    value: root && valueOf(root),
    problems: problems.map(({ message, fix, ...span }) => ({ range: lines.range(span), message, ...(fix && { fix }) })),
    locate: (path, part) => lines.range(spanOf(root, path, part)),
  };
}

/** Markdown is read for the YAML at its head. */
export const isYaml = (fileName: string): boolean => /\.ya?ml$/i.test(fileName) || isMarkdown(fileName);

/** The YAML of a file, at the offsets it has there. */
export const yamlIn = (text: string, fileName: string): string => (isMarkdown(fileName) ? frontMatterOf(text)?.yaml ?? '' : text);
