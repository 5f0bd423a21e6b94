import type { NodePath, TextRange } from '../core/place.ts';
import type { ParsedDescription } from '../core/standard.ts';
import { canonicalUri } from '../util/uri.ts';
import { isDescriptionUri } from './registry.ts';
import { resolvePath } from './resourcePaths.ts';

/** Where a node of a description stands: in its own document, or in one that was read into it. */
export interface NodeHome {
  readonly uri: string;
  /** From the root of that document. */
  readonly path: NodePath;
  locate(path: NodePath, part: 'key' | 'value'): TextRange;
}

/** A document that was read in and that is no description by its name is not shown by itself; what is wrong there is shown at its path. */
export function homeOf(descriptionUri: string, parsed: ParsedDescription, path: NodePath): NodeHome {
  const part = parsed.parts?.find(({ at }) => at.every((step, i) => path[i] === step));
  const uri = part && resolvePath(descriptionUri, part.path).uri;
  if (!part || uri === undefined || !isDescriptionUri(uri)) return { uri: descriptionUri, path, locate: parsed.locate };
  return { uri: canonicalUri(uri), path: path.slice(part.at.length), locate: part.locate };
}

/** The documents that were read into a description. */
export const partUris = (descriptionUri: string, { parts = [] }: ParsedDescription): readonly string[] =>
  parts.flatMap(({ path }) => { const { uri } = resolvePath(descriptionUri, path); return uri === undefined ? [] : [canonicalUri(uri)]; });
