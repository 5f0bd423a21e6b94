import type { Refusal } from '../../core/host.ts';
import type { Readable } from '../chunkIndex.ts';
import type { Control } from '../pass.ts';
import { leafOf, leafText, rewriteJson } from './jsonRewrite.ts';
import type { Output } from './output.ts';
import { missingSpellings, type Cells, type Numbering, type Records, type Treatment } from './records.ts';

const BLOCK = 256 * 1024;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Records of JSON Lines. Values that are not changed stay as they are written. */
export class JsonRecords implements Records {
  unfit = 0;
  readonly #readable: Readable;
  readonly #columns: ReadonlyMap<string, number>;
  readonly #missing: ReadonlySet<string>;

  constructor(readable: Readable) {
    this.#readable = readable;
    this.#columns = new Map(readable.reading.header.map((name, i) => [name, i]));
    this.#missing = missingSpellings(readable.reading.nullTokens);
  }

  read(visit: (cells: Cells) => void, control: Control): Promise<boolean> {
    return this.#forEach(control, (_, cells) => visit(cells));
  }

  async write(treatments: readonly Treatment[], numberOf: Numbering, output: Output, control: Control): Promise<undefined | 'cancelled' | Refusal> {
    let refused: Refusal | undefined;
    if (this.#readable.reading.bomLength > 0) output.text('\ufeff');
    const end = this.#readable.reading.lineEnd === 1 ? '\r\n' : '\n';
    const finished = await this.#forEach(control, (line, cells) => {
      const row = numberOf(cells);
      if (row >= 0) output.text(`${this.#written(line, treatments, row)}${end}`);
    }, async () => { refused ??= await output.flush(); return refused !== undefined; });
    return refused ?? (finished ? await output.flush() : 'cancelled');
  }

  #written(line: string, treatments: readonly Treatment[], row: number): string {
    const changed = rewriteJson(line, column => this.#columns.has(column), (name, raw) => {
      const column = this.#columnOf(name, raw);
      // A value of no known column was never looked at.
      if (column === undefined) return raw === 'null' ? undefined : null;
      const treatment = treatments[column];
      if (treatment === 'drop') return null;
      // Of a key that stands twice each value is treated by itself.
      const before = leafText(raw);
      const text = treatment?.(before === undefined || this.#missing.has(before) ? undefined : before, row);
      return text === undefined ? undefined : leafOf(text, raw);
    });
    return changed ?? '{}';
  }

  /** A null stands for whatever else is at its place. */
  #columnOf(name: string, raw: string): number | undefined {
    const column = this.#columns.get(name);
    return column === undefined && raw === 'null' ? this.#columns.get(`${name}[]`) ?? this.#columns.get(`${name}{}`) : column;
  }

  /** Every line that is JSON, with its cells. */
  async #forEach(control: Control, visit: (line: string, cells: Cells) => void, between?: () => Promise<boolean>): Promise<boolean> {
    this.unfit = 0;
    for await (const lines of blocksOf(this.#readable)) {
      if (control.cancellation?.cancelled) return false;
      for (const line of lines) {
        if (line.trim() === '') continue;
        const cells = this.#cellsOf(line);
        if (cells) visit(line, cells);
        else this.unfit++;
      }
      if (await between?.()) return true;
      await control.pause?.();
    }
    return true;
  }

  #cellsOf(line: string): Cells | undefined {
    const texts = new Map<number, string>();
    const read = rewriteJson(line, column => this.#columns.has(column), (name, raw) => {
      const [column, text] = [this.#columnOf(name, raw), leafText(raw)];
      if (column !== undefined && text !== undefined && !this.#missing.has(text)) texts.set(column, text);
      return undefined;
    });
    return read === undefined ? undefined : { present: column => texts.get(column) };
  }
}

/** Lines of the text in blocks, without their ends. */
async function* blocksOf({ source, reading }: Readable): AsyncGenerator<readonly string[]> {
  const block = new Uint8Array(BLOCK);
  let rest: Uint8Array[] = [];
  for (let at = reading.bomLength; ;) {
    const count = await source.read(block, at);
    if (count === 0) break;
    at += count;
    const end = block.subarray(0, count).lastIndexOf(LF);
    const whole = end === -1 ? undefined : joined([...rest, block.subarray(0, end)]);
    rest = end === -1 ? [...rest, block.slice(0, count)] : [block.slice(end + 1, count)];
    if (whole) yield linesIn(whole);
  }
  const last = joined(rest);
  if (last.length > 0) yield linesIn(last);
}

const LF = 10;

const linesIn = (bytes: Uint8Array): readonly string[] => decoder.decode(bytes).split('\n').map(line => (line.endsWith('\r') ? line.slice(0, -1) : line));

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
