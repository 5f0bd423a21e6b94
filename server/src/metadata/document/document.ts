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

export function readDocument(text: string, fileName: string): TextDocument {
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
