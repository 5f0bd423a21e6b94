import { RE2JS } from 're2js';

/** Patterns longer than this are not evaluated. */
const LONGEST = 1000;

/** True where a pattern can be evaluated in linear time: what needs backtracking cannot. */
export function isEvaluable(source: string): boolean {
  if (source.length > LONGEST) return false;
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
