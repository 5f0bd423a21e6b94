import { modify } from 'jsonc-parser';
import type { Json } from '../../core/problem.ts';
import { parseJson } from './json.ts';
import { nearestTo, renameKey, type NodeChange, type OffsetEdit } from './nodeChange.ts';
import { nodeAt } from './tree.ts';

/** Edits of JSON, in the indentation and with the line ends it has. */
export function editJson(text: string, change: NodeChange): readonly OffsetEdit[] {
  const { root } = parseJson(text);
  if (!root) return [];
  const formattingOptions = formattingOf(text);
  switch (change.do) {
    case 'rename-node': return renameKey(root, change.path, change.to, key => JSON.stringify(key));
    case 'remove-node': return change.path.length > 0 && nodeAt(root, change.path) ? modify(text, [...change.path], undefined, { formattingOptions }) : [];
    case 'set-node': {
      const nearest = nearestTo(root, change.path);
      if (!nearest) return [];
      const isInsertion = nearest.node.kind === 'array' && nearest.rest.length > 0;
      return modify(text, [...change.path], plain(change.value), { formattingOptions, isArrayInsertion: isInsertion });
    }
  }
}

/** What the text is indented and broken with; two spaces where it does not say. */
function formattingOf(text: string): { readonly tabSize: number; readonly insertSpaces: boolean; readonly eol: string } {
  const indent = /^[^\n]*\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
  return { tabSize: indent.startsWith('\t') ? 1 : indent.length, insertSpaces: !indent.startsWith('\t'), eol: text.includes('\r\n') ? '\r\n' : '\n' };
}

/** The library takes values that it could change. */
function plain(value: Json): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(value));
  return copy;
}
