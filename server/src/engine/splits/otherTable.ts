import type { Chunk } from '../../core/chunk.ts';
import { textOf } from '../../core/content.ts';
import type { CellFacts, Summarizer } from '../../core/kernel.ts';
import { CELL_CLASSES } from '../../core/kernel.ts';
import type { Membership } from '../../core/matches.ts';
import type { Place, TextRange } from '../../core/place.ts';
import type { CellQuery, Query } from '../../core/query.ts';
import type { TableView } from '../../core/rule.ts';
import { cellAt, type Readable } from '../chunkIndex.ts';
import { forEachChunk, type Control } from '../pass.ts';
import { RowHashBag } from '../rowIndex.ts';
import type { HeaderCell } from '../scan.ts';
import { textOfCell, wordsOfRow } from '../cellText.ts';
import { tokensOf } from '../../util/statistics/minHash.ts';
import { FEWEST_TOKENS, Signatures } from '../signatures.ts';
import { isoForm } from './moments.ts';
import { summarizerOf } from '../scanPart.ts';

/** One file of another table, open for further passes. */
export interface OtherPart {
  readonly uri: string;
  readonly readable: Readable;
  /** Line the first record starts at. */
  readonly firstLine: number;
  readonly headers: readonly HeaderCell[];
  /** False for packed files, in which an editor shows no places. */
  readonly hasText: boolean;
  /** Indexes that were made of the file before, by key. */
  readonly indexes: Map<string, RowHashBag>;
  /** Signatures of its texts, by key. */
  readonly texts: Map<string, Signatures>;
}

/** What predicates ask of another table: how often a hash is there. */
export interface HashCounter {
  count(low: number, high: number): number;
  /** How alike the words of a text are to those of the row most like it, from 0 to 1; where texts were asked for. */
  likeness?(tokens: readonly string[]): number;
  /** True where `count` is exact: an index over its budget counts a share of all hashes only. */
  tracks(low: number, high: number): boolean;
}

/** A row of another table: where it is, and what stands in the columns that were asked for. */
export interface FoundRow {
  readonly uri: string;
  readonly place: Place;
  readonly range: TextRange;
  readonly texts: readonly string[];
}

/** Another table, or another part of the checked one, as queries meet it. */
export class OtherTable {
  readonly view: TableView;
  readonly parts: readonly OtherPart[];
  readonly #within: Membership | undefined;

  constructor(view: TableView, parts: readonly OtherPart[], within?: Membership) {
    this.view = view;
    this.parts = parts;
    this.#within = within;
  }

  /** The index a query needs; `undefined` when cancelled. Each part keeps its own, within the budget of a row index. */
  async index(need: IndexNeed, control: Control): Promise<HashCounter | undefined> {
    if (need.of === 'texts') return this.#texts(need, control);
    const bags: RowHashBag[] = [];
    for (const part of this.parts) {
      const key = `${need.of}:${need.columns.join()}`;
      const bag = part.indexes.get(key) ?? await this.#build(part, need, control);
      if (!bag) return undefined;
      part.indexes.set(key, bag);
      bags.push(bag);
    }
    return {
      count: (low, high) => bags.reduce((sum, bag) => sum + bag.count(low, high), 0),
      tracks: (low, high) => bags.every(bag => bag.tracks(low, high)),
    };
  }

  async #texts({ columns }: IndexNeed, control: Control): Promise<HashCounter | undefined> {
    const all: Signatures[] = [];
    for (const part of this.parts) {
      const key = columns.join();
      const signatures = part.texts.get(key) ?? await this.#readTexts(part, columns, control);
      if (!signatures) return undefined;
      part.texts.set(key, signatures);
      all.push(signatures);
    }
    return { count: () => 0, tracks: () => false, likeness: tokens => Math.max(0, ...all.map(one => one.likeness(tokens))) };
  }

  async #readTexts({ readable }: OtherPart, columns: readonly number[], control: Control): Promise<Signatures | undefined> {
    const { kernel, format, source, reading } = readable;
    const signatures = new Signatures();
    const summarizer = summarizerOf(kernel, reading);
    const finished = await forEachChunk(format.reader(kernel, source, reading), control, chunk => {
      const isMember = membersOf(chunk, summarizer, this.#within);
      for (let r = 0; r < chunk.records; r++) {
        const tokens = isMember(r) ? tokensOf(wordsOfRow(chunk, r, columns)) : [];
        if (tokens.length >= FEWEST_TOKENS) signatures.offer(tokens, 0, NEARLY_EQUAL);
      }
    });
    summarizer.dispose();
    return finished ? signatures : undefined;
  }

  /** The latest date, or date and time, of a column in ISO form; `undefined` where there is none, `null` when cancelled. */
  async latest(column: number, control: Control): Promise<string | undefined | null> {
    let latest: string | undefined;
    for (const { readable } of this.parts) {
      const { kernel, format, source, reading } = readable;
      const summarizer = summarizerOf(kernel, reading);
      const finished = await forEachChunk(format.reader(kernel, source, reading), control, chunk => {
        const isMember = membersOf(chunk, summarizer, this.#within);
        const facts = summarizer.cells(chunk, column);
        for (let r = 0; r < chunk.records; r++) {
          if (!isMember(r) || !isDated(facts, r)) continue;
          const moment = isoForm(textOfCell(chunk, facts, r));
          if (latest === undefined || moment > latest) latest = moment;
        }
      });
      summarizer.dispose();
      if (!finished) return null;
    }
    return latest;
  }

  /** The first row with each of the hashes over `columns`, by hash. Stops reading once all are found. */
  async find(hashes: readonly bigint[], columns: readonly number[]): Promise<ReadonlyMap<bigint, FoundRow>> {
    const wanted = new Set(hashes);
    const found = new Map<bigint, FoundRow>();
    for (const part of this.parts) if (found.size < wanted.size) await this.#findIn(part, wanted, columns, found);
    return found;
  }

  async #build(part: OtherPart, { of, columns }: IndexNeed, control: Control): Promise<RowHashBag | undefined> {
    const { kernel, format, source, reading } = part.readable;
    const bag = new RowHashBag();
    const summarizer = summarizerOf(kernel, reading);
    const finished = await forEachChunk(format.reader(kernel, source, reading), control, chunk => {
      const isMember = membersOf(chunk, summarizer, this.#within);
      const facts = of === 'cells' ? summarizer.cells(chunk, columns[0] ?? 0) : undefined;
      const hashes = facts?.hashes ?? summarizer.hashRows(chunk, columns);
      for (let r = 0; r < chunk.records; r++) {
        if (isMember(r) && !(facts && isAbsent(facts, r))) bag.addOne(hashes[2 * r] ?? 0, hashes[2 * r + 1] ?? 0);
      }
    });
    summarizer.dispose();
    return finished ? bag : undefined;
  }

  async #findIn({ uri, readable, firstLine, hasText }: OtherPart, wanted: ReadonlySet<bigint>, columns: readonly number[], found: Map<bigint, FoundRow>): Promise<void> {
    const { kernel, format, source, reading } = readable;
    const summarizer = summarizerOf(kernel, reading);
    const reader = format.reader(kernel, source, reading);
    let line = firstLine;
    for (let chunk = await reader.next(); chunk && found.size < wanted.size; chunk = await reader.next()) {
      const locator = format.locator(chunk, line);
      const isMember = membersOf(chunk, summarizer, this.#within);
      const hashes = summarizer.hashRows(chunk, columns);
      for (let r = 0; r < chunk.records; r++) {
        const hash = hashAt(hashes, r);
        if (!wanted.has(hash) || found.has(hash) || !isMember(r)) continue;
        const place: Place = { at: 'row', row: chunk.firstRecord + r };
        found.set(hash, { uri, place, range: hasText ? locator.record(r) : START, texts: textsOf(chunk, r, columns) });
      }
      line = locator.nextLine;
    }
    reader.dispose();
    summarizer.dispose();
  }
}

const START: TextRange = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Texts this alike stand for each other in an index. */
const NEARLY_EQUAL = 0.95;

/** An index over rows, by their cells in some columns, over the present cells of one column, or over the words of some columns. */
export interface IndexNeed {
  readonly of: 'rows' | 'cells' | 'texts';
  readonly table: string;
  readonly columns: readonly number[];
}

/** Key of an index among those of all other tables. */
export const keyOfNeed = ({ of, table, columns }: IndexNeed): string => `${of}:${columns.join()}:${table}`;

/** Indexes a query asks of other tables. */
export function needsOf(query: Query): readonly IndexNeed[] {
  switch (query.is) {
    case 'in-other':
    case 'not-in-other': return [{ of: 'rows', table: query.table, columns: query.from }];
    case 'near-other': return [{ of: 'texts', table: query.table, columns: query.from }, { of: 'rows', table: query.table, columns: query.whole.from }];
    case 'occurs-in': return [{ of: 'cells', table: query.table, columns: [query.column] }];
    case 'and':
    case 'or': return query.of.flatMap((part: CellQuery) => needsOf(part));
    case 'not': return needsOf(query.of);
    default: return [];
  }
}

export const hashAt = (hashes: Uint32Array, r: number): bigint => (BigInt(hashes[2 * r + 1] ?? 0) << 32n) | BigInt(hashes[2 * r] ?? 0);

export const textsOf = (chunk: Chunk, record: number, columns: readonly number[]): readonly string[] => columns.map(column => {
  const cell = cellAt(chunk, record, column);
  return cell === -1 ? '' : textOf(chunk, cell);
});

/** Which records of a chunk belong to a part; all of them where there is none. The answer stays valid when the summarizer goes on. */
export function membersOf(chunk: Chunk, summarizer: Summarizer, within: Membership | undefined): (record: number) => boolean {
  if (!within) return () => true;
  const { hashes } = summarizer.cells(chunk, within.column);
  const wanted = within.hashes.map(hash => [Number(hash & 0xffffffffn), Number(hash >> 32n)] as const);
  const isWanted = (r: number): boolean => wanted.some(([low, high]) => hashes[2 * r] === low && hashes[2 * r + 1] === high);
  const members = Uint8Array.from({ length: chunk.records }, (_, r) => Number(isWanted(r)));
  return r => members[r] === 1;
}

const MISSING = CELL_CLASSES.indexOf('missing');
const ABSENT = CELL_CLASSES.indexOf('absent');
const DATES: ReadonlySet<number> = new Set([CELL_CLASSES.indexOf('date'), CELL_CLASSES.indexOf('datetime')]);
const isDated = ({ classes }: CellFacts, r: number): boolean => DATES.has(classes[r] ?? -1);
const isAbsent = ({ classes }: CellFacts, r: number): boolean => classes[r] === MISSING || classes[r] === ABSENT;
