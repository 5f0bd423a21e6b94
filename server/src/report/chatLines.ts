import type { ChatShapeId, ChatView, RoleSummary } from '../core/chat.ts';
import type { Message, Part } from '../core/message.ts';
import { count, name, number, percent, say } from '../core/message.ts';

/** What there is to say of training examples for a language model, line by line; nothing of another table. */
export function chatLines(chat: ChatView | undefined): readonly Message[] {
  if (!chat) return [];
  const { examples, tokens, shape } = chat;
  const at = (share: number): Part => number(tokens.quantile(share));
  return [
    say`Training examples of a language model (${SHAPES[shape.id]}): ${number(examples)}`,
    say`About ${count(tokens.total, 'token')} (an estimate); an example has ${at(0.5)} in the middle, ${at(0.95)} at 95%, ${number(tokens.longest)} at most`,
    ...chat.roles.map(role => roleLine(role, tokens.total)),
  ];
}

function roleLine({ name: role, turns, characters, longest, tokens }: RoleSummary, all: number): Message {
  const [mean, share] = [Math.round(characters / Math.max(1, turns)), tokens / Math.max(1, all)];
  return say`${name(role)}: ${count(turns, 'text')}, ${number(mean)} characters on average, ${number(longest)} at most; ${percent(share)} of the tokens`;
}

const SHAPES: Readonly<Record<ChatShapeId, Message>> = {
  'messages': say`messages with roles`, 'sharegpt': say`turns as ShareGPT has them`, 'prompt-completion': say`prompts with answers`,
  'preference': say`prompts with a chosen and a rejected answer`, 'implicit-preference': say`chosen and rejected conversations`,
  'unpaired-preference': say`prompts with answers that are good or bad`, 'stepwise': say`prompts with judged steps`,
  'alpaca': say`instructions with outputs`, 'language-modelling': say`running text`, 'prompt-only': say`prompts alone`,
};
