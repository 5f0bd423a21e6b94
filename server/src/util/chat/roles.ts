import type { Speaker } from '../../core/chat.ts';
import { editDistance } from '../similar.ts';

/** A role as a file writes it. */
export interface Role {
  readonly text: string;
  readonly speaker: Speaker;
}

/** Names of roles that templates in use know: OpenAI's, those of the ChatML and ShareGPT families, and of Gemini and Gemma. */
const SPEAKERS: Readonly<Record<string, Speaker>> = {
  system: 'system', developer: 'system', user: 'user', assistant: 'assistant', tool: 'tool', function: 'tool',
  human: 'user', gpt: 'assistant', chatgpt: 'assistant', bing: 'assistant', bard: 'assistant', observation: 'tool', function_call: 'call', model: 'assistant',
  ipython: 'tool', tool_call: 'call', tool_response: 'tool',
};

/** Roles a file may have that no template knows; there are more only where roles are data. */
const MOST = 64;
const OTHER = 'other';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** All roles met so far, found by the bytes of their JSON values. */
export class RoleBook {
  readonly roles: Role[] = [];
  readonly #spellings: Uint8Array[] = [];

  constructor() {
    for (const text of Object.keys(SPEAKERS)) this.#add(encoder.encode(`"${text}"`), text);
  }

  /** Index of the role whose JSON value lies at `[start, end)`. */
  find(bytes: Uint8Array, start: number, end: number): number {
    const known = this.#spellings.findIndex(spelling => isAt(spelling, bytes, start, end));
    if (known !== -1) return known;
    const full = this.roles.length >= MOST;
    return this.#add(full ? new Uint8Array(0) : bytes.slice(start, end), full ? OTHER : textOf(bytes.subarray(start, end)));
  }

  at(index: number): Role | undefined {
    return this.roles[index];
  }

  #add(spelling: Uint8Array, text: string): number {
    const same = this.roles.findIndex(role => role.text === text);
    if (same !== -1 && text === OTHER) return same;
    this.#spellings.push(spelling);
    return this.roles.push({ text, speaker: SPEAKERS[text] ?? 'unknown' }) - 1;
  }
}

function isAt(spelling: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (spelling.length !== end - start) return false;
  for (let i = 0; i < spelling.length; i++) if (spelling[i] !== bytes[start + i]) return false;
  return true;
}

/** The text of a string, and the JSON text of anything else. */
function textOf(bytes: Uint8Array): string {
  const json = decoder.decode(bytes);
  const text: unknown = json.startsWith('"') ? JSON.parse(json) : json;
  return typeof text === 'string' ? text : json;
}

/** The role a template would know for one that none does: another word for it, another spelling, or a slip of the hand. */
export function roleMeant(text: string, isShareGpt: boolean): string | undefined {
  const plain = text.trim().toLowerCase();
  const known = isShareGpt ? SHAREGPT_ROLES : MESSAGE_ROLES;
  const said = (isShareGpt ? SHAREGPT_WORDS : MESSAGE_WORDS)[plain];
  return said ?? known.find(role => role === plain) ?? known.find(role => isSlip(plain, role));
}

const MESSAGE_ROLES = ['user', 'assistant', 'system', 'tool', 'developer'];
const SHAREGPT_ROLES = ['human', 'gpt', 'system', 'observation', 'function_call'];
const MESSAGE_WORDS: Readonly<Record<string, string>> = {
  human: 'user', prompter: 'user', customer: 'user', question: 'user', 用户: 'user', gpt: 'assistant', bot: 'assistant', ai: 'assistant', chatbot: 'assistant', answer: 'assistant',
  助手: 'assistant', instruction: 'system', 系统: 'system',
};
const SHAREGPT_WORDS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(MESSAGE_WORDS).map(([word, role]) => [word, role === 'user' ? 'human' : role === 'assistant' ? 'gpt' : role])),
  user: 'human', assistant: 'gpt',
};

/** Whether a word is one slip of the hand away from a role, or two where it is long. */
const isSlip = (text: string, role: string): boolean => editDistance(text, role, role.length >= 7 ? 2 : 1) <= (role.length >= 7 ? 2 : 1);
