import { RE2JS } from 're2js';

const LONGEST = 1000;

/** Whether a text is a regular expression of ECMAScript. It is read, never run. */
export function isRegularExpression(source: string): boolean {
  if (source.length > LONGEST) return true;
  try {
    return new RegExp(source) instanceof RegExp;
  } catch {
    return false;
  }
}

/** Whether it can be run in linear time. */
export function isEvaluable(source: string): boolean {
  if (source.length > LONGEST) return false;
  try {
    RE2JS.compile(wholePattern(source));
    return true;
  } catch {
    return false;
  }
}

/** The pattern whole texts match where the expression is found somewhere in them, which is how ECMAScript reads one without anchors. */
export const wholePattern = (source: string): string => (/^\^[^|]*[^\\|]\$$/.test(source) ? source.slice(1, -1) : `(?s:.*)(?:${source})(?s:.*)`);

/** The expression of a pattern for whole texts, as it was or with anchors. */
export function expressionOf(pattern: string): string {
  return /^\(\?s:\.\*\)\(\?:(.*)\)\(\?s:\.\*\)$/s.exec(pattern)?.[1] ?? `^${/\|/.test(pattern) ? `(?:${pattern})` : pattern}$`;
}
