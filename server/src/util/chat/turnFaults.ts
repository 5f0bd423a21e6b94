import type { ChatFault, ChatPartName, Speaker } from '../../core/chat.ts';
import type { RoleBook } from './roles.ts';
import type { Stretch, Turn } from './turns.ts';

/** Takes a fault, what it is about, and where it stands. `quoted`: within a JSON string. */
export type FaultSink = (fault: ChatFault, detail: string, at: Stretch, quoted: boolean) => void;

/** A conversation as it is judged: in which part of an example it stands, and how the file as a whole spells its turns. */
export interface Conversation {
  readonly bytes: Uint8Array;
  readonly turns: readonly Turn[];
  readonly roles: RoleBook;
  readonly part: ChatPartName;
  readonly isShareGpt: boolean;
  /** Whether a text of a turn is more than spaces. */
  readonly hasText: (turn: Turn) => boolean;
}

const decoder = new TextDecoder();

/** What is wrong with the turns of a conversation, in the order of the text as far as it goes. */
export function judgeTurns(conversation: Conversation, tell: FaultSink): void {
  const { turns, roles, part } = conversation;
  let before: Speaker | undefined;
  for (const [i, turn] of turns.entries()) {
    judgeTurn(conversation, turn, tell);
    const speaker = roles.at(turn.role)?.speaker ?? 'unknown';
    if (speaker === 'system' && before !== undefined && before !== 'system') tell('misplaced-system', '', inside(turn.roleAt), true);
    if (i > 0 && speaker === before && (speaker === 'user' || speaker === 'assistant')) tell('repeated-speaker', speaker, inside(turn.roleAt), true);
    before = speaker;
  }
  judgeCalls(conversation, tell);
  const last = turns.at(-1);
  if (!last || before === undefined || before === 'unknown' || part === 'prompt') return;
  if (before !== 'assistant' && before !== 'call') tell('unanswered', before, last.role < 0 ? last : inside(last.roleAt), last.role >= 0);
}

const inside = ({ start, end }: Stretch): Stretch => ({ start: start + 1, end: end - 1 });

function judgeTurn({ roles, isShareGpt, hasText }: Conversation, turn: Turn, tell: FaultSink): void {
  const holdsAny = turn.role >= 0 || turn.content !== 'absent';
  if (holdsAny && turn.isShareGpt !== isShareGpt) tell('other-keys', turn.isShareGpt ? 'from' : 'role', turn, false);
  const role = roles.at(turn.role);
  if (!role) tell('incomplete-turn', isShareGpt ? 'from' : 'role', turn, false);
  else if (role.speaker === 'unknown') tell('unknown-role', role.text, inside(turn.roleAt), true);
  if (turn.calls.length > 0) return;
  if (turn.content === 'absent') tell('incomplete-turn', isShareGpt ? 'value' : 'content', turn, false);
  else if (turn.content === 'null' || turn.content === 'text' && !hasText(turn)) tell('empty-text', role?.text ?? '', turn.contentAt, false);
}

/** Calls of tools need a result of the same id, unless they are the last thing said, and results need a call. */
function judgeCalls({ bytes, turns, roles }: Conversation, tell: FaultSink): void {
  const textOf = ({ start, end }: Stretch): string => decoder.decode(bytes.subarray(start, end));
  if (!turns.some(({ calls, answers, role }) => calls.length > 0 || answers || roles.at(role)?.speaker === 'call')) return;
  const answered = new Set(turns.flatMap(({ answers }) => (answers ? [textOf(answers)] : [])));
  const called = new Set<string>();
  for (const [i, turn] of turns.entries()) {
    for (const call of turn.calls) {
      if (call.arguments && !isJson(textOf(call.arguments))) tell('invalid-arguments', '', inside(call.arguments), true);
      if (!call.id) continue;
      called.add(textOf(call.id));
      if (i < turns.length - 1 && !answered.has(textOf(call.id))) tell('unmatched-tool-call', 'result', inside(call.id), true);
    }
    if (turn.answers && !called.has(textOf(turn.answers))) tell('unmatched-tool-call', 'call', inside(turn.answers), true);
    const next = turns[i + 1];
    if (roles.at(turn.role)?.speaker === 'call' && next && roles.at(next.role)?.speaker !== 'tool') tell('unmatched-tool-call', 'result', inside(turn.roleAt), true);
  }
}

/** Whether a JSON string holds JSON in turn; none at all is how some say "no arguments". */
function isJson(string: string): boolean {
  try {
    const text: unknown = JSON.parse(string);
    if (typeof text === 'string' && text.trim() !== '') JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
