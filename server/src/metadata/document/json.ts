import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { say, type Message } from '../../core/message.ts';
import { DEPTH_LIMIT, type DocumentNode, type ParsedText, type PartReader, type Property, type SyntaxProblem } from './tree.ts';
import { jsonPunctuation, punctuationProblem, withEdits } from './punctuation.ts';

/**
 * Reads JSON, going on after every error. Comments are complained about and skipped; a byte-order mark is passed over. Full-width punctuation is read as
 * what it stands for, and complained about once.
 */
export function parseJson(text: string): ParsedText {
  const wide = jsonPunctuation(text);
  const { root, errors, isClosed } = parsePlain(wide.length === 0 ? text : withEdits(text, wide));
  if (wide.length > 0) return { root, errors: [punctuationProblem(wide), ...errors] };
  return { root, errors, ...(isClosed && { readPart }) };
}

/** An object, a list or a text of a JSON document, read by itself: the parser keeps nothing in mind that stands around it. */
const readPart: PartReader = (text, old, { start, end, depth }) => {
  const own = text.slice(start, end);
  if (jsonPunctuation(own).length > 0 || tooDeepAt(own, depth) >= 0) return undefined;
  if (old.kind === 'scalar') return own.startsWith('"') && isJson(own) ? { node: { start: 0, end: own.length, kind: 'scalar', value: scalarOf(JSON.parse(own)) }, errors: [] } : undefined;
  const { root, errors, isClosed } = parsePlain(own);
  return isClosed && root?.start === 0 && root.end === own.length ? { node: root, errors } : undefined;
};

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** `isClosed`: no bracket stays open, so that every node ends where the parser came back from it. */
function parsePlain(text: string): ParsedText & { readonly isClosed: boolean } {
  const depth = tooDeepAt(text, 0);
  if (depth >= 0) return { root: undefined, errors: [{ start: depth, end: depth + 1, message: say`Nested too deeply to be read` }], isClosed: false };
  const errors: ParseError[] = [];
  const tree = parseTree(withoutMark(text), errors, { disallowComments: true });
  const isClosed = !errors.some(({ error }) => /^Close/.test(printParseErrorCode(error)));
  return { root: tree && convert(tree), errors: onePerPlace(errors.map(error => commaBefore(error, text) ?? toProblem(error, text))), isClosed };
}

/** What the parser says next of the same place follows from what it said first. */
function onePerPlace(problems: readonly SyntaxProblem[]): readonly SyntaxProblem[] {
  const starts = new Set<number>();
  return problems.filter(({ start }) => !starts.has(start) && starts.add(start));
}

/** Offsets stay what they are: the mark is replaced, not removed. */
const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text);

/** Offset of the first bracket nested deeper than the limit, or -1; strings are passed over. */
function tooDeepAt(text: string, around: number): number {
  let depth = around;
  for (const match of text.matchAll(/"(?:[^"\\\n]|\\.)*"?|[[{]|[\]}]/g)) {
    if (match[0] === '[' || match[0] === '{') depth++;
    else if (match[0] === ']' || match[0] === '}') depth--;
    if (depth > DEPTH_LIMIT) return match.index;
  }
  return -1;
}

function convert(node: Node): DocumentNode | undefined {
  const span = { start: node.offset, end: node.offset + node.length };
  switch (node.type) {
    case 'object':
      return { ...span, kind: 'object', properties: (node.children ?? []).flatMap(convertProperty) };
    case 'array':
      return { ...span, kind: 'array', items: (node.children ?? []).flatMap(child => convert(child) ?? []) };
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return { ...span, kind: 'scalar', value: scalarOf(node.value) };
    case 'property':
      return undefined;
  }
}

/** A key without a value (still being typed) is left out: the parser has complained of it. */
function convertProperty(node: Node): readonly Property[] {
  const [key, value] = node.children ?? [];
  const converted = value && convert(value);
  if (!key || !converted) return [];
  return [{ key: String(scalarOf(key.value)), keySpan: { start: key.offset, end: key.offset + key.length }, value: converted }];
}

function scalarOf(value: unknown): string | number | boolean | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** The parser stops at the bracket after a comma that is one too many; what is wrong is the comma. */
function commaBefore({ error, offset }: ParseError, text: string): SyntaxProblem | undefined {
  if (!['PropertyNameExpected', 'ValueExpected'].includes(printParseErrorCode(error)) || !/[}\]]/.test(text[offset] ?? '')) return undefined;
  const start = text.slice(0, offset).trimEnd().length - 1;
  return text[start] === ',' ? { start, end: start + 1, message: say`This comma is one too many` } : undefined;
}

function toProblem({ error, offset, length }: ParseError, text: string): SyntaxProblem {
  const start = Math.min(offset, Math.max(0, text.length - 1));
  return { start, end: Math.min(text.length, start + Math.max(1, length)), message: wordsOf(printParseErrorCode(error)) };
}

function wordsOf(error: string): Message {
  switch (error) {
    case 'InvalidSymbol': return say`Not JSON: strings stand in double quotes, and the only bare words are true, false and null`;
    case 'InvalidNumberFormat':
    case 'UnexpectedEndOfNumber': return say`Not a number as JSON writes them`;
    case 'PropertyNameExpected': return say`A key in double quotes is expected here`;
    case 'ValueExpected': return say`A value is expected here`;
    case 'ColonExpected': return say`A colon is expected between key and value`;
    case 'CommaExpected': return say`A comma is expected before this`;
    case 'CloseBraceExpected': return say`A closing brace is missing`;
    case 'CloseBracketExpected': return say`A closing bracket is missing`;
    case 'EndOfFileExpected': return say`Nothing may follow the closing brace of the document`;
    case 'InvalidCommentToken': return say`JSON has no comments; other readers of this file will stop here`;
    case 'UnexpectedEndOfComment': return say`This comment is never closed, and JSON has no comments`;
    case 'UnexpectedEndOfString': return say`This string is never closed`;
    case 'InvalidUnicode': return say`Four hexadecimal digits are expected after \\u`;
    case 'InvalidEscapeCharacter': return say`JSON has no such escape in a string`;
    case 'InvalidCharacter': return say`Control characters in a string are written as escapes`;
    default: return say`This cannot be read as JSON here`;
  }
}
