import type { ChatPart, ChatPartName, ChatShape, ChatShapeId } from '../../core/chat.ts';

/** A column as shapes are told by: some of its texts, and whether most of them are words. */
export interface ShapeColumn {
  readonly index: number;
  readonly name: string;
  readonly texts: readonly string[];
  readonly isText: boolean;
}

/** Names of lists of turns: OpenAI's and TRL's, and those of the ShareGPT family. */
const CONVERSATIONS = ['messages', 'conversations', 'conversation', 'dialog', 'dialogue'];
const PROMPTS = ['prompt', 'question', 'instruction', 'query', 'input.messages', ...CONVERSATIONS];
/** Pairs of columns that ask and answer. `question` and `answer` may be a quiz of single words: they count as texts only. */
const PAIRS: readonly (readonly [prompt: string, completion: string])[] =
  [['prompt', 'completion'], ['prompt', 'response'], ['prompt', 'answer'], ['query', 'response'], ['question', 'answer'], ['question', 'response']];
const PREFERENCES: readonly (readonly [chosen: string, rejected: string])[] =
  [['chosen', 'rejected'], ['preferred_output', 'non_preferred_output'], ['chosen.value', 'rejected.value'], ['chosen.content', 'rejected.content']];
/** Columns beside `text` that make it a table of classes, not of documents. */
const CLASSES = /^(?:labels?|class|category|target|sentiment|intent|y|标签|类别)$/i;
/** Mean length in characters from which on a column called `text` holds documents. */
const DOCUMENT = 80;
/** Texts of a column that are parsed to see what its lists hold. */
const PARSED = 8;

/** The shape in which a table holds examples for a language model; `undefined` where it holds something else. */
export function chatShapeOf(columns: readonly ShapeColumn[]): ChatShape | undefined {
  const part = (is: ChatPartName, ...names: readonly string[]): ChatPart | undefined => {
    for (const name of names) {
      const found = columns.find(column => column.name === name || column.name === `${name}[]`);
      const form = found && formOf(found);
      if (found && form) return { is, column: found.index, form };
    }
    return undefined;
  };
  const conversation = part('messages', ...CONVERSATIONS);
  const system = part('system', 'system', 'system_prompt');
  const found = preference(part)
    ?? (conversation?.form === 'turns' ? shape(saysFrom(columns[conversation.column]) ? 'sharegpt' : 'messages', [conversation, system]) : undefined)
    ?? stepwise(part)
    ?? alpaca(part, system)
    ?? promptCompletion(columns, part, system)
    ?? documents(columns, part);
  return found && { ...found, speakerKey: speakerKeyOf(columns, found), companions: companionsOf(columns, found) };
}

/** The key most turns of the first list have. */
function speakerKeyOf(columns: readonly ShapeColumn[], { parts }: Found): ChatShape['speakerKey'] {
  const turns = parts.find(({ form }) => form === 'turns');
  return turns && saysFrom(columns[turns.column]) ? 'from' : 'role';
}

/** Names of columns that go with a conversation in the files of OpenAI, LLaMA-Factory and their kin. */
const COMPANIONS = /^(?:tools|functions|history|images?|videos?|audios?|(?:chosen|rejected)\.(?:from|role))(?:\[\]|\{\})?$/;

const companionsOf = (columns: readonly ShapeColumn[], { parts }: Found): readonly number[] =>
  columns.filter(({ name, index }) => COMPANIONS.test(name) && !parts.some(({ column }) => column === index)).map(({ index }) => index);

type Found = Pick<ChatShape, 'id' | 'parts'>;
type PartFinder = (is: ChatPartName, ...names: readonly string[]) => ChatPart | undefined;

const shape = (id: ChatShapeId, parts: readonly (ChatPart | undefined)[]): Found => ({ id, parts: parts.flatMap(part => part ?? []) });

function preference(part: PartFinder): Found | undefined {
  for (const [better, worse] of PREFERENCES) {
    const [chosen, rejected] = [part('chosen', better), part('rejected', worse)];
    if (!chosen || !rejected || chosen.form !== rejected.form) continue;
    const prompt = part('prompt', ...PROMPTS);
    return shape(prompt ? 'preference' : 'implicit-preference', [prompt, chosen, rejected]);
  }
  return undefined;
}

function stepwise(part: PartFinder): Found | undefined {
  const [prompt, steps, labels] = [part('prompt', 'prompt'), part('completion', 'completions'), part('text', 'labels')];
  return prompt && steps?.form === 'texts' && labels ? shape('stepwise', [prompt, steps]) : undefined;
}

function alpaca(part: PartFinder, system: ChatPart | undefined): Found | undefined {
  const [instruction, output] = [part('prompt', 'instruction'), part('completion', 'output', 'response')];
  return instruction?.form === 'text' && output?.form === 'text' ? shape('alpaca', [system, instruction, part('input', 'input', 'context'), output]) : undefined;
}

function promptCompletion(columns: readonly ShapeColumn[], part: PartFinder, system: ChatPart | undefined): Found | undefined {
  for (const [asked, answered] of PAIRS) {
    const [prompt, completion] = [part('prompt', asked), part('completion', answered)];
    if (!prompt || !completion) continue;
    const isMarked = asked === 'prompt' && columns.some(({ name, texts }) => name === 'label' && texts.length > 0 && texts.every(text => /^(?:true|false)$/i.test(text)));
    return shape(isMarked ? 'unpaired-preference' : 'prompt-completion', [system, prompt, completion]);
  }
  const prompt = part('prompt', 'prompt');
  return prompt && columns.length <= 3 ? shape('prompt-only', [prompt]) : undefined;
}

function documents(columns: readonly ShapeColumn[], part: PartFinder): Found | undefined {
  const text = part('text', 'text');
  const texts = columns[text?.column ?? -1]?.texts ?? [];
  const isLong = texts.reduce((sum, { length }) => sum + length, 0) >= DOCUMENT * texts.length;
  return text?.form === 'text' && isLong && !columns.some(({ name }) => CLASSES.test(name)) ? shape('language-modelling', [text]) : undefined;
}

/** What a column holds; `undefined` where that is neither text nor a list of turns or texts. */
function formOf({ name, texts, isText }: ShapeColumn): ChatPart['form'] | undefined {
  // A column without a value may be one of texts.
  const isList = name.endsWith('[]') || texts.length > 0 && texts.slice(0, PARSED).every(text => text.startsWith('['));
  if (!isList) return isText || texts.length === 0 ? 'text' : undefined;
  const items = itemsOf(texts);
  if (items.length === 0) return undefined;
  const turns = items.filter(item => typeof item === 'object' && item !== null && isTurn(item)).length;
  if (2 * turns > items.length) return 'turns';
  return items.every(item => typeof item === 'string' || typeof item === 'boolean') ? 'texts' : undefined;
}

const isTurn = (item: object): boolean => 'content' in item && 'role' in item || 'value' in item && 'from' in item;

const saysFrom = (column: ShapeColumn | undefined): boolean => {
  const items = itemsOf(column?.texts ?? []);
  return 2 * items.filter(item => typeof item === 'object' && item !== null && 'from' in item).length > items.length;
};

/** Items of the first lists. */
function itemsOf(texts: readonly string[]): readonly unknown[] {
  return texts.slice(0, PARSED).flatMap((text): readonly unknown[] => {
    try {
      const list: unknown = JSON.parse(text);
      return Array.isArray(list) ? list : [];
    } catch {
      return [];
    }
  });
}
