import type { Chunk } from '../core/chunk.ts';
import type { CellFacts, Summarizer, SummarySpec } from '../core/kernel.ts';
import type { TableSummary } from '../core/summary.ts';
import { ChunkInput } from './chunkInput.ts';
import type { KernelMemory } from './memory.ts';
import { OutputBlock } from './outputBlock.ts';
import { readExported } from './read.ts';

const TABLE_BYTES = 40;
const FACT_BYTES = 32;

/** The summarizer over the kernel; what it means is defined by its twin in test/oracle/summarizer.ts. */
export class KernelSummarizer implements Summarizer {
  readonly #memory: KernelMemory;
  readonly #spec: SummarySpec;
  readonly #table: number;
  readonly #tokens: number;
  readonly #tokenText: number;
  readonly #input: ChunkInput;
  readonly #output: OutputBlock;
  readonly #rows: OutputBlock;
  #rowWords = 0;
  #disposed = false;

  constructor(memory: KernelMemory, spec: SummarySpec) {
    this.#memory = memory;
    this.#spec = spec;
    this.#tokenText = memory.allocate(spec.nullTokens.reduce((sum, token) => sum + token.length, 64));
    this.#tokens = this.#createTokens();
    this.#table = memory.allocate(TABLE_BYTES);
    const { values, buckets, registerBits } = spec.size;
    memory.words.set([spec.columns, this.#tokens, values, buckets, registerBits, 0, 0, 0, 0, 0], this.#table >>> 2);
    memory.exports.createTable(this.#table);
    this.#input = new ChunkInput(memory);
    this.#output = new OutputBlock(memory);
    this.#rows = new OutputBlock(memory);
    abandoned.register(this, { memory, table: this.#table, parts: this.#parts() }, this);
  }

  get rowHashes(): Uint32Array {
    return this.#memory.wordView(this.#rows.block, this.#rowWords);
  }

  add(chunk: Chunk, hashes = false): void {
    const rows = hashes ? this.#rows.reserve(8 * chunk.records) : 0;
    const view = this.#input.show(chunk);
    this.#rowWords = hashes ? 2 * chunk.records : 0;
    if (chunk.starts || chunk.columns) this.#memory.exports.addNamed(this.#table, view, rows);
    else this.#memory.exports.addTouching(this.#table, view, rows);
  }

  hashRows(chunk: Chunk, columns: readonly number[]): Uint32Array {
    return this.#hashInto(this.#output, chunk, columns);
  }

  cells(chunk: Chunk, column: number): CellFacts {
    const { records } = chunk;
    const room = (8 * records + 15) & ~15;
    const block = this.#output.reserve(6 * room + FACT_BYTES);
    const [classes, starts, ends, flags, hashes, numbers] = [0, 1, 2, 3, 4, 5].map((part) => block + FACT_BYTES + part * room);
    const view = this.#input.show(chunk);
    this.#memory.words.set([classes ?? 0, starts ?? 0, ends ?? 0, flags ?? 0, hashes ?? 0, numbers ?? 0], block >>> 2);
    this.#memory.exports.cellFacts(this.#table, view, column, block);
    return {
      classes: this.#memory.byteView(classes ?? 0, records),
      starts: this.#memory.wordView(starts ?? 0, records),
      ends: this.#memory.wordView(ends ?? 0, records),
      flags: this.#memory.byteView(flags ?? 0, records),
      hashes: this.#memory.wordView(hashes ?? 0, 2 * records),
      numbers: new Float64Array(this.#memory.buffer, numbers ?? 0, records),
    };
  }

  export(): Uint8Array {
    const { exports } = this.#memory;
    const block = this.#output.reserve(exports.exportedMost(this.#table) >>> 0);
    const end = exports.exportTable(this.#table, block) >>> 0;
    return this.#memory.byteView(block, end - block).slice();
  }

  merge(exported: Uint8Array): void {
    const block = this.#output.reserve(exported.length);
    this.#memory.bytes.set(exported, block);
    if (this.#memory.exports.mergeTable(this.#table, block) === 0) throw new Error('a summary can only be merged with one of the same spec');
  }

  read(): TableSummary {
    return readExported(this.export());
  }

  /** Gives the memory back at once. */
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    abandoned.unregister(this);
    drop({ memory: this.#memory, table: this.#table, parts: this.#parts() });
  }

  #hashInto(output: OutputBlock, chunk: Chunk, columns: readonly number[]): Uint32Array {
    const block = output.reserve(8 * chunk.records + 4 * columns.length);
    const view = this.#input.show(chunk);
    const list = block + 8 * chunk.records;
    this.#memory.words.set(columns, list >>> 2);
    this.#memory.exports.hashRows(view, list, columns.length, this.#spec.columns, block);
    return this.#memory.wordView(block, 2 * chunk.records);
  }

  #createTokens(): number {
    const { exports } = this.#memory;
    const count = this.#spec.nullTokens.length;
    const bytes = exports.tokenBytes(count);
    const tokens = this.#memory.allocate(bytes);
    this.#memory.bytes.fill(0, tokens, tokens + bytes);
    exports.createTokens(tokens, count);
    let at = this.#tokenText;
    this.#spec.nullTokens.forEach((token, index) => {
      this.#memory.bytes.set(token, at);
      exports.setToken(tokens, index, at, token.length);
      at += token.length;
    });
    return tokens;
  }

  #parts(): Parts {
    return { fixed: [this.#table, this.#tokens, this.#tokenText], growing: [this.#input, this.#output, this.#rows] };
  }
}

interface Parts {
  readonly fixed: readonly number[];
  readonly growing: readonly { readonly blocks: readonly number[] }[];
}

interface Holdings {
  readonly memory: KernelMemory;
  readonly table: number;
  readonly parts: Parts;
}

/** Frees what a summarizer held that nobody refers to any more. */
const abandoned = new FinalizationRegistry<Holdings>(drop);

function drop({ memory, table, parts }: Holdings): void {
  memory.exports.dropTable(table);
  for (const block of [...parts.fixed, ...parts.growing.flatMap((part) => part.blocks)]) memory.free(block);
}
