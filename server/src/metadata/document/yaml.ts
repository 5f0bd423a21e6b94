import { Composer, Parser, type CST } from 'yaml';
import { say } from '../../core/message.ts';
import { repeatedKeys } from './keys.ts';
import { DEPTH_LIMIT, type ParsedText, type SyntaxProblem } from './tree.ts';
import { YamlReader } from './yamlReader.ts';
import { yamlWords } from './yamlWords.ts';

/**
 * Reads YAML 1.2 with merge keys, going on after every error. What aliases expand to is bounded, see `YamlReader`. The composer recurses
 * over the nesting and a deep document would end the process, so the nesting is measured on the token tree first, which is built and walked
 * without recursion.
 */
export function parseYaml(text: string): ParsedText {
  const tokens = [...new Parser().parse(text)];
  const start = tooDeepAt(tokens);
  if (start !== undefined) return { root: undefined, problems: [{ start, end: start + 1, message: say`Nested too deeply to be read` }] };
  const [document, second] = new Composer({ uniqueKeys: false }).compose(tokens, true, text.length);
  const reader = new YamlReader();
  const root = document?.contents ? reader.read(document.contents) : undefined;
  const problems = [
    ...[...(document?.errors ?? []), ...(document?.warnings ?? [])].map(({ code, pos }) => ({ start: pos[0], end: pos[1], message: yamlWords(code) })),
    ...(second ? [{ start: second.range[0], end: second.range[0] + 1, message: yamlWords('MULTIPLE_DOCS') }] : []),
    ...reader.problems,
    ...(root ? repeatedKeys(root) : []),
  ];
  return { root, problems: problems.map(problem => within(problem, text.length)) };
}

/** The parser may point past the end, or at nothing. */
function within({ start, end, message }: SyntaxProblem, length: number): SyntaxProblem {
  const from = Math.max(0, Math.min(start, length - 1));
  return { start: from, end: Math.min(length, Math.max(end, from + 1)), message };
}

function tooDeepAt(tokens: readonly CST.Token[]): number | undefined {
  const pending: { readonly token: CST.Token; readonly depth: number }[] = tokens.map(token => ({ token, depth: 0 }));
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (next.depth > DEPTH_LIMIT) return next.token.offset;
    for (const token of partsOf(next.token)) pending.push({ token, depth: next.depth + 1 });
  }
  return undefined;
}

function partsOf(token: CST.Token): readonly CST.Token[] {
  if (token.type === 'document') return token.value ? [token.value] : [];
  if (!('items' in token)) return [];
  return token.items.flatMap(item => [...('key' in item && item.key ? [item.key] : []), ...(item.value ? [item.value] : [])]);
}
