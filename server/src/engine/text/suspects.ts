import { cellsOf, cellStart } from '../../core/chunk.ts';
import type { Chunk } from '../../core/chunk.ts';
import { textOf } from '../../core/content.ts';
import type { Kernel } from '../../core/kernel.ts';
import type { StructuralFact, StructuralKind } from '../../core/structure.ts';
import { BYTE_CLASSES, classIndex } from '../../util/characters.ts';
import { isLost, isMojibake, suspectAt } from '../../util/mojibake.ts';
import { firstAbove } from '../../util/search.ts';

/** Text that is looked through from the start of a file: what was decoded wrongly is hardly ever decoded rightly at first. */
const LOOKED_AT = 4 * 1024 * 1024;

/**
 * What is worth a query and its pass: the columns that hold text which was decoded wrongly before it was written, and the classes of characters that
 * are met, whatever the format.
 */
export class Suspects {
  readonly #found = new Map<string, StructuralFact>();
  readonly #kernel: Kernel;
  /** Bits of the classes of characters that were met. */
  #classes = 0;

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
  }

  look(chunk: Chunk): void {
    const end = Math.min(chunk.bytes.length, LOOKED_AT - chunk.offset);
    if (!chunk.incidents.hasNonAscii || chunk.records === 0) return;
    this.#classes |= chunk.incidents.characters ?? this.#kernel.characters(chunk.bytes);
    if (chunk.starts) this.#lookApart(chunk, end);
    else this.#lookThrough(chunk, end);
  }

  facts(): readonly StructuralFact[] {
    const met = BYTE_CLASSES.map(classIndex).filter(index => ((this.#classes >> index) & 1) === 1);
    return [...this.#found.values(), ...met.map((index): StructuralFact => ({ kind: 'characters', place: { at: 'file' }, numbers: { class: index } }))];
  }

  /** Cells that touch lie in the order of their bytes. */
  #lookThrough(chunk: Chunk, end: number): void {
    for (let at = suspectAt(chunk.bytes, 0, end); at !== -1;) {
      const cell = firstAbove(chunk.ends, at - 1);
      if (cell >= chunk.ends.length) return;
      this.#judge(chunk, cell);
      at = suspectAt(chunk.bytes, Math.max(at, chunk.ends[cell] ?? at) + 1, end);
    }
  }

  /** Cells with gaps between them may lie in any order. */
  #lookApart(chunk: Chunk, end: number): void {
    const { bytes, ends } = chunk;
    if (suspectAt(bytes, 0, end) === -1) return;
    for (let cell = 0; cell < ends.length; cell++) {
      if (suspectAt(bytes, cellStart(chunk, cell), Math.min(ends[cell] ?? 0, end)) !== -1) this.#judge(chunk, cell);
    }
  }

  #judge(chunk: Chunk, cell: number): void {
    const [from] = cellsOf(chunk, firstAbove(chunk.recordEnds, cell));
    const column = chunk.columns?.[cell] ?? cell - from;
    if (this.#found.has(`mojibake:${column}`) && this.#found.has(`lost-characters:${column}`)) return;
    const text = textOf(chunk, cell);
    if (isMojibake(text)) this.#note('mojibake', column);
    if (isLost(text)) this.#note('lost-characters', column);
  }

  #note(kind: StructuralKind, column: number): void {
    this.#found.set(`${kind}:${column}`, { kind, place: { at: 'header', column }, numbers: { column } });
  }
}
