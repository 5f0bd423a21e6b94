import type { Message } from '../../core/message.ts';

/** A text of the report: words, or something read from a description, which stands as it is. */
export type Text = Message | string;

/** The pieces a privacy report is made of, whatever it is written in. */
export type Block =
  | { readonly is: 'heading'; readonly level: 1 | 2 | 3; readonly text: Text }
  | { readonly is: 'paragraph'; readonly text: Text }
  /** What is known, by what is asked; `undefined` where nobody says it. */
  | { readonly is: 'facts'; readonly rows: readonly Fact[] }
  | { readonly is: 'table'; readonly heads: readonly Message[]; readonly rows: readonly (readonly Text[])[] }
  | { readonly is: 'list'; readonly items: readonly Text[] };

export interface Fact {
  readonly asked: Message;
  readonly told: readonly Text[] | undefined;
}

/** A fact with what is told of it; left out, empty texts and lists count as nothing. */
export function fact(asked: Message, ...told: readonly (Text | undefined)[]): Fact {
  const there = told.flatMap(text => (text === undefined || text === '' ? [] : [text]));
  return { asked, told: there.length > 0 ? there : undefined };
}

export const heading = (level: 1 | 2 | 3, text: Text): Block => ({ is: 'heading', level, text });
export const paragraph = (text: Text): Block => ({ is: 'paragraph', text });

/** What nobody says, over all facts. */
export const unsaid = (blocks: readonly Block[]): readonly Message[] =>
  blocks.flatMap(block => (block.is === 'facts' ? block.rows.flatMap(({ asked, told }) => (told ? [] : [asked])) : []));
