import { getLocation } from 'jsonc-parser';
import { isYaml, yamlIn } from './document.ts';
import type { Cursor } from './tree.ts';
import { yamlCursor } from './yamlCursor.ts';

/** The cursor at an offset of UTF-16 units. */
export function cursorAt(text: string, fileName: string, offset: number): Cursor {
  return isYaml(fileName) ? yamlCursor(yamlIn(text, fileName), offset) : jsonCursor(text, offset);
}

function jsonCursor(text: string, offset: number): Cursor {
  const { path, isAtPropertyKey, previousNode } = getLocation(text, offset);
  const inNode = previousNode !== undefined && previousNode.offset <= offset && offset <= previousNode.offset + previousNode.length;
  const word = inNode ? undefined : /[\w$.-]*$/.exec(text.slice(0, offset))?.[0] ?? '';
  const start = inNode ? previousNode.offset : offset - (word?.length ?? 0);
  const end = inNode ? closedEnd(text, previousNode.offset, previousNode.length) : offset;
  const after = /^\s*(\S?)/.exec(text.slice(end))?.[1] ?? '';
  return {
    path: isAtPropertyKey ? path.slice(0, -1) : path,
    at: isAtPropertyKey ? 'key' : 'value',
    start, end, hasValue: after === ':', needsComma: after !== '' && !',:}]'.includes(after),
  };
}

/** A string that is never closed reaches into what follows; only the word itself is replaced. */
function closedEnd(text: string, start: number, length: number): number {
  const content = text.slice(start, start + length);
  if (!content.startsWith('"') || (content.length > 1 && content.endsWith('"'))) return start + length;
  return start + (/^"[^"\n,:]*/.exec(content)?.[0].trimEnd().length ?? length);
}
