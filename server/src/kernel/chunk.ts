import type { Chunk } from '../core/chunk.ts';
import type { KernelMemory } from './memory.ts';
import type { TokenizerBuffers } from './tokenizerBuffers.ts';

interface ChunkFacts extends Omit<Chunk, 'bytes' | 'ends' | 'starts' | 'recordEnds'> {
  readonly length: number;
  readonly cells: number;
  readonly gap: boolean;
}

/**
 * A chunk over the tokenizer's buffers, which it keeps from being freed. Its views are made when they are asked for, and made anew when the kernel's memory
 * grew, which empties the old ones.
 */
export class KernelChunk implements Chunk {
  readonly firstRecord: number;
  readonly offset: number;
  readonly records: number;
  readonly quote: number;
  readonly lineBreaks: number;
  readonly incidents: Chunk['incidents'];
  declare readonly starts?: Uint32Array;
  readonly #memory: KernelMemory;
  readonly #buffers: TokenizerBuffers;
  readonly #length: number;
  readonly #cells: number;
  #bytes: Uint8Array = NO_BYTES;
  #ends: Uint32Array = NO_WORDS;
  #recordEnds: Uint32Array = NO_WORDS;

  constructor(memory: KernelMemory, buffers: TokenizerBuffers, facts: ChunkFacts) {
    this.#memory = memory;
    this.#buffers = buffers;
    this.#length = facts.length;
    this.#cells = facts.cells;
    this.firstRecord = facts.firstRecord;
    this.offset = facts.offset;
    this.records = facts.records;
    this.quote = facts.quote;
    this.lineBreaks = facts.lineBreaks;
    this.incidents = facts.incidents;
    if (facts.gap) this.starts = memory.wordView(buffers.starts, facts.cells).slice();
  }

  get bytes(): Uint8Array {
    if (this.#bytes.length === 0) this.#bytes = this.#memory.byteView(this.#buffers.area, this.#length);
    return this.#bytes;
  }

  get ends(): Uint32Array {
    if (this.#ends.length === 0) this.#ends = this.#memory.wordView(this.#buffers.ends, this.#cells);
    return this.#ends;
  }

  get recordEnds(): Uint32Array {
    if (this.#recordEnds.length === 0) this.#recordEnds = this.#memory.wordView(this.#buffers.recordEnds, this.records);
    return this.#recordEnds;
  }
}

const NO_BYTES = new Uint8Array(0);
const NO_WORDS = new Uint32Array(0);
