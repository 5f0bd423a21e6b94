/** The cells of a chunk while it is put together. Its arrays grow and are used again for the next one. */
export class CellList {
  count = 0;
  records = 0;
  #starts = new Uint32Array(1 << 14);
  #ends = new Uint32Array(1 << 14);
  #columns = new Uint32Array(1 << 14);
  #recordEnds = new Uint32Array(1 << 12);
  #recordStarts = new Uint32Array(1 << 12);
  #recordStops = new Uint32Array(1 << 12);

  clear(): void {
    this.count = 0;
    this.records = 0;
  }

  add(start: number, end: number, column: number): void {
    if (this.count === this.#ends.length) this.#growCells();
    this.#starts[this.count] = start;
    this.#ends[this.count] = end;
    this.#columns[this.count++] = column;
  }

  /** Ends a record that lies at `[start, stop)`. */
  endRecord(start: number, stop: number): void {
    if (this.records === this.#recordEnds.length) this.#growRecords();
    this.#recordStarts[this.records] = start;
    this.#recordStops[this.records] = stop;
    this.#recordEnds[this.records++] = this.count;
  }

  /** Moves the start of a cell whose content has become shorter. */
  moveStart(cell: number, start: number): void {
    this.#starts[cell] = start;
  }

  startOf(cell: number): number {
    return this.#starts[cell] ?? 0;
  }

  endOf(cell: number): number {
    return this.#ends[cell] ?? 0;
  }

  /** Views of what there is, valid until `clear`. */
  views(): CellViews {
    const { count, records } = this;
    return {
      starts: this.#starts.subarray(0, count), ends: this.#ends.subarray(0, count), columns: this.#columns.subarray(0, count),
      recordEnds: this.#recordEnds.subarray(0, records), recordStarts: this.#recordStarts.subarray(0, records), recordStops: this.#recordStops.subarray(0, records),
    };
  }

  #growCells(): void {
    [this.#starts, this.#ends, this.#columns] = [larger(this.#starts), larger(this.#ends), larger(this.#columns)];
  }

  #growRecords(): void {
    [this.#recordEnds, this.#recordStarts, this.#recordStops] = [larger(this.#recordEnds), larger(this.#recordStarts), larger(this.#recordStops)];
  }
}

export interface CellViews {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly columns: Uint32Array;
  readonly recordEnds: Uint32Array;
  /** Where each record lies, without its line end. */
  readonly recordStarts: Uint32Array;
  readonly recordStops: Uint32Array;
}

function larger(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(2 * array.length);
  grown.set(array);
  return grown;
}
