import { RoleBook } from './roles.ts';

const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;
const LETTER_U = 117;
const SLASH = 47;
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125];

/** What stands for the content of a turn. `parts`: a list of which some are texts. */
export type ContentForm = 'absent' | 'text' | 'null' | 'parts' | 'other';

/** A stretch of bytes. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** One text of a turn, without its quotes. `letters`: all of its escapes are those of one letter, and no slash is escaped. */
export interface TurnText extends Stretch {
  readonly escapes: Escapes;
}

export type Escapes = 'none' | 'letters' | 'codes';

/** A turn of a conversation. All offsets are into the bytes it was read from. */
export interface Turn extends Stretch {
  /** Index into the book of roles; -1 where the turn has none. */
  readonly role: number;
  /** The value of its role, quotes included. */
  readonly roleAt: Stretch;
  readonly content: ContentForm;
  /** The value of its content, quotes included. */
  readonly contentAt: Stretch;
  readonly texts: readonly TurnText[];
  readonly calls: readonly ToolCall[];
  /** The id of the call that it is the result of, quotes included. */
  readonly answers: Stretch | undefined;
  /** Whether it is told in `from` and `value`. */
  readonly isShareGpt: boolean;
}

export interface ToolCall extends Stretch {
  /** Quotes included. */
  readonly id: Stretch | undefined;
  /** Arguments that are a JSON text within a string, quotes included. */
  readonly arguments: Stretch | undefined;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
const NOWHERE: Stretch = { start: 0, end: 0 };

/**
 * Reads the turns of conversations from the JSON text of a list, bytes as they are written. The text was found to be JSON by whoever cut it out;
 * where it is not after all, the turns before the fault are all there are.
 */
export class TurnReader {
  readonly roles = new RoleBook();
  #bytes: Uint8Array = new Uint8Array(0);
  #end = 0;

  /** The turns of the list at `[start, end)`; items that are no objects are turns that have nothing. */
  read(bytes: Uint8Array, start: number, end: number): readonly Turn[] {
    this.#bytes = bytes;
    this.#end = end;
    const turns: Turn[] = [];
    this.#items(start, at => {
      const [turn, next] = this.#turn(at);
      turns.push(turn);
      return next;
    });
    return turns;
  }

  /** The texts of a list of texts. */
  texts(bytes: Uint8Array, start: number, end: number): readonly TurnText[] {
    this.#bytes = bytes;
    this.#end = end;
    const texts: TurnText[] = [];
    this.#items(start, at => {
      const next = this.#value(at);
      if (bytes[at] === QUOTE) texts.push(this.#text(at, next));
      return next;
    });
    return texts;
  }

  #turn(at: number): readonly [Turn, number] {
    const turn: Mutable<Turn> = {
      start: at, end: at, role: -1, roleAt: NOWHERE, content: 'absent', contentAt: NOWHERE, texts: [], calls: [], answers: undefined, isShareGpt: false,
    };
    turn.end = this.#bytes[at] === OPEN_OBJECT ? this.#members(at, (key, from, to) => this.#member(turn, key, from, to)) : this.#value(at);
    return [turn, turn.end];
  }

  #member(turn: Mutable<Turn>, key: string, start: number, end: number): void {
    switch (key) {
      case 'from':
      case 'role':
        turn.isShareGpt ||= key === 'from';
        turn.role = this.roles.find(this.#bytes, start, end);
        turn.roleAt = { start, end };
        break;
      case 'value':
      case 'content':
        turn.isShareGpt ||= key === 'value';
        turn.contentAt = { start, end };
        this.#content(turn, start, end);
        break;
      case 'tool_calls':
        turn.calls = this.#calls(start);
        break;
      case 'function_call':
        if (this.#bytes[start] === OPEN_OBJECT) turn.calls = [this.#call(start)];
        break;
      case 'tool_call_id':
        if (this.#bytes[start] === QUOTE) turn.answers = { start, end };
    }
  }

  #content(turn: Mutable<Turn>, start: number, end: number): void {
    const byte = this.#bytes[start];
    if (byte === QUOTE) {
      turn.content = 'text';
      turn.texts = [this.#text(start, end)];
    } else if (byte === OPEN_LIST) {
      turn.content = 'parts';
      turn.texts = this.#partTexts(start);
    } else {
      turn.content = byte === 110 ? 'null' : 'other';
    }
  }

  /** Texts of a content in parts, such as text beside pictures; any part that is no text is no text here, yet something. */
  #partTexts(start: number): readonly TurnText[] {
    const texts: TurnText[] = [];
    this.#items(start, at => {
      if (this.#bytes[at] !== OPEN_OBJECT) return this.#value(at);
      return this.#members(at, (key, from, to) => {
        if (key === 'text' && this.#bytes[from] === QUOTE) texts.push(this.#text(from, to));
      });
    });
    return texts;
  }

  #calls(start: number): readonly ToolCall[] {
    if (this.#bytes[start] !== OPEN_LIST) return [];
    const calls: ToolCall[] = [];
    this.#items(start, at => {
      if (this.#bytes[at] !== OPEN_OBJECT) return this.#value(at);
      const call = this.#call(at);
      calls.push(call);
      return call.end;
    });
    return calls;
  }

  #call(at: number): ToolCall {
    const call: Mutable<ToolCall> = { start: at, end: at, id: undefined, arguments: undefined };
    const take = (key: string, start: number, end: number): void => {
      if (this.#bytes[start] === QUOTE) {
        if (key === 'id') call.id = { start, end };
        else if (key === 'arguments') call.arguments = { start, end };
      } else if (key === 'function' && this.#bytes[start] === OPEN_OBJECT) {
        this.#members(start, take);
      }
    };
    call.end = this.#members(at, take);
    return call;
  }

  #text(start: number, end: number): TurnText {
    return { start: start + 1, end: end - 1, escapes: this.#escapes };
  }

  /** Shows where each item of the list at `open` begins; `read` says where it ends. Returns where the list ends. */
  #items(open: number, read: (at: number) => number): number {
    if (this.#bytes[open] !== OPEN_LIST) return this.#value(open);
    let at = this.#space(open + 1);
    while (at < this.#end && this.#bytes[at] !== CLOSE_LIST) {
      at = this.#space(read(at));
      if (this.#bytes[at] === COMMA) at = this.#space(at + 1);
    }
    return at + 1;
  }

  /** Shows every member of the object at `open` with its key and where its value lies. Returns where the object ends. */
  #members(open: number, visit: (key: string, start: number, end: number) => void): number {
    let at = this.#space(open + 1);
    while (at < this.#end && this.#bytes[at] === QUOTE) {
      const keyEnd = this.#string(at);
      const key = this.#keyAt(at + 1, keyEnd - 1);
      const start = this.#space(this.#space(keyEnd) + 1);
      const end = this.#value(start);
      if (key !== undefined) visit(key, start, end);
      at = this.#space(end);
      if (this.#bytes[at] === COMMA) at = this.#space(at + 1);
    }
    return this.#bytes[at] === CLOSE_OBJECT ? at + 1 : this.#end;
  }

  /** A key that means something here. */
  #keyAt(start: number, end: number): string | undefined {
    for (const [key, bytes] of KEYS) {
      if (bytes.length !== end - start) continue;
      let i = 0;
      while (i < bytes.length && bytes[i] === this.#bytes[start + i]) i++;
      if (i === bytes.length) return key;
    }
    return undefined;
  }

  /** Where the value at `at` ends. Of a string, `#escapes` tells which escapes it has. */
  #value(at: number): number {
    const bytes = this.#bytes;
    const first = bytes[at];
    if (first === QUOTE) return this.#string(at);
    let depth = 0;
    for (let i = at; i < this.#end; i++) {
      const byte = bytes[i];
      if (byte === QUOTE) i = this.#string(i) - 1;
      else if (byte === OPEN_LIST || byte === OPEN_OBJECT) depth++;
      else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
        if (depth === 0) return i;
        if (--depth === 0) return i + 1;
      } else if (depth === 0 && (byte === COMMA || byte === 32 || byte === 10 || byte === 13 || byte === 9)) return i;
    }
    return this.#end;
  }

  #escapes: Escapes = 'none';

  /** Where the string that opens at `at` ends, its closing quote included. */
  #string(at: number): number {
    const bytes = this.#bytes;
    let [escaped, coded] = [false, false];
    for (let i = at + 1; i < this.#end; i++) {
      const byte = bytes[i];
      if (byte === QUOTE) {
        this.#escapes = coded ? 'codes' : escaped ? 'letters' : 'none';
        return i + 1;
      }
      if (byte === BACKSLASH) {
        escaped = true;
        i++;
        if (bytes[i] === LETTER_U || bytes[i] === SLASH) coded = true;
      }
    }
    return this.#end;
  }

  #space(at: number): number {
    const bytes = this.#bytes;
    while (at < this.#end && (bytes[at] === 32 || bytes[at] === 10 || bytes[at] === 13 || bytes[at] === 9)) at++;
    return at;
  }
}

const encoder = new TextEncoder();
const KEYS = ['role', 'content', 'from', 'value', 'tool_calls', 'function_call', 'tool_call_id', 'text', 'id', 'function', 'arguments']
  .map(key => [key, encoder.encode(key)] as const);
