import type { Chunk } from '../core/chunk.ts';
import type { JsonCellViews, JsonLines, ResolvedText } from '../core/jsonLines.ts';
import { JsonLists } from './jsonLists.ts';
import type { KernelMemory } from './memory.ts';

/** Words of `JsonScan` in server/kernel/json.ts. */
const SCAN = { bytes: 0, lines: 1, pieceEnds: 2, lineCount: 3, root: 4, starts: 5, next: 12, from: 13, cells: 14, escapes: 15 } as const;
const SCAN_BYTES = 17 * 4;
/** Offsets in `JsonNode`: columns and counts by kind, and the key. */
const COLUMNS = 40;
const COUNTS = 68;
const KEY = 96;
/** Bytes after a key that may be read. */
const MARGIN = 16;
const QUOTE = 34;

/** Lines of JSON over the kernel; what they mean is defined by server/src/formats/jsonText. */
export class KernelJsonLines implements JsonLines {
  readonly #memory: KernelMemory;
  readonly #scan: number;
  readonly #lists: JsonLists;
  /** Addresses of nodes. */
  readonly #nodes: number[] = [];
  #views: JsonCellViews | undefined;
  #lines: Chunk | undefined;

  constructor(memory: KernelMemory) {
    this.#memory = memory;
    this.#scan = memory.allocate(SCAN_BYTES);
    memory.bytes.fill(0, this.#scan, this.#scan + SCAN_BYTES);
    this.#lists = new JsonLists(memory);
    this.#nodes.push(this.#createNode(0, new Uint8Array(0)));
    abandoned.register(this, { memory, scan: this.#scan, lists: this.#lists, nodes: this.#nodes }, this);
  }

  get count(): number {
    return this.#word('cells');
  }

  get records(): number {
    return this.#word('next');
  }

  clear(): void {
    this.#set('next', 0);
    this.#set('from', 0);
    this.#set('cells', 0);
    this.#set('escapes', 0);
    this.#views = undefined;
  }

  begin(lines: Chunk): void {
    this.clear();
    this.#lines = lines;
    this.#lists.reserve(lines.bytes.length);
    this.#set('root', this.#nodes[0] ?? 0);
    this.#set('lineCount', lines.records);
    const { starts, ends, columns, recordEnds, recordStarts, recordStops, escaped } = this.#lists;
    this.#memory.words.set([starts, ends, columns, recordEnds, recordStarts, recordStops, escaped], (this.#scan >>> 2) + SCAN.starts);
  }

  read(): void {
    const lines = this.#lines;
    if (!lines || lines.starts) return;
    this.#set('from', this.#startOf(lines, this.records));
    this.#set('bytes', lines.bytes.byteOffset);
    this.#set('lines', lines.recordEnds.byteOffset);
    this.#set('pieceEnds', lines.ends.byteOffset);
    this.#memory.exports.readLines(this.#scan);
    this.#views = undefined;
  }

  know(parent: number, key: Uint8Array): number {
    return this.#nodes.push(this.#createNode(this.#nodes[parent] ?? 0, key)) - 1;
  }

  allow(node: number, kind: number, column: number): void {
    this.#memory.words[((this.#nodes[node] ?? 0) + COLUMNS + 4 * kind) >>> 2] = column;
  }

  takeCount(node: number, kind: number): number {
    const { words } = this.#memory;
    const at = ((this.#nodes[node] ?? 0) + COUNTS + 4 * kind) >>> 2;
    const count = words[at] ?? 0;
    words[at] = 0;
    return count;
  }

  add(start: number, end: number, column: number, escaped: boolean): void {
    const { words } = this.#memory;
    const cell = this.count;
    words[(this.#lists.starts >>> 2) + cell] = start;
    words[(this.#lists.ends >>> 2) + cell] = end;
    words[(this.#lists.columns >>> 2) + cell] = column;
    if (escaped) {
      const { escapes } = this;
      words[(this.#lists.escaped >>> 2) + escapes] = cell;
      this.#set('escapes', escapes + 1);
    }
    this.#set('cells', cell + 1);
  }

  endRecord(start: number, stop: number): void {
    const { words } = this.#memory;
    const record = this.records;
    words[(this.#lists.recordEnds >>> 2) + record] = this.count;
    words[(this.#lists.recordStarts >>> 2) + record] = start;
    words[(this.#lists.recordStops >>> 2) + record] = stop;
    this.#set('next', record + 1);
    this.#views = undefined;
  }

  /** Made anew when the kernel's memory grew, which empties old ones. */
  views(): JsonCellViews {
    if (this.#views && this.#views.recordEnds.length === this.records) return this.#views;
    return (this.#views = this.#lists.views(this.count, this.records));
  }

  resolve(text: Uint8Array): ResolvedText | undefined {
    if (this.escapes === 0) return undefined;
    const { copy, copyStarts } = this.#lists;
    this.#set('bytes', text.byteOffset);
    const hasNonAscii = this.#memory.exports.resolveEscapes(this.#scan, text.length, copy, copyStarts) !== 0;
    const { length } = text;
    const memory = this.#memory;
    const count = this.count;
    let bytes = memory.byteView(copy, length);
    let starts = memory.wordView(copyStarts, count);
    return {
      get bytes() {
        return bytes.length === length ? bytes : (bytes = memory.byteView(copy, length));
      },
      get starts() {
        return starts.length === count ? starts : (starts = memory.wordView(copyStarts, count));
      },
      hasNonAscii,
    };
  }

  get escapes(): number {
    return this.#word('escapes');
  }

  dispose(): void {
    if (this.#nodes.length === 0) return;
    abandoned.unregister(this);
    drop({ memory: this.#memory, scan: this.#scan, lists: this.#lists, nodes: this.#nodes });
    this.#nodes.length = 0;
    this.#lines = undefined;
  }

  #startOf({ ends, recordEnds }: Chunk, line: number): number {
    return line === 0 ? 0 : (ends[(recordEnds[line - 1] ?? 0) - 1] ?? 0) + 1;
  }

  #createNode(parent: number, key: Uint8Array): number {
    const size = KEY + key.length + 1 + MARGIN;
    const node = this.#memory.allocate(size);
    const { bytes } = this.#memory;
    bytes.fill(0, node, node + size);
    bytes.set(key, node + KEY);
    bytes[node + KEY + key.length] = QUOTE;
    this.#memory.exports.createNode(node, parent, key.length);
    return node;
  }

  #word(name: keyof typeof SCAN): number {
    return this.#memory.words[(this.#scan >>> 2) + SCAN[name]] ?? 0;
  }

  #set(name: keyof typeof SCAN, value: number): void {
    this.#memory.words[(this.#scan >>> 2) + SCAN[name]] = value;
  }
}

interface Holdings {
  readonly memory: KernelMemory;
  readonly scan: number;
  readonly lists: JsonLists;
  readonly nodes: readonly number[];
}

/** Frees what a reader held that nobody refers to any more. */
const abandoned = new FinalizationRegistry<Holdings>(drop);

function drop({ memory, scan, lists, nodes }: Holdings): void {
  for (const block of [scan, ...nodes]) memory.free(block);
  lists.free();
}
