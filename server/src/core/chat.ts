import { SPOT_LIMIT } from './finding.ts';
import { comparePlaces } from './place.ts';
import type { Place } from './place.ts';
import type { Problem } from './problem.ts';

/**
 * Shapes in which examples for training a language model are stored, as the columns of a table: those of OpenAI's fine-tuning files, of TRL
 * ("dataset formats and types"), ShareGPT and Alpaca.
 */
export const CHAT_SHAPES = [
  /** A list of messages with a role and a content each. */
  'messages',
  /** A list of turns with `from` and `value` each. */
  'sharegpt',
  'prompt-completion',
  /** A prompt with a chosen and a rejected answer; `implicit-preference` where both begin with the prompt. */
  'preference', 'implicit-preference',
  /** A prompt and a completion that is marked as good or bad. */
  'unpaired-preference',
  /** A prompt, steps towards an answer, and whether each is right. */
  'stepwise',
  /** An instruction with an optional input, and an output. */
  'alpaca',
  /** Running text. */
  'language-modelling',
  'prompt-only',
] as const;
export type ChatShapeId = (typeof CHAT_SHAPES)[number];

/** What a column of a shape holds. */
export type ChatPartName = 'messages' | 'prompt' | 'completion' | 'chosen' | 'rejected' | 'system' | 'input' | 'text';

export interface ChatPart {
  readonly is: ChatPartName;
  readonly column: number;
  /** Lists of turns, each one cell of JSON; lists of texts; or texts. */
  readonly form: 'turns' | 'texts' | 'text';
}

export interface ChatShape {
  readonly id: ChatShapeId;
  readonly parts: readonly ChatPart[];
  /** The key that tells who speaks, in lists of turns: `role` with `content`, `from` with `value`. */
  readonly speakerKey: 'role' | 'from';
  /** Columns that go with the parts, such as the tools that may be called, or a role that is the same in all rows. */
  readonly companions: readonly number[];
}

/** Who speaks, whatever the file calls it: `call` is an assistant's turn that holds nothing but a call of a tool. */
export type Speaker = 'system' | 'user' | 'assistant' | 'tool' | 'call' | 'unknown';

/** What can be wrong with an example. What each is about is told by the `detail` of its offences. */
export const CHAT_FAULTS = [
  /** A part of the example is null or an empty list; detail: the part, none where there is nothing at all. */
  'incomplete-example',
  /** The record does not have the key of a part; detail: the part. */
  'absent-part',
  /** A turn that has no role, or no content and no call; detail: the key that is lacking. */
  'incomplete-turn',
  /** Detail: the role as it is written. */
  'unknown-role',
  'misplaced-system',
  /** Detail: the speaker that has two turns in a row. */
  'repeated-speaker',
  /** The last turn is nothing to learn; detail: who has it. */
  'unanswered',
  /** A text that is empty; detail: the role, or the name of the part. */
  'empty-text',
  /** Keys of `messages` in a file of ShareGPT's, or the other way round. */
  'other-keys',
  /** Detail: `result` or `call`, which is the one that is lacking. */
  'unmatched-tool-call',
  'invalid-arguments',
  'equal-preference',
  /** One answer is the beginning of the other one. */
  'cut-preference',
  /** The two answers are to different prompts. */
  'different-prompts',
  /** Detail: the placeholder. */
  'placeholder',
  /** Detail: the token. */
  'control-token',
  /** Detail: the phrase, as its list has it. */
  'assistant-phrase',
  'markup',
  'symbols',
  /** A text most of which says again what it has said. */
  'repetition',
  /** An answer in another script than what was asked; detail: `latin` or `han`, which is that of the answer. */
  'other-language',
] as const;
export type ChatFault = (typeof CHAT_FAULTS)[number];

/** What was found of one fault and one detail, in all records. */
export interface ChatOffence {
  readonly detail: string;
  /** How often. */
  readonly count: number;
  /** Records it was found in. */
  readonly records: number;
  /** Where the first ones are, in file order; never empty. */
  readonly places: readonly [Place, ...Place[]];
}

/** Turns of one role, or texts of one part. */
export interface RoleSummary {
  /** The role as it is written, or the name of the part. */
  readonly name: string;
  readonly speaker: Speaker;
  readonly turns: number;
  /** Code points. */
  readonly characters: number;
  readonly longest: number;
  /** By the estimate of `util/chat/tokens`. */
  readonly tokens: number;
}

/** A table of training examples for a language model, as one pass over all of it found it. */
export interface ChatView {
  readonly shape: ChatShape;
  /** Records that hold an example, whole or not. */
  readonly examples: number;
  /** Records in which a fault was found, whatever its detail. */
  recordsWith(fault: ChatFault): number;
  /** Most turns first. */
  readonly roles: readonly RoleSummary[];
  /** Estimated tokens of all examples. */
  readonly tokens: TokenSummary;
  /** By detail, most frequent first. */
  offences(fault: ChatFault): readonly ChatOffence[];
  /** Lines of texts and answers that many examples share, of a sample of so many `records`: those in at least `least` of them, most frequent first. */
  frequentLines(least: number): { readonly lines: readonly LineTally[]; readonly records: number };
  /** Languages of answers and documents, of a sample of so many `texts` that tell theirs: most frequent first. */
  readonly languages: { readonly found: readonly LanguageTally[]; readonly texts: number };
  /** Examples of more than so many tokens. */
  longer(tokens: number): { readonly count: number; readonly rows: readonly number[] };
}

export interface TokenSummary {
  readonly total: number;
  readonly longest: number;
  /** The number of tokens that a share of the examples, in [0, 1], does not exceed. */
  quantile(share: number): number;
}

/** What was found of one fault and one detail in some records. */
export interface OffenceTally {
  readonly fault: ChatFault;
  readonly detail: string;
  readonly count: number;
  readonly records: number;
  readonly places: readonly Place[];
}

/** A line of texts, and in how many of the examples looked at it stands. */
export interface LineTally {
  readonly text: string;
  readonly count: number;
  /** Texts that hold it, the first ones. */
  readonly places: readonly Place[];
}

/** Texts in a language, by its BCP 47 tag. */
export interface LanguageTally {
  readonly language: string;
  readonly count: number;
  /** The first ones. */
  readonly places: readonly Place[];
}

/** What measuring some consecutive records leaves, of which those of several threads are put together in file order. */
export interface ChatTally {
  /** Estimated tokens and the row of each example. */
  readonly tokens: Uint32Array;
  readonly rows: Uint32Array;
  /** `tokens` in thousandths. */
  readonly roles: readonly RoleSummary[];
  readonly offences: readonly OffenceTally[];
  readonly recordsWith: ReadonlyMap<ChatFault, number>;
  readonly lines: readonly LineTally[];
  readonly languages: readonly LanguageTally[];
  /** Examples whose lines were counted. */
  readonly sampled: number;
}

/** Share of passages said again above which a text goes round in circles: that of Data-Juicer. */
export const MOST_REPEATED = 0.5;
/** Least share of letters and digits among what can be seen. */
export const FEWEST_LETTERS = 0.25;

/** The places of an offence, as parts of a problem. */
export const placesOfOffence = ({ places, count }: ChatOffence): Pick<Problem, 'place' | 'places' | 'total'> =>
  ({ place: { at: 'file' }, places, total: count });

/** Number of different details a message names. */
const NAMED = 5;

/** All offences of a fault as one: how often, in how many records, where, and the most frequent details. */
export function together(chat: ChatView | undefined, fault: ChatFault): (ChatOffence & { readonly details: readonly string[] }) | undefined {
  const offences = chat?.offences(fault) ?? [];
  const [first, ...others] = offences.flatMap(({ places }) => places).sort(comparePlaces);
  if (!first) return undefined;
  return {
    detail: offences[0]?.detail ?? '', details: offences.map(({ detail }) => detail).filter(detail => detail !== '').slice(0, NAMED),
    count: offences.reduce((total, { count }) => total + count, 0), records: chat?.recordsWith(fault) ?? 0, places: [first, ...others.slice(0, SPOT_LIMIT - 1)],
  };
}
