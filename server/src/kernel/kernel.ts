import type { Kernel } from '../core/kernel.ts';
import { KernelMemory } from './memory.ts';
import { KernelSummarizer } from './summarizer.ts';
import { KernelTokenizer } from './tokenizer.ts';

/**
 * The SIMD kernel: one WebAssembly instance whose memory all its tokenizers and summarizers share, so that what one cuts the other adds without a copy.
 * Runs in Node and in web workers. Make one a thread and keep it.
 */
export function createKernel(): Kernel {
  const memory = new KernelMemory();
  return {
    tokenizer: (dialect) => new KernelTokenizer(memory, dialect),
    summarizer: (spec) => new KernelSummarizer(memory, spec),
    hash: (content) => withCopy(memory, content, (at) => BigInt.asUintN(64, memory.exports.hashBytes(at, content.length))),
    quoteParity: (bytes, quote) => withCopy(memory, bytes, (at) => (memory.exports.quoteParity(at, bytes.length, quote) === 0 ? 0 : 1)),
  };
}

/** Calls the kernel on bytes that may lie anywhere. */
function withCopy<T>(memory: KernelMemory, bytes: Uint8Array, use: (at: number) => T): T {
  if (bytes.buffer === memory.buffer) return use(bytes.byteOffset);
  const block = memory.allocate(bytes.length + 16);
  memory.bytes.set(bytes, block);
  const result = use(block);
  memory.free(block);
  return result;
}
