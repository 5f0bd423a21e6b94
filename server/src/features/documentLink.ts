import { type DocumentLink, DocumentLinkRequest } from 'vscode-languageserver';
import type { ResourceDescription } from '../core/description.ts';
import type { NodePath } from '../core/place.ts';
import { resolvePath } from '../engine/resourcePaths.ts';
import { readDocument } from '../metadata/document/document.ts';
import { nodeAt } from '../metadata/document/tree.ts';
import { isPattern } from '../util/pathPattern.ts';
import { type OpenDescription, openDescription } from './shared/openDescription.ts';
import { type Session, fromClient, rangesFor } from './shared/session.ts';
import { answer, defineFeature } from './feature.ts';

/** Files that a description names, to be opened by a click. Addresses on the network are left to the editor, which knows them by itself. */
export default defineFeature({
  capabilities: () => ({ documentLinkProvider: {} }),
  register: answer(DocumentLinkRequest.type, (session, { textDocument }) => linksIn(session, fromClient(textDocument.uri))),
});

/** Links one document has at most. */
const LIMIT = 2000;

async function linksIn(session: Session, uri: string): Promise<DocumentLink[]> {
  const open = await openDescription(session, uri);
  if (!open?.parsed.description) return [];
  const toRange = await rangesFor(session, uri);
  const named = [
    ...open.parsed.description.resources.flatMap(resource => pathsOf(resource).filter(({ path }) => resource.globs !== true || !isPattern(path))),
    ...(open.parsed.parts ?? []).map(({ at, path }) => ({ path, node: at })),
  ].slice(0, LIMIT);
  return named.flatMap(({ path, node }) => {
    const target = resolvePath(uri, path).uri;
    const isThere = target !== undefined && isText(open, node);
    return isThere ? [{ range: toRange(open.parsed.locate(node, 'value')), target }] : [];
  });
}

function pathsOf({ paths, pathNodes, node }: ResourceDescription): readonly { readonly path: string; readonly node: NodePath }[] {
  return paths.map((path, i) => ({ path, node: pathNodes?.[i] ?? [...node, 'path', ...(paths.length > 1 ? [i] : [])] }));
}

/** A path may come from elsewhere in the document, or from another one. */
const isText = ({ text, fileName }: OpenDescription, node: NodePath): boolean => nodeAt(readDocument(text, fileName).root, node)?.kind === 'scalar';
