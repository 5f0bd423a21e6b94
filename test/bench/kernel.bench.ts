// Kernel against a plain read of the same file:  node out/bench/kernel.bench.mjs <file.csv> [columns] [runs]
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { summarySize } from '../../server/src/core/kernel.ts';
import { DEFAULT_NULL_TOKENS } from '../../server/src/core/reading.ts';
import { KernelMemory } from '../../server/src/kernel/memory.ts';
import { KernelSummarizer } from '../../server/src/kernel/summarizer.ts';
import { KernelTokenizer } from '../../server/src/kernel/tokenizer.ts';

const BLOCK = 256 * 1024;
const [path = '', columns = '20', runs = '7'] = process.argv.slice(2);

/** Reads the file block by block into where `room` says; returns its size. */
function stream(room: (size: number) => Uint8Array, take: (count: number, atEnd: boolean) => void): number {
  const file = openSync(path, 'r');
  const size = fstatSync(file).size;
  for (let left = size; left > 0; ) {
    const count = readSync(file, room(BLOCK), 0, BLOCK, null);
    left -= count;
    take(count, left === 0);
  }
  closeSync(file);
  return size;
}

/** Prints the median and the best of the CPU times of `run`, as megabytes a second. */
function measure(name: string, run: () => number): void {
  let size = run();
  const times = Array.from({ length: Number(runs) }, () => {
    const start = process.cpuUsage();
    size = run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  }).sort((a, b) => a - b);
  const median = times[times.length >> 1] ?? 0;
  const best = times[0] ?? 0;
  console.log(`${name.padEnd(12)} ${median.toFixed(0).padStart(6)} ms CPU  ${(size / 1000 / median).toFixed(0).padStart(6)} MB/s  best ${(size / 1000 / best).toFixed(0)}`);
}

const plain = new Uint8Array(BLOCK);
measure('plain read', () => stream(() => plain, () => undefined));

const memory = new KernelMemory();
measure('tokenizer', () => {
  const tokenizer = new KernelTokenizer(memory, { delimiter: 44, quote: 34, lineEnd: 'lf' });
  const size = stream((room) => tokenizer.input(room), (count, atEnd) => tokenizer.advance(count, atEnd));
  tokenizer.dispose();
  return size;
});

const nullTokens = DEFAULT_NULL_TOKENS.map((token) => new TextEncoder().encode(token));
measure('profile', () => {
  const tokenizer = new KernelTokenizer(memory, { delimiter: 44, quote: 34, lineEnd: 'lf' });
  const summarizer = new KernelSummarizer(memory, { columns: Number(columns), nullTokens, size: summarySize(Number(columns)) });
  const size = stream((room) => tokenizer.input(room), (count, atEnd) => {
    const chunk = tokenizer.advance(count, atEnd);
    if (chunk) summarizer.add(chunk);
  });
  summarizer.read();
  tokenizer.dispose();
  summarizer.dispose();
  return size;
});
console.log(`resident ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
