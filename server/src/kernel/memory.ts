import { bytesOfBase64 } from '../util/base64.ts';
import wasm from './wasm.generated.ts';

/** The kernel's functions, see server/kernel/index.ts. Pointers are byte offsets into `memory`. */
export interface KernelExports {
  readonly memory: WebAssembly.Memory;
  allocate(size: number): number;
  release(block: number, size: number): void;
  tokenize(scan: number): void;
  survey(bytes: number, length: number, quote: number, lineEnd: number, answer: number): void;
  characterClasses(bytes: number, length: number): number;
  powers(): number;
  hashBytes(at: number, length: number): bigint;
  tokenBytes(count: number): number;
  createTokens(at: number, count: number): void;
  setToken(at: number, index: number, bytes: number, length: number): void;
  createTable(table: number): void;
  dropTable(table: number): void;
  addTouching(table: number, chunk: number, rows: number): void;
  addNamed(table: number, chunk: number, rows: number): void;
  createNode(at: number, parent: number, length: number): void;
  readLines(scan: number): void;
  resolveEscapes(scan: number, length: number, copy: number, starts: number): number;
  cellFacts(table: number, chunk: number, column: number, facts: number): void;
  hashRows(chunk: number, columns: number, count: number, width: number, to: number): void;
  exportedMost(table: number): number;
  exportTable(table: number, to: number): number;
  mergeTable(table: number, from: number): number;
}

/** One instance of the kernel and its memory. Views are remade when the memory grew; never keep one over a call that may allocate. */
export class KernelMemory {
  readonly exports = instantiate();
  #buffer = this.exports.memory.buffer;
  #bytes = new Uint8Array(this.#buffer);
  #words = new Uint32Array(this.#buffer);

  /** Block sizes by address, so that a block is freed by its address alone. */
  readonly #sizes = new Map<number, number>();

  get buffer(): ArrayBuffer {
    this.#renew();
    return this.#buffer;
  }

  get bytes(): Uint8Array {
    this.#renew();
    return this.#bytes;
  }

  get words(): Uint32Array {
    this.#renew();
    return this.#words;
  }

  /** Growing detaches the buffer, which empties its views: a quicker question than which buffer the memory has. */
  #renew(): void {
    if (this.#bytes.length > 0) return;
    this.#buffer = this.exports.memory.buffer;
    this.#bytes = new Uint8Array(this.#buffer);
    this.#words = new Uint32Array(this.#buffer);
  }

  allocate(size: number): number {
    const block = this.exports.allocate(size) >>> 0;
    this.#sizes.set(block, size);
    return block;
  }

  free(block: number): void {
    const size = this.#sizes.get(block);
    if (size === undefined) return;
    this.#sizes.delete(block);
    this.exports.release(block, size);
  }

  constructor() {
    const powers = new Float64Array(this.buffer, this.exports.powers(), 309);
    powers.forEach((_, power) => (powers[power] = Number(`1e${power}`)));
  }

  byteView(at: number, length: number): Uint8Array {
    return new Uint8Array(this.buffer, at, length);
  }

  wordView(at: number, length: number): Uint32Array {
    return new Uint32Array(this.buffer, at, length);
  }
}

let compiled: WebAssembly.Module | undefined;

function instantiate(): KernelExports {
  compiled ??= new WebAssembly.Module(bytesOfBase64(wasm));
  const { exports } = new WebAssembly.Instance(compiled, {});
  if (!isKernel(exports)) throw new Error('the embedded kernel lacks a function');
  return exports;
}

/** The build compiles the exports from the same commit, so that one function missing means a stale build. */
function isKernel(exports: object): exports is KernelExports {
  return 'memory' in exports && 'tokenize' in exports && 'mergeTable' in exports;
}
