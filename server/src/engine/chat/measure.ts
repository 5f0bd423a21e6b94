import { cellStart } from '../../core/chunk.ts';
import type { Chunk } from '../../core/chunk.ts';
import type { ChatPart, ChatPartName, ChatShape, ChatTally, ChatView, RoleSummary, Speaker } from '../../core/chat.ts';
import { FEWEST_LETTERS, MOST_REPEATED } from '../../core/chat.ts';
import { SPOT_LIMIT } from '../../core/finding.ts';
import type { Place } from '../../core/place.ts';
import { contentOf } from '../../core/content.ts';
import { resolveEscapes, writtenOffset } from '../../util/jsonString.ts';
import { AnswerLanguage } from '../../util/chat/answerLanguage.ts';
import { judgeAnswers } from '../../util/chat/answerFaults.ts';
import { RepetitionMeter } from '../../util/chat/repetition.ts';
import { TextScanner } from '../../util/chat/textScanner.ts';
import { judgeTurns } from '../../util/chat/turnFaults.ts';
import type { FaultSink } from '../../util/chat/turnFaults.ts';
import type { Stretch, Turn, TurnText } from '../../util/chat/turns.ts';
import { TurnReader } from '../../util/chat/turns.ts';
import { cellAt } from '../chunkIndex.ts';
import { isBlankRecord } from '../predicates.ts';
import { FrequentLines } from './frequentLines.ts';
import { Languages } from './languages.ts';
import { Offences } from './offences.ts';

interface Spoken {
  readonly name: string;
  readonly speaker: Speaker;
  turns: number;
  characters: number;
  longest: number;
  tokens: number;
}

/** A cell of an example. Offsets are into the bytes of its chunk. */
interface PartCell extends Stretch {
  readonly part: ChatPart;
  /** First byte of the raw cell. */
  readonly origin: number;
  readonly turns: readonly Turn[];
}

/** Who a part of an example stands for. */
const SPEAKERS: Readonly<Record<ChatPartName, Speaker>> = {
  messages: 'unknown', prompt: 'user', completion: 'assistant', chosen: 'assistant', rejected: 'assistant', system: 'system', input: 'user', text: 'unknown',
};
const OPTIONAL: ReadonlySet<ChatPartName> = new Set<ChatPartName>(['system', 'input']);
/** Texts of fewer visible characters say little about what they are made of. */
const JUDGED = 40;
/** The scanner counts thousandths. */
const PER_TOKEN = 1000;

/** Reads all examples of a table once, chunk by chunk in file order. Memory: 4 bytes an example. */
export class ChatMeasure {
  readonly #shape: ChatShape;
  readonly #reader = new TurnReader();
  readonly #scanner = new TextScanner();
  readonly #offences = new Offences();
  readonly #spoken = new Map<string, Spoken>();
  #tokens = new Uint32Array(1024);
  #rows = new Uint32Array(1024);
  #examples = 0;
  #scratch = new Uint8Array(1 << 16);
  readonly #repetition = new RepetitionMeter();
  readonly #languages = new AnswerLanguage();
  readonly #lines: FrequentLines;
  readonly #written = new Languages();
  #isSampled = false;

  /** `records`: those of the whole table. */
  constructor(shape: ChatShape, records: number) {
    this.#shape = shape;
    this.#lines = new FrequentLines(records);
  }

  add(chunk: Chunk): void {
    for (let record = 0; record < chunk.records; record++) if (!isBlankRecord(chunk, record)) this.#example(chunk, record);
  }

  view(): ChatView {
    const tokens = this.#tokens.slice(0, this.#examples).sort();
    const total = tokens.reduce((sum, each) => sum + each, 0);
    return {
      shape: this.#shape, examples: this.#examples,
      roles: [...this.#spoken.values()].sort((a, b) => b.turns - a.turns).map((role): RoleSummary => ({ ...role, tokens: Math.round(role.tokens / PER_TOKEN) })),
      tokens: { total, longest: tokens.at(-1) ?? 0, quantile: share => tokens[Math.max(0, Math.ceil(share * tokens.length) - 1)] ?? 0 },
      offences: fault => this.#offences.of(fault),
      recordsWith: fault => this.#offences.recordsWith(fault),
      frequentLines: least => ({ lines: this.#lines.of(least), records: this.#lines.records }),
      languages: this.#written.view(),
      longer: limit => this.#longer(limit),
    };
  }

  /** What was measured so far, for another measure that takes the records before these. */
  tally(): ChatTally {
    return {
      tokens: this.#tokens.slice(0, this.#examples), rows: this.#rows.slice(0, this.#examples), roles: [...this.#spoken.values()],
      offences: this.#offences.tallies(), recordsWith: this.#offences.recordsWithAny(), lines: this.#lines.of(1), languages: this.#written.tallies(), sampled: this.#lines.records,
    };
  }

  /** Adds what another measure found in the records that come next. */
  merge({ tokens, rows, roles, offences, recordsWith, lines, languages, sampled }: ChatTally): void {
    while (this.#examples + tokens.length > this.#tokens.length) [this.#tokens, this.#rows] = [larger(this.#tokens), larger(this.#rows)];
    this.#tokens.set(tokens, this.#examples);
    this.#rows.set(rows, this.#examples);
    this.#examples += tokens.length;
    for (const { name, speaker, ...said } of roles) {
      const spoken = this.#spokenBy(name, speaker);
      spoken.turns += said.turns;
      spoken.characters += said.characters;
      spoken.longest = Math.max(spoken.longest, said.longest);
      spoken.tokens += said.tokens;
    }
    this.#offences.merge(offences, recordsWith);
    this.#lines.merge(lines, sampled);
    this.#written.merge(languages);
  }

  #longer(limit: number): ReturnType<ChatView['longer']> {
    const rows: number[] = [];
    let count = 0;
    for (let i = 0; i < this.#examples; i++) {
      if ((this.#tokens[i] ?? 0) <= limit) continue;
      if (count++ < SPOT_LIMIT) rows.push(this.#rows[i] ?? 0);
    }
    return { count, rows };
  }

  #example(chunk: Chunk, record: number): void {
    const row = chunk.firstRecord + record;
    this.#scanner.tokens = 0;
    this.#languages.begin();
    this.#isSampled = this.#lines.takes(row);
    if (this.#isSampled) this.#lines.records++;
    const cells: PartCell[] = [];
    const lacking: (readonly ['incomplete-example' | 'absent-part', ChatPartName])[] = [];
    for (const part of this.#shape.parts) {
      const index = cellAt(chunk, record, part.column);
      const cell = index === -1 ? undefined : this.#cellAt(chunk, index, part);
      if (cell) cells.push(cell);
      else if (!OPTIONAL.has(part.is)) lacking.push([index === -1 ? 'absent-part' : 'incomplete-example', part.is]);
    }
    if (cells.length === 0) return this.#offences.add('incomplete-example', '', row, { at: 'row', row });
    for (const [fault, name] of lacking) this.#offences.add(fault, name, row, { at: 'row', row });
    for (const cell of cells) this.#readCell(chunk, row, cell);
    this.#judgeAnswers(chunk, row, cells);
    const language = this.#languages.other();
    if (language) this.#offences.add('other-language', language, row, { at: 'row', row });
    this.#count(row);
  }

  #count(row: number): void {
    if (this.#examples === this.#tokens.length) [this.#tokens, this.#rows] = [larger(this.#tokens), larger(this.#rows)];
    this.#tokens[this.#examples] = Math.round(this.#scanner.tokens / PER_TOKEN);
    this.#rows[this.#examples++] = row;
  }

  /** A cell with the turns it holds; `undefined` where it is null. */
  #cellAt(chunk: Chunk, index: number, part: ChatPart): PartCell | undefined {
    const { bytes } = chunk;
    const { start, end, quoted } = contentOf(chunk, index);
    const isNull = !quoted && (start === end || end - start === 4 && bytes[start] === 110 && bytes[start + 1] === 117);
    if (isNull && part.form !== 'text') return undefined;
    if (isNull && quoted === false && chunk.quote !== 0 && start !== end) return undefined;
    return { part, start, end, origin: cellStart(chunk, index), turns: part.form === 'turns' ? this.#reader.read(bytes, start, end) : [] };
  }

  #readCell(chunk: Chunk, row: number, cell: PartCell): void {
    const { part, start, end } = cell;
    const { bytes } = chunk;
    const tell = this.#sink(row, cell);
    if (part.form === 'text') {
      this.#scan(bytes, row, cell, { start, end, escapes: 'none' }, part.is, SPEAKERS[part.is]);
      if (start === end || this.#scanner.visible === 0) {
        if (!OPTIONAL.has(part.is)) this.#offences.add('empty-text', part.is, row, { at: 'cell', row, column: part.column });
      }
      return;
    }
    if (part.form === 'texts') {
      for (const text of this.#reader.texts(bytes, start, end)) this.#scan(bytes, row, cell, text, part.is, SPEAKERS[part.is]);
      return;
    }
    if (cell.turns.length === 0) return tell('incomplete-example', part.is, cell, false);
    const withText = new Set<Turn>();
    for (const turn of cell.turns) {
      const role = this.#reader.roles.at(turn.role);
      for (const text of turn.texts) {
        this.#scan(bytes, row, cell, text, role?.text ?? '', role?.speaker ?? 'unknown');
        if (this.#scanner.visible > 0) withText.add(turn);
      }
    }
    const isShareGpt = this.#shape.speakerKey === 'from';
    judgeTurns({ bytes, turns: cell.turns, roles: this.#reader.roles, part: part.is, isShareGpt, hasText: turn => withText.has(turn) }, tell);
  }

  /** Takes faults of a cell whose places are offsets into its chunk. */
  #sink(row: number, { part: { column }, origin }: PartCell): FaultSink {
    return (fault, detail, { start, end }, quoted) => {
      this.#offences.add(fault, detail, row, { at: 'span', row, column, start: start - origin, end: end - origin, ...(quoted && { quoted }) });
    };
  }

  #scan(bytes: Uint8Array, row: number, cell: PartCell, text: TurnText, name: string, speaker: Speaker): void {
    const tell = this.#sink(row, cell);
    const scanner = this.#scanner;
    const before = scanner.tokens;
    const isCoded = text.escapes === 'codes';
    const [of, start, end] = isCoded ? this.#resolved(bytes, text) : [bytes, text.start, text.end] as const;
    scanner.scan(of, start, end, text.escapes === 'letters');
    const at = (offset: number): number => (isCoded ? writtenOffset(bytes, text.start, text.end, offset - start) : offset);
    for (const fault of scanner.faults) {
      if (fault.kind === 'assistant-phrase' && (speaker === 'user' || speaker === 'system')) continue;
      tell(fault.kind, fault.detail, { start: at(fault.start), end: at(fault.end) }, true);
    }
    const isOfSigns = scanner.visible >= JUDGED && !scanner.hasCode && scanner.alphanumeric < FEWEST_LETTERS * scanner.visible;
    if (isOfSigns) tell('symbols', '', text, true);
    this.#languages.add(scanner, speaker);
    if ((speaker === 'assistant' || speaker === 'unknown') && !scanner.hasCode && scanner.visible >= JUDGED) this.#judgeLines(of, start, end, row, text, cell, tell);
    this.#speak(name, speaker, scanner.tokens - before);
  }

  /** What an answer or a document says again and again, within itself or as others do. `[start, end)`: the text, in which escapes of one letter may be left. */
  #judgeLines(of: Uint8Array, start: number, end: number, row: number, text: TurnText, { part: { column }, origin }: PartCell, tell: FaultSink): void {
    if (this.#repetition.share(of, start, end) > MOST_REPEATED) tell('repetition', '', text, true);
    if (!this.#isSampled) return;
    const written = decoder.decode(of.subarray(start, end));
    const plain = text.escapes === 'letters' ? written.replaceAll('\\n', '\n') : written;
    const place: Place = { at: 'span', row, column, start: text.start - origin, end: text.end - origin, quoted: text.escapes !== 'none' };
    this.#lines.add(plain, row, place);
    this.#written.add(plain, place);
  }

  #resolved(bytes: Uint8Array, { start, end }: Stretch): readonly [Uint8Array, number, number] {
    if (this.#scratch.length < end - start) this.#scratch = new Uint8Array(2 * (end - start));
    return [this.#scratch, 0, resolveEscapes(bytes, start, end, this.#scratch, 0)];
  }

  #speak(name: string, speaker: Speaker, tokens: number): void {
    const { characters } = this.#scanner;
    const spoken = this.#spokenBy(name, speaker);
    spoken.turns++;
    spoken.characters += characters;
    spoken.longest = Math.max(spoken.longest, characters);
    spoken.tokens += tokens;
  }

  #spokenBy(name: string, speaker: Speaker): Spoken {
    const known = this.#spoken.get(name);
    const spoken = known ?? { name, speaker, turns: 0, characters: 0, longest: 0, tokens: 0 };
    if (!known) this.#spoken.set(name, spoken);
    return spoken;
  }

  #judgeAnswers({ bytes }: Chunk, row: number, cells: readonly PartCell[]): void {
    const chosen = cells.find(({ part }) => part.is === 'chosen');
    const rejected = cells.find(({ part }) => part.is === 'rejected');
    if (!chosen || !rejected) return;
    const fault = judgeAnswers({ bytes, chosen, rejected, hasPrompt: cells.some(({ part }) => part.is === 'prompt') });
    if (fault) this.#offences.add(fault, '', row, { at: 'cell', row, column: rejected.part.column });
  }
}

const decoder = new TextDecoder();

function larger(words: Uint32Array): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(2 * words.length);
  grown.set(words);
  return grown;
}
