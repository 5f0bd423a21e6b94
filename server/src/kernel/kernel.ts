import type { Kernel, Survey } from '../core/kernel.ts';
import type { Dialect } from '../core/reading.ts';
import { KernelJsonLines } from './jsonLines.ts';
import { KernelMemory } from './memory.ts';
import { KernelSummarizer } from './summarizer.ts';
import { KernelTokenizer } from './tokenizer.ts';

const LF = 10;
const CR = 13;

/**
 * The SIMD kernel: one WebAssembly instance whose memory all its tokenizers and summarizers share, so that what one cuts the other adds without a copy.
 * Runs in Node and in web workers. Make one a thread and keep it.
 */
export function createKernel(): Kernel {
  const memory = new KernelMemory();
  return {
    tokenizer: (dialect, origin, inspects) => new KernelTokenizer(memory, dialect, origin, inspects),
    summarizer: (spec) => new KernelSummarizer(memory, spec),
    hash: (content) => withCopy(memory, content, (at) => BigInt.asUintN(64, memory.exports.hashBytes(at, content.length))),
    characters: (bytes) => withCopy(memory, bytes, (at) => memory.exports.characterClasses(at, bytes.length)),
    jsonLines: () => new KernelJsonLines(memory),
    survey: (bytes, dialect) => withCopy(memory, bytes, (at) => survey(memory, at, bytes.length, dialect)),
  };
}

function survey(memory: KernelMemory, at: number, length: number, { quote, lineEnd }: Dialect): Survey {
  const answer = memory.allocate(12);
  memory.exports.survey(at, length, quote, lineEnd === 'cr' ? CR : LF, answer);
  const [parity = 0, outside = 0, inside = 0] = memory.wordView(answer, 3);
  memory.free(answer);
  return { parity: parity === 0 ? 0 : 1, lineEnds: [outside, inside] };
}

/** Calls the kernel on bytes that may lie anywhere. */
function withCopy<T>(memory: KernelMemory, bytes: Uint8Array, use: (at: number) => T): T {
  if (bytes.buffer === memory.buffer) return use(bytes.byteOffset);
  const block = memory.allocate(bytes.length + 64);
  memory.bytes.set(bytes, block);
  const result = use(block);
  memory.free(block);
  return result;
}
