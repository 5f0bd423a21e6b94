/** What a template, a web page or another model left behind in a text. Offsets are into the bytes it was found in. */
export interface Residue {
  readonly kind: 'placeholder' | 'control-token' | 'assistant-phrase' | 'markup';
  /** What it is, as lists have it. */
  readonly detail: string;
  readonly start: number;
  readonly end: number;
}

/** Longest text that is looked at behind and before a suspicious place, in bytes. */
const AHEAD = 96;
const BEHIND = 48;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** What is left over at a place whose byte is suspicious; see `TextScanner`. */
export function residueAt(bytes: Uint8Array, at: number, start: number, end: number): Residue | undefined {
  const byte = bytes[at] ?? 0;
  // Nine in ten of these bytes are nothing but themselves.
  if (byte === 123 && (bytes[at + 1] !== 123 || bytes[at - 1] === DOLLAR)) return undefined;
  if (byte === CAPITAL_A || byte === CAPITAL_I || byte >= 0x80) return beginsPhrase(bytes, at) ? phraseAround(bytes, at, start, end) : undefined;
  if (byte === 60 && !OPENS.has(bytes[at + 1] ?? 0)) return undefined;
  const text = decoder.decode(bytes.subarray(at, characterAt(bytes, Math.min(end, at + AHEAD))));
  const found = (kind: Residue['kind'], pattern: RegExp): Residue | undefined => {
    const what = pattern.exec(text)?.[0];
    return what === undefined ? undefined : { kind, detail: what, start: at, end: at + encoder.encode(what).length };
  };
  if (byte === 123) return found('placeholder', PLACEHOLDER);
  const token = byte === 38 ? undefined : found('control-token', CONTROL) ?? (isAtEdge(at, start, end) ? found('control-token', EDGE) : undefined);
  return token ?? (byte === 91 ? undefined : found('markup', MARKUP));
}

const encoder = new TextEncoder();
/** What may follow a `<` that is one of a tag or a token: `|`, `/`, `<`, the full-width bar, and letters. */
const OPENS: ReadonlySet<number> = new Set([124, 47, 60, 0xef, ...Array.from({ length: 26 }, (_, i) => [65 + i, 97 + i]).flat(), 95]);

/** `{{name}}`, `{{ user.name }}`: a word or a path that nothing was put in place of. */
const PLACEHOLDER = /^\{\{\s?[\p{L}_][\p{L}\p{N}_.\- ]{0,40}\}\}/u;

/**
 * Tokens that tell turns apart in the templates of ChatML, Llama 2, 3 and 4, Gemma, Mistral, Phi, DeepSeek, GLM, InternLM, Baichuan, Yi, Qwen (with its
 * pictures), Cohere, StarCoder and GPT-2: in a text they make a model read a turn that is none.
 */
const CONTROL = new RegExp(`^(?:${[
  '<\\|(?:im_start|im_end|im_sep|endoftext|begin_of_text|end_of_text|start_header_id|end_header_id|eot_id|eom_id|eot|python_tag'
    + '|finetune_right_pad_id|header_start|header_end|system|user|assistant|end|tool|tool_call|tool_response|observation|begin|prompter|endofprompt|endofpiece'
    + '|startoftext|vision_start|vision_end|image_pad|fim_prefix|fim_middle|fim_suffix'
    + '|START_OF_TURN_TOKEN|END_OF_TURN_TOKEN|USER_TOKEN|CHATBOT_TOKEN|SYSTEM_TOKEN|channel|message|return|call|constrain|start|repo_name|file_sep)\\|>',
  '<(?:start_of_turn|end_of_turn|bos|eos|reserved_10[2-9]|_user|_bot|_end|_system|eoa|eoh|eom|eot|fim_prefix|fim_suffix|fim_middle|filename|gh_stars)>',
  '\\[/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS|gMASK)\\]',
  '<</?SYS>>', '<\uff5c[^\uff5c]{1,40}\uff5c>',
].join('|')})`, 'u');
/** Marks of beginning and end that are tags of HTML anywhere else. */
const EDGE = /^<\/?s>|^<pad>|^<unk>/;
/** Tags a page is laid out with, and references to characters. */
const TAGS = 'p|br|div|span|a|ul|ol|li|td|tr|table|tbody|img|font|h[1-6]|strong|em|b|i|script|style|iframe|blockquote|hr';
const REFERENCES = 'nbsp|amp|lt|gt|quot|#39|#x27|#160|rsquo|ldquo|rdquo|hellip';
const MARKUP = new RegExp(`^(?:</?(?:${TAGS})(?:\\s[^<>]{0,80})?\\s?/?>|&(?:${REFERENCES});)`, 'i');

const isAtEdge = (at: number, start: number, end: number): boolean => at === start || at + EDGE_ROOM >= end;
const EDGE_ROOM = 7;

/** What a model says of itself, in place of an answer. */
const PHRASES: readonly (readonly [phrase: string, pattern: RegExp])[] = [
  ['As an AI language model', /\b[Aa]s an? (?:AI|artificial intelligence|large) (?:language )?model\b/],
  ["I'm an AI language model", /\bI(?:['’]m| am) (?:just |only )?an? (?:AI|large) (?:language )?model\b/],
  ['作为一个人工智能语言模型', /(?:作为|身为)(?:一个|一名|一款|一种|个)?(?:大型|大)?(?:人工智能|AI|语言)(?:语言)?(?:模型|助手)/],
  ['我是一个人工智能语言模型', /我(?:只)?是(?:一个|一名|一款|一种)?(?:大型|大)?(?:人工智能|AI)?语言模型/],
];

const CAPITAL_A = 65;
/** `${{ name }}` is an expression of a workflow. */
const DOLLAR = 36;
const CAPITAL_I = 73;
/** How phrases begin, or a word in the middle of them. */
const BEGINNINGS: readonly (readonly number[])[] = ['As a', "I'm ", 'I am ', 'I’m ', '语言模型', '人工智能'].map(word => [...new TextEncoder().encode(word)]);

function beginsPhrase(bytes: Uint8Array, at: number): boolean {
  // `as an AI`, in the middle of a sentence.
  if (bytes[at] === CAPITAL_I && bytes[at - 1] === CAPITAL_A && bytes[at - 2] === 32 && bytes[at - 3] === 110) return true;
  return BEGINNINGS.some(word => isAt(word, bytes, at));
}

function isAt(word: readonly number[], bytes: Uint8Array, at: number): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word[i]) return false;
  return true;
}

/** A phrase that the bytes at `at` begin or are in the middle of. It is told once, at the first byte that leads to it. */
function phraseAround(bytes: Uint8Array, at: number, start: number, end: number): Residue | undefined {
  const from = characterAt(bytes, Math.max(start, at - BEHIND));
  const text = decoder.decode(bytes.subarray(from, characterAt(bytes, Math.min(end, at + BEHIND))));
  for (const [phrase, pattern] of PHRASES) {
    const found = pattern.exec(text);
    if (!found) continue;
    const begin = from + encoder.encode(text.slice(0, found.index)).length;
    const stop = begin + encoder.encode(found[0]).length;
    let first = begin;
    while (first < stop && !(SUSPECTED.has(bytes[first] ?? 0) && beginsPhrase(bytes, first))) first++;
    return first === at ? { kind: 'assistant-phrase', detail: phrase, start: begin, end: stop } : undefined;
  }
  return undefined;
}

const SUSPECTED: ReadonlySet<number> = new Set([CAPITAL_A, CAPITAL_I, 0xe4, 0xe8]);

/** The first byte of a character, at a place or after it. */
function characterAt(bytes: Uint8Array, at: number): number {
  while (((bytes[at] ?? 0) & 0xc0) === 0x80) at++;
  return at;
}
