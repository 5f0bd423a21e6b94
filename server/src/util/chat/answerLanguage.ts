import type { Speaker } from '../../core/chat.ts';

/** What a scanned text is written in. */
interface Written {
  readonly letters: number;
  readonly han: number;
  readonly hasCode: boolean;
}

/** A character of Chinese says about as much as so many letters. */
const PER_CHARACTER = 3;
/** Fewer letters, or as much in characters, are names and formulas. */
const FEWEST = 60;

/** Tells where a question is written in one script and its answer in another. */
export class AnswerLanguage {
  readonly #asked = { letters: 0, han: 0 };
  readonly #answered = { letters: 0, han: 0 };
  #hasCode = false;

  begin(): void {
    for (const said of [this.#asked, this.#answered]) said.letters = said.han = 0;
    this.#hasCode = false;
  }

  add({ letters, han, hasCode }: Written, speaker: Speaker): void {
    const said = speaker === 'user' ? this.#asked : speaker === 'assistant' ? this.#answered : undefined;
    if (!said) return;
    said.letters += letters;
    said.han += han;
    this.#hasCode ||= hasCode;
  }

  /** The script of the answer where that is another one than the question's, and hardly anything is in both. */
  other(): 'latin' | 'han' | undefined {
    if (this.#hasCode) return undefined;
    const [asked, answered] = [scriptOf(this.#asked), scriptOf(this.#answered)];
    return asked !== answered && asked !== undefined ? answered : undefined;
  }
}

function scriptOf({ letters, han }: Pick<Written, 'letters' | 'han'>): 'latin' | 'han' | undefined {
  if (PER_CHARACTER * han >= FEWEST && PER_CHARACTER * han > letters) return 'han';
  return letters >= FEWEST && han === 0 ? 'latin' : undefined;
}
