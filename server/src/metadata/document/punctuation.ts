import { count, say, value } from '../../core/message.ts';
import type { OffsetEdit } from './nodeChange.ts';
import type { DocumentNode, SyntaxProblem } from './tree.ts';
import { plainScalars } from './yamlTokens.ts';

/** Full-width punctuation, as Chinese and Japanese keyboards type it, with what JSON means by it. */
const PLAIN: Readonly<Record<string, string>> = {
  '，': ',', '、': ',', '：': ':', '｛': '{', '｝': '}', '［': '[', '］': ']', '“': '"', '”': '"', '„': '"', '＂': '"', '\u3000': ' ',
};
const OPENING = new Set(['“', '”', '„', '＂']);
const MAY_HAVE = /[，、：｛｝［］“”„＂\u3000]/;

/** Full-width punctuation outside of the texts of a JSON document, each with what should stand there, which is as long. */
export function jsonPunctuation(text: string): readonly OffsetEdit[] {
  if (!MAY_HAVE.test(text)) return [];
  const edits: OffsetEdit[] = [];
  const note = (offset: number): void => {
    edits.push({ offset, length: 1, content: PLAIN[text[offset] ?? ''] ?? '' });
  };
  for (let i = 0; i < text.length; i++) {
    const letter = text[i] ?? '';
    if (letter === '"') i = endOfString(text, i + 1, false).end;
    else if (OPENING.has(letter)) {
      const { end, closing } = endOfString(text, i + 1, true);
      note(i);
      if (closing && text[end] !== '"') note(end);
      i = end;
    } else if (PLAIN[letter] !== undefined) note(i);
  }
  return edits;
}

/** Where a string ends: at its closing quote, which may be a typographic one where the opening one was, or before the end of its line. */
function endOfString(text: string, from: number, typographic: boolean): { readonly end: number; readonly closing: boolean } {
  for (let i = from; i < text.length; i++) {
    const letter = text[i] ?? '';
    if (letter === '\\') i++;
    else if (letter === '\n') return { end: i, closing: false };
    else if (letter === '"' || (typographic && (letter === '”' || letter === '＂' || letter === '“'))) return { end: i, closing: true };
  }
  return { end: text.length, closing: false };
}

/** `key：value` at the start of a line of YAML: there a space has to stand behind the colon. */
const WIDE_COLON = /^[ \t]*(?:- +)*[A-Za-z_$][\w$-]*(：)(?=([ \t\r\n]|$)?)/gm;

/** Full-width colons behind the keys of a YAML document. In values they are letters like any other. */
export function yamlPunctuation(text: string): readonly OffsetEdit[] {
  if (!text.includes('：')) return [];
  const scalars = plainScalars(text, /^[A-Za-z_$][\w$-]*：/);
  if (scalars.length === 0) return [];
  const found = [...text.matchAll(WIDE_COLON)].filter(({ index, 0: { length } }) => scalars.some(({ start, end }) => start < index + length && index + length <= end));
  return found.map(match => ({ offset: match.index + match[0].length - 1, length: 1, content: match[2] === undefined ? ': ' : ':' }));
}

export function withEdits(text: string, edits: readonly OffsetEdit[]): string {
  let result = '';
  let at = 0;
  for (const { offset, length, content } of edits) {
    result += text.slice(at, offset) + content;
    at = offset + length;
  }
  return result + text.slice(at);
}

/** Turns an offset of the text after edits into one of the text before them. */
export function offsetsBefore(edits: readonly OffsetEdit[]): (offset: number) => number {
  let added = 0;
  const longer = edits.flatMap(({ offset, length, content }) => {
    if (content.length === length) return [];
    added += content.length - length;
    return [{ from: offset + added, added }];
  });
  return offset => offset - (longer.filter(({ from }) => from < offset).at(-1)?.added ?? 0);
}

/** A tree with all its offsets moved. */
export function withOffsets(node: DocumentNode, move: (offset: number) => number): DocumentNode {
  const span = { start: move(node.start), end: move(node.end) };
  if (node.kind === 'array') return { ...node, ...span, items: node.items.map(item => withOffsets(item, move)) };
  if (node.kind === 'scalar') return { ...node, ...span };
  return {
    ...node, ...span, properties: node.properties.map(({ key, keySpan, value: inner }) => ({
      key, keySpan: { ...keySpan, start: move(keySpan.start), end: move(keySpan.end) }, value: withOffsets(inner, move),
    })),
  };
}

/** One complaint about all of them, at the first. */
export function punctuationProblem(edits: readonly OffsetEdit[]): SyntaxProblem {
  const [first] = edits;
  const start = first?.offset ?? 0;
  const plain = value(first?.content.trim() ?? '', -1);
  return {
    start, end: start + 1,
    message: edits.length === 1
      ? say`Full-width punctuation stands here instead of ${plain}`
      : say`Full-width punctuation stands here and in ${count(edits.length - 1, 'place')} more instead of characters such as ${plain}`,
    fix: { title: say`Write the punctuation in half width`, safety: 'safe', change: { do: 'half-width-node', path: [] } },
  };
}
