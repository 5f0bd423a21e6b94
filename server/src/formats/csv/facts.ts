import { cellsOf, cellStart } from '../../core/chunk.ts';
import type { Chunk, Incident } from '../../core/chunk.ts';
import type { FactList } from '../../core/factList.ts';
import type { Reading } from '../../core/reading.ts';
import { LINE_ENDS } from '../../core/structure.ts';
import type { StructuralFact } from '../../core/structure.ts';
import type { Kernel } from '../../core/kernel.ts';
import { BYTE_CLASSES, classIndex } from '../../util/characters.ts';
import { lookAtUtf8 } from '../../util/charset/utf8.ts';
import { firstAbove } from '../../util/search.ts';
import { noteLineEnds } from './lineEnds.ts';
import { placeOfByte, placeOfOffset } from './places.ts';
import { noteShapes, shapeOf } from './shapes.ts';
import type { Shape } from './shapes.ts';
import type { Tidied } from './tidy.ts';

/** What the chunks of one reader hold that a well-formed file would not. */
export class ChunkFacts {
  readonly #facts: FactList;
  readonly #shape: Shape;
  readonly #lineEnd: (typeof LINE_ENDS)[number];
  readonly #kernel: Kernel;
  /** Bits of the classes of characters that were met. */
  #classes = 0;

  constructor(facts: FactList, reading: Reading, kernel: Kernel) {
    this.#kernel = kernel;
    this.#facts = facts;
    this.#shape = shapeOf(reading);
    this.#lineEnd = LINE_ENDS[reading.lineEnd ?? 0] ?? 'LF';
  }

  /** `last`: the source ends with this chunk. `tidied`: what its dialect makes of it. */
  note(chunk: Chunk, last: boolean, { chunk: tidy, passed }: Tidied = { chunk, passed: NONE }): void {
    const ending = last && !passed.has(chunk.records - 1) ? endingOf(chunk, this.#shape.columns) : undefined;
    const { cells = 0, expected = 0 } = ending?.numbers ?? {};
    // The file may break off in a short last row; that is for a rule to judge.
    noteShapes(tidy, this.#shape, this.#facts, { unfinished: cells < expected, passed });
    this.#noteIncidents(tidy);
    noteLineEnds(chunk, this.#lineEnd, this.#facts);
    if (chunk.incidents.hasNonAscii) this.#noteClasses(chunk.incidents.characters ?? this.#kernel.characters(chunk.bytes));
    if (chunk.lineBreaks > chunk.records - Number(ending !== undefined)) this.#facts.add({ kind: 'characters', place: { at: 'file' }, numbers: { class: classIndex('line-break') } });
    if (ending) this.#facts.add(ending);
  }

  #noteIncidents(chunk: Chunk): void {
    for (const { kind, record, cell, offset } of chunk.incidents.list) {
      const place = placeOfByte(chunk, record, cell, offset, this.#shape.columns);
      this.#facts.add({ kind, place, numbers: numbersOf(chunk, kind, record, cell) });
    }
    const { invalidUtf8, controls } = chunk.incidents;
    if (invalidUtf8 >= 0) noteInvalid(chunk, invalidUtf8, this.#facts);
    if (controls > 0) noteControls(chunk, this.#shape.delimiter, this.#facts);
  }

  #noteClasses(met: number): void {
    const fresh = met & ~this.#classes;
    if (fresh === 0) return;
    this.#classes |= fresh;
    for (const kind of BYTE_CLASSES.filter(one => ((fresh >> classIndex(one)) & 1) === 1)) {
      this.#facts.add({ kind: 'characters', place: { at: 'file' }, numbers: { class: classIndex(kind) } });
    }
  }
}

const NONE: ReadonlySet<number> = new Set();

export function noteHeaderFacts(chunk: Chunk, facts: FactList): void {
  for (const { kind, record, cell } of chunk.incidents.list) {
    if (record === 0) facts.add({ kind, place: { at: 'header', column: cell }, numbers: numbersOf(chunk, kind, 0, cell) });
  }
  if (chunk.incidents.invalidUtf8 >= 0) facts.add({ kind: 'invalid-utf8', place: { at: 'header', column: 0 }, numbers: {} });
}

/** The last record, where the source ends without a line end. */
function endingOf(chunk: Chunk, expected: number): StructuralFact | undefined {
  const last = chunk.bytes.at(-1);
  if (chunk.records === 0 || last === 10 || last === 13) return undefined;
  const [from, to] = cellsOf(chunk, chunk.records - 1);
  return { kind: 'no-final-line-end', place: { at: 'row', row: chunk.firstRecord + chunk.records - 1 }, numbers: { cells: to - from, expected } };
}

/** Each cell with bytes that are not UTF-8, at the first of them; the kernel has only found where they begin. */
function noteInvalid(chunk: Chunk, first: number, facts: FactList): void {
  let end = -1;
  for (const invalid of lookAtUtf8(chunk.bytes.subarray(first), true).invalid) {
    const at = first + invalid;
    if (at <= end) continue;
    facts.add({ kind: 'invalid-utf8', place: placeOfOffset(chunk, at), numbers: { byte: chunk.bytes[at] ?? 0 } });
    end = chunk.ends[firstAbove(chunk.ends, at - 1)] ?? at;
  }
}

/** Where each control byte is; the kernel has only counted them. */
function noteControls(chunk: Chunk, delimiter: number, facts: FactList): void {
  const { bytes } = chunk;
  for (let i = 0; i < bytes.length; i++) {
    const code = bytes[i] ?? 32;
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== delimiter) facts.add({ kind: 'control-character', place: placeOfOffset(chunk, i), numbers: { code } });
  }
}

/** What a rule must know of an incident besides its place. */
function numbersOf(chunk: Chunk, kind: Incident['kind'], record: number, cell: number): StructuralFact['numbers'] {
  if (kind !== 'stray-quote') return {};
  const start = cellStart(chunk, cellsOf(chunk, record)[0] + cell);
  const [first, second] = [chunk.bytes[start], chunk.bytes[start + 1]];
  return { opened: Number(first === chunk.quote), ...(first === EQUALS && second === chunk.quote && { guard: 1 }) };
}

const EQUALS = 61;
