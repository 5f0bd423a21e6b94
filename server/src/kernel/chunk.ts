import type { Chunk } from '../core/chunk.ts';
import type { KernelMemory } from './memory.ts';
import type { TokenizerBuffers } from './tokenizerBuffers.ts';

interface ChunkFacts extends Omit<Chunk, 'bytes' | 'ends' | 'starts' | 'recordEnds'> {
  readonly length: number;
  readonly cells: number;
  readonly gap: boolean;
}

/** A chunk over the tokenizer's buffers. Its views are remade when the kernel's memory grew, and it keeps the buffers from being freed. */
export function chunkOf(memory: KernelMemory, buffers: TokenizerBuffers, { length, cells, gap, ...rest }: ChunkFacts): Chunk {
  const { area, ends, recordEnds, starts } = buffers;
  let views = viewsOf();
  function viewsOf(): Pick<Chunk, 'bytes' | 'ends' | 'recordEnds'> {
    return { bytes: memory.byteView(area, length), ends: memory.wordView(ends, cells), recordEnds: memory.wordView(recordEnds, rest.records) };
  }
  function fresh(): typeof views {
    if (views.bytes.buffer !== memory.buffer) views = viewsOf();
    return views;
  }
  const chunk: Chunk = {
    ...rest,
    get bytes() {
      return fresh().bytes;
    },
    get ends() {
      return fresh().ends;
    },
    get recordEnds() {
      return fresh().recordEnds;
    },
    ...(gap && { starts: memory.wordView(starts, cells).slice() }),
  };
  owners.set(chunk, buffers);
  return chunk;
}

const owners = new WeakMap<Chunk, TokenizerBuffers>();
