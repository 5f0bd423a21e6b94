/**
 * Words for a person, kept apart from what they speak of until the very border: there they are translated, values of personal columns are masked,
 * and numbers are written the way the reader's language does. No message is ever a plain string.
 */
export interface Message {
  /** English text with `{0}`, `{1}`, ... where the parts go. It is also the key of its translations. */
  readonly template: string;
  readonly parts: readonly Part[];
}

export type Part =
  /** An exact number of things. */
  | { readonly kind: 'count'; readonly value: number; readonly noun?: Noun }
  /** How many cells or rows the problem's query matched; filled in by the engine, which is the one to know. */
  | { readonly kind: 'matched'; readonly noun: Noun; readonly value?: number }
  /** Where `column` is given it is a number of the data, or one that tells one, and is masked like a value. */
  | { readonly kind: 'number'; readonly value: number; readonly style: 'plain' | 'percent'; readonly column?: number }
  /** A name that is not data: a column, a field, a property, a rule. */
  | { readonly kind: 'name'; readonly text: string }
  /** Something read from the data. Masked where its column is personal; `column` is -1 for text that belongs to no column. */
  | { readonly kind: 'value'; readonly text: string; readonly column: number }
  | { readonly kind: 'list'; readonly parts: readonly Part[] }
  | { readonly kind: 'message'; readonly message: Message };

/** Things messages count; English needs two forms, translations bring their own. */
export const NOUNS = {
  row: 'rows', cell: 'cells', value: 'values', column: 'columns', class: 'classes', byte: 'bytes', character: 'characters', field: 'fields', file: 'files',
  rule: 'rules', finding: 'findings', place: 'places', release: 'releases', conversation: 'conversations', text: 'texts', token: 'tokens', image: 'images',
} as const;
export type Noun = keyof typeof NOUNS;

/** What may stand in a `say` template. A bare number is a count, anything with a name is shown by it. */
export type Sayable = Part | Message | number | { readonly name: string };

/** Builds a message from a tagged template: say`${count(3, 'row')} repeat an earlier row`. */
export function say(strings: TemplateStringsArray, ...parts: readonly Sayable[]): Message {
  return {
    template: strings.reduce((text, piece, i) => `${text}{${i - 1}}${piece}`),
    parts: parts.map(toPart),
  };
}

export const count = (value: number, noun: Noun): Part => ({ kind: 'count', value, noun });
export const matched = (noun: Noun): Part => ({ kind: 'matched', noun });
export const number = (value: number): Part => ({ kind: 'number', value, style: 'plain' });
/** A number read from a column: its least one, a bound that stands beside one. */
export const figure = (value: number, column: number): Part => ({ kind: 'number', value, style: 'plain', column });
/** A share in [0, 1], shown in percent. */
export const percent = (share: number): Part => ({ kind: 'number', value: share, style: 'percent' });
export const name = (text: string): Part => ({ kind: 'name', text });
export const value = (text: string, column: number): Part => ({ kind: 'value', text, column });
export const list = (parts: readonly Part[]): Part => ({ kind: 'list', parts });

function toPart(part: Sayable): Part {
  if (typeof part === 'number') return { kind: 'count', value: part };
  if ('kind' in part) return part;
  if ('template' in part) return { kind: 'message', message: part };
  return name(part.name);
}

/** The message with the engine's exact number of matches in place of every `matched` part, those of messages within it too. */
export function withMatches(message: Message, matches: number): Message {
  return { ...message, parts: message.parts.map(part => withMatchesIn(part, matches)) };
}

function withMatchesIn(part: Part, matches: number): Part {
  switch (part.kind) {
    case 'matched': return { ...part, value: matches };
    case 'message': return { ...part, message: withMatches(part.message, matches) };
    case 'list': return { ...part, parts: part.parts.map(each => withMatchesIn(each, matches)) };
    default: return part;
  }
}
