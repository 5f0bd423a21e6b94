import type { Chunk } from '../../core/chunk.ts';
import { FactList } from '../../core/factList.ts';
import type { JsonCells, JsonLines } from '../../core/jsonLines.ts';
import type { Place } from '../../core/place.ts';
import type { StructuralFact } from '../../core/structure.ts';
import { Acquaintance } from './acquaintance.ts';
import { CellList } from './cells.ts';
import { fieldFacts } from './fields.ts';
import { ARRAY, DEEP, NESTED, NO_COLUMN, NULL } from './kinds.ts';
import { COLUMN_LIMIT, Paths } from './paths.ts';
import type { PathNode } from './paths.ts';
import { isSpace } from './lexer.ts';
import { RecordScanner } from './scanner.ts';
import type { Entry } from './scanner.ts';

/** How a record ended: read to its end, broken somewhere, or cut because it is longer than the reader keeps. */
type Ending = 'whole' | 'broken' | 'cut';

/** One pass over the records of a JSON text: puts the cells of a chunk together and notes what is odd. */
export class JsonPass {
  readonly paths: Paths;
  readonly cells: JsonCells;
  readonly facts = new FactList();
  /** Records that are more than a blank line. */
  values = 0;
  readonly #scanner: RecordScanner;
  /** Who reads the lines that hold nothing new, and what it has been told. */
  readonly #helper: JsonLines | undefined;
  readonly #acquaintance: Acquaintance | undefined;

  constructor(header: readonly string[], helper?: JsonLines) {
    this.paths = new Paths(header);
    this.cells = helper ?? new CellList();
    this.#scanner = new RecordScanner(this.paths);
    this.#helper = helper;
    this.#acquaintance = helper && new Acquaintance(helper, this.paths);
  }

  /** Begins the next chunk; the cells of the last one are gone. */
  begin(lines: Chunk): void {
    if (this.#helper) this.#helper.begin(lines);
    else this.cells.clear();
  }

  /** Has lines read that hold nothing new, as far as there is somebody who does that. */
  readKnown(): void {
    const before = this.cells.records;
    this.#helper?.read();
    this.values += this.cells.records - before;
  }

  dispose(): void {
    this.#acquaintance?.end();
    this.#helper?.dispose();
  }

  /** Reads the line `[from, to)` as one record. `cut`: more of the line was left out. */
  line(bytes: Uint8Array, from: number, to: number, row: number, cut: boolean): void {
    let stop = to;
    while (stop > from && isSpace(bytes[stop - 1] ?? 0)) stop--;
    let at = from;
    while (at < stop && isSpace(bytes[at] ?? 0)) at++;
    if (at >= stop) {
      this.facts.add({ kind: 'blank-row', place: { at: 'row', row }, numbers: {} });
      this.cells.endRecord(from, stop);
      return;
    }
    const scanner = this.#scanner;
    const marked = isMark(bytes, at);
    const end = scanner.scan(bytes, marked ? scanner.space(at + 3) : at, stop);
    if (marked) scanner.forgive('byte-order-mark', at, at + 3);
    const whole = end >= 0 && this.#endsLine(end, stop);
    this.#take(whole ? 'whole' : cut ? 'cut' : 'broken', from, stop, row);
  }

  /** A line that nobody looks at. */
  pass(from: number, to: number): void {
    this.cells.endRecord(from, to);
  }

  /** Reads the value at `from` as a record of its own and returns where it ends, or -1 where it is broken. */
  value(bytes: Uint8Array, from: number, stop: number, row: number): number {
    const end = this.#scanner.scan(bytes, from, stop);
    this.#take(end >= 0 ? 'whole' : 'broken', from, end >= 0 ? end : this.#scanner.faultEnd, row);
    return end;
  }

  /** Adds a record that was put together elsewhere; it lies where its first value does. */
  entries(entries: readonly Entry[], row: number): void {
    const [{ start, end } = { start: 0, end: 0 }] = entries;
    this.values++;
    this.#addEntries(entries, row, start);
    this.cells.endRecord(start, end);
  }

  /** Notes the fault of a scanner, in a record that lies at `from`. */
  noteFault({ fault, faultStart, faultEnd }: RecordScanner, from: number, row: number, kept = false): void {
    const place = { at: 'text', row, start: faultStart - from, end: faultEnd - from } as const;
    this.facts.add({ kind: 'malformed-json', place, numbers: { code: fault, kept: Number(kept) } });
  }

  /** Where the fault of the value read last stands. */
  get faultEnd(): number {
    return this.#scanner.faultEnd;
  }

  /** Everything that was met, with what the values of each column are. */
  allFacts(): readonly StructuralFact[] {
    const all = new FactList();
    this.#acquaintance?.takeCounts();
    all.addAll(this.facts.list());
    if (this.paths.overflown) all.add({ kind: 'column-limit', place: { at: 'file' }, numbers: { most: COLUMN_LIMIT } });
    for (const fact of fieldFacts(this.paths.root)) all.add(fact);
    return all.list();
  }

  /** Whether nothing follows the value that ends at `end`; a comma is forgiven, since whole arrays are pasted with theirs. */
  #endsLine(end: number, stop: number): boolean {
    const scanner = this.#scanner;
    const next = scanner.space(end);
    if (next >= stop) return true;
    if (scanner.byteAt(next) === 44 && scanner.space(next + 1) >= stop) {
      scanner.forgive('comma-after-record', next);
      return true;
    }
    const byte = scanner.byteAt(next);
    if (byte === 47) scanner.fail('comment', next, next + 2);
    else scanner.fail(byte === 123 || byte === 91 || byte === 34 ? 'second-value' : 'unexpected', next);
    return false;
  }

  #take(ending: Ending, from: number, stop: number, row: number): void {
    this.values++;
    const scanner = this.#scanner;
    const within = (start: number, end: number): Place => ({ at: 'text', row, start: start - from, end: end - from });
    if (scanner.fault !== -1 && ending !== 'cut') this.noteFault(scanner, from, row, ending === 'whole');
    if (ending !== 'broken') {
      this.#addCells(row, from);
      this.#addRemarks(within, row);
    }
    this.cells.endRecord(from, stop);
  }

  #addCells(row: number, from: number): void {
    const before = this.cells.count;
    for (let i = 0; i < this.#scanner.count; i++) {
      const entry = this.#scanner.entry(i);
      if (entry) this.#addEntry(entry, row, from);
    }
    if (this.cells.count === before) this.cells.add(from, from, NO_COLUMN, false);
  }

  #addEntries(entries: readonly Entry[], row: number, from: number): void {
    const before = this.cells.count;
    for (const entry of entries) this.#addEntry(entry, row, from);
    if (this.cells.count === before) this.cells.add(from, from, NO_COLUMN, false);
  }

  #addEntry(entry: Entry, row: number, from: number): void {
    const isNew = entry.node.counts[entry.kind] === 0;
    count(entry, row, from);
    const column = entry.kind === NESTED ? NO_COLUMN : this.paths.columnOf(entry.node, entry.kind);
    if (isNew) this.#acquaintance?.meet(entry.node);
    if (column !== NO_COLUMN) this.cells.add(entry.start, entry.end, column, entry.escaped);
  }

  #addRemarks(within: (start: number, end: number) => Place, row: number): void {
    const scanner = this.#scanner;
    const first = scanner.entry(0);
    if (scanner.count > 0 && first?.node === this.paths.root) {
      this.facts.add({ kind: 'not-an-object', place: { at: 'row', row }, numbers: { array: Number(first.kind === ARRAY), count: 1 } });
    }
    for (const { node, start, end, nested } of scanner.repeated) {
      this.facts.add({ kind: 'duplicate-key', place: within(start, end), numbers: { column: columnIn(node), nested: Number(nested), count: 1 } });
    }
    for (const { start, end } of scanner.surrogates) this.facts.add({ kind: 'lone-surrogate', place: within(start, end), numbers: {} });
    for (const { start, end, literal } of scanner.unsafe) {
      const entry = this.#entryAt(start);
      const nested = Number(entry?.kind === ARRAY || entry?.kind === DEEP);
      const column = entry ? columnIn(entry.node) : -1;
      this.facts.add({ kind: 'unsafe-number', place: within(start, end), numbers: { column, literal, nested, count: 1 } });
    }
    if (scanner.deepAt >= 0) this.facts.add({ kind: 'deep-nesting', place: within(scanner.deepAt, scanner.deepAt + 1), numbers: { depth: scanner.depth } });
  }

  #entryAt(at: number): Entry | undefined {
    for (let i = 0; i < this.#scanner.count; i++) {
      const entry = this.#scanner.entry(i);
      if (entry && entry.start <= at && at < entry.end) return entry;
    }
    return undefined;
  }
}

/** A column of the path, -1 where it has none. */
const columnIn = (node: PathNode): number => node.columns.find(column => column >= 0 && column !== NO_COLUMN) ?? -1;

/** A byte-order mark of UTF-8: files put one after the other have them in their middle. */
const isMark = (bytes: Uint8Array, at: number): boolean => bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf;

function count({ node, kind, keyStart, keyEnd }: Entry, row: number, from: number): void {
  node.counts[kind] = (node.counts[kind] ?? 0) + 1;
  if (node.firstRow < 0) {
    node.firstRow = row;
    node.keyStart = keyStart - from;
    node.keyEnd = keyEnd - from;
  }
  if (node.firstValue < 0 && kind !== NULL) node.firstValue = row;
}
