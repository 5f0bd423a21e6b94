import type { Chunk, Incident } from '../core/chunk.ts';
import { INCIDENT_LIMIT } from '../core/chunk.ts';
import type { Origin, Tokenizer } from '../core/kernel.ts';
import type { Dialect } from '../core/reading.ts';
import { KernelChunk } from './chunk.ts';
import type { KernelMemory } from './memory.ts';
import { TokenizerBuffers } from './tokenizerBuffers.ts';

/** Bytes a record may have before it is cut. */
export const RECORD_LIMIT = 8 * 1024 * 1024;

/** Words of `Scan` in server/kernel/scan.ts. */
export const SCAN = {
  bytes: 0, length: 1, delimiter: 2, quote: 3, lineEnd: 4, limit: 5, atEnd: 6, starts: 7, ends: 8, recordEnds: 9, incidentList: 10, highBlocks: 11,
  controlBlocks: 12, skipping: 13, inspects: 14, end: 15, cells: 16, records: 17, incidents: 18, gap: 19, lineFeeds: 20, carriageReturns: 21, controls: 22,
  hasNonAscii: 23, invalidUtf8: 24, characters: 25,
} as const;

const KINDS: readonly Incident['kind'][] = ['stray-quote', 'unclosed-quote', 'oversized-record'];

/**
 * The tokenizer over the kernel; what it means is defined by its twin in test/oracle/tokenizer.ts.
 *
 * The unfinished record at the end of a feed is read again with the next one, but not before the bytes have doubled: so a record of many feeds costs
 * twice its length, and no state is carried from feed to feed but the bytes themselves.
 */
export class KernelTokenizer implements Tokenizer {
  readonly #memory: KernelMemory;
  readonly #dialect: Dialect;
  readonly #recordLimit: number;
  readonly #inspects: number;
  readonly #buffers: TokenizerBuffers;
  /** Unfinished bytes: from `#from` in the area, `#kept` of them, of which `#seen` were scanned in vain. */
  #from = 0;
  #kept = 0;
  #seen = 0;
  #offset: number;
  #firstRecord: number;
  #skipping = 0;

  constructor(memory: KernelMemory, dialect: Dialect, origin: Origin = { offset: 0, record: 0 }, inspects = true, recordLimit = RECORD_LIMIT) {
    this.#memory = memory;
    this.#dialect = dialect;
    this.#offset = origin.offset;
    this.#firstRecord = origin.record;
    this.#recordLimit = recordLimit;
    this.#inspects = Number(inspects);
    this.#buffers = new TokenizerBuffers(memory);
  }

  input(room: number): Uint8Array {
    this.#buffers.reserve(this.#from, this.#kept, room);
    this.#from = 0;
    return this.#memory.byteView(this.#buffers.area + this.#kept, room);
  }

  advance(count: number, atEnd: boolean): Chunk | undefined {
    const length = this.#kept + count;
    if (this.#from > 0) this.input(0);
    this.#kept = length;
    if (!atEnd && length < Math.min(2 * this.#seen, this.#recordLimit + 2)) return undefined;
    const scan = this.#tokenize(length, atEnd);
    this.#from = this.#word(scan, 'end');
    this.#kept = this.#seen = length - this.#from;
    this.#skipping = this.#word(scan, 'skipping');
    return this.#from === 0 ? undefined : this.#chunk(scan);
  }

  /** Gives the memory back at once; the last chunk is invalid from here on. */
  dispose(): void {
    this.#buffers.dispose();
  }

  #tokenize(length: number, atEnd: boolean): number {
    const { area, scan, starts, ends, recordEnds, incidents, highBlocks, controlBlocks } = this.#buffers;
    const { delimiter, quote, lineEnd } = this.#dialect;
    this.#memory.bytes.fill(0, area + length, area + length + 64);
    const input = [area, length, delimiter, quote, lineEnd === 'cr' ? 13 : 10, this.#recordLimit, Number(atEnd)];
    this.#memory.words.set([...input, starts, ends, recordEnds, incidents, highBlocks, controlBlocks, this.#skipping, this.#inspects], scan >>> 2);
    this.#memory.exports.tokenize(scan);
    return scan;
  }

  #chunk(scan: number): Chunk {
    const records = this.#word(scan, 'records');
    const lineBreaks = this.#word(scan, this.#dialect.lineEnd === 'cr' ? 'carriageReturns' : 'lineFeeds');
    const invalidUtf8 = this.#word(scan, 'invalidUtf8') | 0;
    const chunk = new KernelChunk(this.#memory, this.#buffers, {
      length: this.#from,
      cells: this.#word(scan, 'cells'),
      records,
      gap: this.#word(scan, 'gap') === 1,
      firstRecord: this.#firstRecord,
      offset: this.#offset,
      quote: this.#dialect.quote,
      lineBreaks,
      incidents: {
        list: this.#incidents(this.#word(scan, 'incidents')),
        total: this.#word(scan, 'incidents'),
        controls: this.#word(scan, 'controls'),
        carriageReturns: this.#word(scan, 'carriageReturns') | 0,
        hasNonAscii: this.#word(scan, 'hasNonAscii') === 1,
        invalidUtf8,
        ...(this.#inspects === 1 && { characters: this.#word(scan, 'characters') }),
      },
    });
    this.#offset += this.#from;
    this.#firstRecord += records;
    return chunk;
  }

  #incidents(total: number): readonly Incident[] {
    if (total === 0) return [];
    const words = this.#memory.wordView(this.#buffers.incidents, 4 * Math.min(total, INCIDENT_LIMIT));
    return Array.from({ length: words.length / 4 }, (_, i) => {
      const [kind = 0, record = 0, cell = 0, offset = 0] = words.subarray(4 * i, 4 * i + 4);
      return { kind: KINDS[kind] ?? 'stray-quote', record, cell, offset };
    });
  }

  #word(scan: number, name: keyof typeof SCAN): number {
    return this.#memory.words[(scan >>> 2) + SCAN[name]] ?? 0;
  }
}
