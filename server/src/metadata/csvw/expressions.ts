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
  const anywhere = /^\(\?s:\.\*\)(.*)\(\?s:\.\*\)$/s.exec(pattern)?.[1];
  if (anywhere !== undefined) return isOneGroup(anywhere) ? anywhere.slice(3, -1) : anywhere;
  return `^${/\|/.test(pattern) ? `(?:${pattern})` : pattern}$`;
}

/** Whether the group an expression begins with is closed by its last character. */
function isOneGroup(source: string): boolean {
  if (!source.startsWith('(?:')) return false;
  let depth = 0;
  for (const { 0: sign, index } of source.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|[()]/gs)) {
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (depth === 0 && sign === ')') return index === source.length - 1;
  }
  return false;
}
