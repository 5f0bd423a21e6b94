import { resolveEscapes } from '../jsonString.ts';
import type { Stretch, Turn, TurnText } from './turns.ts';

/** One of two answers: a text, or the turns of a conversation. */
interface Answer extends Stretch {
  readonly turns: readonly Turn[];
}

interface Answers {
  readonly bytes: Uint8Array;
  readonly chosen: Answer;
  readonly rejected: Answer;
  /** Whether the prompt stands apart; both answers begin with it elsewhere. */
  readonly hasPrompt: boolean;
}

/** What makes two answers teach nothing, or something wrong. */
export function judgeAnswers({ bytes, chosen, rejected, hasPrompt }: Answers): 'equal-preference' | 'cut-preference' | 'different-prompts' | undefined {
  const [better, worse] = [contentsOf(bytes, chosen), contentsOf(bytes, rejected)];
  if (better.length === 0 || worse.length === 0) return undefined;
  if (better.join(BETWEEN) === worse.join(BETWEEN)) return 'equal-preference';
  if (!hasPrompt && chosen.turns.length > 1 && rejected.turns.length > 1 && better[0] !== worse[0]) return 'different-prompts';
  const [last, other] = [better.at(-1)?.trim() ?? '', worse.at(-1)?.trim() ?? ''];
  const sameUpToLast = better.length === worse.length && better.slice(0, -1).join(BETWEEN) === worse.slice(0, -1).join(BETWEEN);
  return sameUpToLast && (isCut(last, other) || isCut(other, last)) ? 'cut-preference' : undefined;
}

const BETWEEN = '\u0000';
/** Characters of the shorter answer from which on it is no accident that the longer one begins with it. */
const LONG = 20;

const isCut = (text: string, longer: string): boolean => text.length >= LONG && longer.startsWith(text);

/** The text of each turn, or the text alone. */
function contentsOf(bytes: Uint8Array, { turns, start, end }: Answer): readonly string[] {
  if (turns.length === 0) return start === end ? [] : [decoder.decode(bytes.subarray(start, end))];
  return turns.map(({ texts, contentAt }) => (texts.length === 0
    ? decoder.decode(bytes.subarray(contentAt.start, contentAt.end))
    : texts.map(text => textOf(bytes, text)).join(BETWEEN)));
}

const decoder = new TextDecoder();

function textOf(bytes: Uint8Array, { start, end, escapes }: TurnText): string {
  if (escapes === 'none') return decoder.decode(bytes.subarray(start, end));
  const target = new Uint8Array(end - start);
  return decoder.decode(target.subarray(0, resolveEscapes(bytes, start, end, target, 0)));
}
