import { count, name, say } from '../../core/message.ts';
import { quantile } from '../measure.ts';
import type { TableColumn } from '../table.ts';
import { matrixOf, type View } from './view.ts';

/** Tokens an example has at most: what follows is cut off, so that a network can be trained in seconds. */
const MOST_TOKENS = 64;
const LEAST_TOKENS = 4;
/** Different tokens that are told apart. */
const MOST_WORDS = 5000;
/** Tokens a column of prose has on average; identifiers and names have fewer. */
const PROSE = 3;
/** Texts that tell whether a column holds prose. */
const LOOKED_AT = 200;

/** Whether the texts of a column are sentences rather than names or identifiers. */
export function isProse({ texts }: TableColumn): boolean {
  const some = texts.slice(0, LOOKED_AT);
  return some.length > 0 && some.reduce((sum, text) => sum + tokensOf(text).length, 0) >= PROSE * some.length;
}

/** The texts of a column as numbers of tokens: 0 where a text has ended, 1 for a token the training rows hardly know. */
export function textView(column: TableColumn, training: Uint32Array): View {
  const known = column.texts.map(tokensOf);
  const tokens = (row: number): readonly string[] => known[column.codes[row] ?? -1] ?? [];
  const lengths = Float64Array.from(training, row => tokens(row).length).sort();
  const length = Math.max(LEAST_TOKENS, Math.min(MOST_TOKENS, Math.ceil(quantile(lengths, 0.95))));
  const numbers = vocabularyOf(training, tokens);
  const cut = lengths.reduce((sum, each) => sum + (each > length ? 1 : 0), 0);
  return {
    example: { kind: 'text', shape: [length], vocabulary: numbers.size + FIRST },
    features: [{ column: column.name, from: 0, width: length }],
    matrix: rows => matrixOf(rows, length, (row, target) => tokens(row).slice(0, length).forEach((token, i) => { target[i] = numbers.get(token) ?? UNKNOWN; })),
    notices: cut === 0 ? [] : [say`Of ${name(column.name)} the first ${count(length, 'token')} are read; ${count(cut, 'text')} of the training rows are longer.`],
  };
}

const UNKNOWN = 1;
const FIRST = 2;

/** The most frequent tokens of the training rows; one that occurs once teaches nothing. */
function vocabularyOf(training: Uint32Array, tokens: (row: number) => readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of training) for (const token of tokens(row)) counts.set(token, (counts.get(token) ?? 0) + 1);
  const frequent = [...counts].filter(([, times]) => times > 1).sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)).slice(0, MOST_WORDS);
  return new Map(frequent.map(([token], i) => [token, i + FIRST]));
}

/** Words in lower case, numbers, and every other sign by itself; of scripts without spaces every character. */
const tokensOf = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? [];
