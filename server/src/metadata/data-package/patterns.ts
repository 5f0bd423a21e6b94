import { RE2JS } from 're2js';
import { count, say, type Message } from '../../core/message.ts';
import type { Json } from '../../core/problem.ts';
import { textOf } from '../document/shape.ts';

const LONGEST_PATTERN = 1000;

/** Patterns run in linear time or not at all; what needs backtracking is refused. */
export function patternProblem(value: Json | undefined): Message | undefined {
  const source = textOf(value);
  if (source === undefined) return undefined;
  if (source.length > LONGEST_PATTERN) return say`A pattern of more than ${count(LONGEST_PATTERN, 'character')} is not checked`;
  return isEvaluable(source) ? undefined : say`This pattern cannot be evaluated here, so it is not checked`;
}

/** True where a pattern can be evaluated in linear time. */
export function isEvaluable(source: string): boolean {
  if (source.length > LONGEST_PATTERN) return false;
  try {
    RE2JS.compile(source);
    return true;
  } catch {
    return false;
  }
}
