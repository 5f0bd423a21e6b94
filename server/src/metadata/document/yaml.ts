import { Composer, Parser } from 'yaml';
import { say } from '../../core/message.ts';
import { type ParsedText, type SyntaxProblem } from './tree.ts';
import { offsetsBefore, punctuationProblem, withEdits, withOffsets, yamlPunctuation } from './punctuation.ts';
import { readPlainPart, readPlainYaml } from './yamlPlain.ts';
import { YamlReader } from './yamlReader.ts';
import { tooDeepAt } from './yamlTokens.ts';
import { composedProblems, yamlWords } from './yamlWords.ts';

/**
 * Reads YAML 1.2 with merge keys, going on after every error. What aliases expand to is bounded, see `YamlReader`. The composer recurses
 * over the nesting and a deep document would end the process, so the nesting is measured on the token tree first, which is built and walked
 * without recursion. With `mends` a broken part of a text that is plain elsewhere is read by itself, which takes a tenth of the time.
 */
export function parseYaml(text: string, mends = false): ParsedText {
  const wide = yamlPunctuation(text);
  if (wide.length === 0) return parsePlain(text, mends);
  const { root, errors } = parsePlain(withEdits(text, wide), mends);
  const back = offsetsBefore(wide);
  return { root: root && withOffsets(root, back), errors: [punctuationProblem(wide), ...errors.map(error => ({ ...error, start: back(error.start), end: back(error.end) }))] };
}

function parsePlain(text: string, mends: boolean): ParsedText {
  const plain = readPlainYaml(text, mends);
  if (!plain) return parseWhole(text);
  const { node: root, errors } = plain;
  // What is broken may take in what stands behind it.
  return errors.length > 0 ? { root, errors: errors.map(error => within(error, text.length)) } : { root, errors, readPart: readPlainPart };
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
    ...(document ? composedProblems(document) : []),
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
