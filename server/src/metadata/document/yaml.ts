import { Composer, Parser } from 'yaml';
import { say } from '../../core/message.ts';
import { type ParsedText, type SyntaxProblem } from './tree.ts';
import { offsetsBefore, punctuationProblem, withEdits, withOffsets, yamlPunctuation } from './punctuation.ts';
import { readPlainPart, readPlainYaml } from './yamlPlain.ts';
import { YamlReader } from './yamlReader.ts';
import { tooDeepAt } from './yamlTokens.ts';
import { yamlWords } from './yamlWords.ts';

/**
 * Reads YAML 1.2 with merge keys, going on after every error. What aliases expand to is bounded, see `YamlReader`. The composer recurses
 * over the nesting and a deep document would end the process, so the nesting is measured on the token tree first, which is built and walked
 * without recursion.
 */
export function parseYaml(text: string): ParsedText {
  const wide = yamlPunctuation(text);
  if (wide.length === 0) return parsePlain(text);
  const { root, errors } = parsePlain(withEdits(text, wide));
  const back = offsetsBefore(wide);
  return { root: root && withOffsets(root, back), errors: [punctuationProblem(wide), ...errors.map(error => ({ ...error, start: back(error.start), end: back(error.end) }))] };
}

function parsePlain(text: string): ParsedText {
  const plain = readPlainYaml(text);
  return plain ? { root: plain, errors: [], readPart: readPlainPart } : parseWhole(text);
}

/** With the parser, which reads everything. */
export function parseWhole(text: string): ParsedText {
  const tokens = [...new Parser().parse(text)];
  const start = tooDeepAt(tokens);
  if (start !== undefined) return { root: undefined, errors: [{ start, end: start + 1, message: say`Nested too deeply to be read` }] };
  const [document, second] = new Composer({ uniqueKeys: false }).compose(tokens, true, text.length);
  const reader = new YamlReader();
  const root = document?.contents ? reader.read(document.contents) : undefined;
  const errors = [
    ...[...(document?.errors ?? []), ...(document?.warnings ?? [])].map(({ code, pos }) => ({ start: pos[0], end: pos[1], message: yamlWords(code) })),
    ...(second ? [{ start: second.range[0], end: second.range[0] + 1, message: yamlWords('MULTIPLE_DOCS') }] : []),
    ...reader.problems,
  ];
  return { root, errors: errors.map(error => within(error, text.length)) };
}

/** The parser may point past the end, or at nothing. */
function within({ start, end, message }: SyntaxProblem, length: number): SyntaxProblem {
  const from = Math.max(0, Math.min(start, length - 1));
  return { start: from, end: Math.min(length, Math.max(end, from + 1)), message };
}
