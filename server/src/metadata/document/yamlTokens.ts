import { Parser, type CST } from 'yaml';
import { DEPTH_LIMIT, type Span } from './tree.ts';

/** Offset of the first token nested deeper than the limit. The token tree is built and walked without recursion. */
export function tooDeepAt(tokens: readonly CST.Token[]): number | undefined {
  const pending: { readonly token: CST.Token; readonly depth: number }[] = tokens.map(token => ({ token, depth: 0 }));
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (next.depth > DEPTH_LIMIT) return next.token.offset;
    for (const token of partsOf(next.token)) pending.push({ token, depth: next.depth + 1 });
  }
  return undefined;
}

/** Spans of plain scalars that begin as `key：`, which was meant to be a key. Quoted and block texts may hold such lines, and so may the rest of a plain one. */
export function plainScalars(text: string, begins: RegExp): readonly Span[] {
  const spans: Span[] = [];
  const pending: CST.Token[] = [...new Parser().parse(text)];
  for (let token = pending.pop(); token; token = pending.pop()) {
    if (token.type === 'scalar' && begins.test(token.source)) spans.push({ start: token.offset, end: token.offset + token.source.length });
    pending.push(...partsOf(token));
  }
  return spans;
}

function partsOf(token: CST.Token): readonly CST.Token[] {
  if (token.type === 'document') return token.value ? [token.value] : [];
  if (!('items' in token)) return [];
  return token.items.flatMap(item => [...('key' in item && item.key ? [item.key] : []), ...(item.value ? [item.value] : [])]);
}
