import { cellsOf, cellStart } from '../../core/chunk.ts';
import type { Chunk } from '../../core/chunk.ts';
import { textOf } from '../../core/content.ts';
import type { StructuralFact, StructuralKind } from '../../core/structure.ts';
import { isLost, isMojibake, suspectAt } from '../../util/mojibake.ts';
import { firstAbove } from '../../util/search.ts';

/** Text that is looked through from the start of a file: what was decoded wrongly is hardly ever decoded rightly at first. */
const LOOKED_AT = 4 * 1024 * 1024;

/** Finds the columns that hold text which was decoded wrongly before it was written: then a query is worth its pass. */
export class Suspects {
  readonly #found = new Map<string, StructuralFact>();

  look(chunk: Chunk): void {
    const end = Math.min(chunk.bytes.length, LOOKED_AT - chunk.offset);
    if (!chunk.incidents.hasNonAscii || chunk.records === 0) return;
    if (chunk.starts) this.#lookApart(chunk, end);
    else this.#lookThrough(chunk, end);
  }

  facts(): readonly StructuralFact[] {
    return [...this.#found.values()];
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
