import { RE2JS } from 're2js';

/** Patterns longer than this are not evaluated. */
const LONGEST = 1000;

/** Verdicts of the last patterns, because a description is read anew with every keystroke. */
const VERDICTS = new Map<string, boolean>();
const MOST_VERDICTS = 5000;

/** True where a pattern can be evaluated in linear time: what needs backtracking cannot. */
export function isEvaluable(source: string): boolean {
  if (source.length > LONGEST) return false;
  const known = VERDICTS.get(source);
  if (known !== undefined) return known;
  if (VERDICTS.size >= MOST_VERDICTS) VERDICTS.clear();
  const verdict = compiles(source);
  VERDICTS.set(source, verdict);
  return verdict;
}

function compiles(source: string): boolean {
  try {
    RE2JS.compile(source);
    return true;
  } catch {
    return false;
  }
}

const REST = '(?s:.*)';

/** A pattern that may be found anywhere in a text, as one that all of the text has to be; `undefined` where it cannot be evaluated. */
export function anywhere(source: string): string | undefined {
  if (!isEvaluable(source)) return undefined;
  if (/[|()]/.test(source)) return `${REST}(?:${source})${REST}`;
  const [begins, ends] = [source.startsWith('^'), /(?:^|[^\\])(?:\\\\)*\$$/.test(source)];
  return `${begins ? '' : REST}${source.slice(begins ? 1 : 0, ends ? -1 : undefined)}${ends ? '' : REST}`;
}
