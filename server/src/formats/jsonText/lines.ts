import type { Chunk } from '../../core/chunk.ts';
import type { Reader, Resume, Source } from '../../core/format.ts';
import type { Kernel } from '../../core/kernel.ts';
import type { Reading } from '../../core/reading.ts';
import { readInto } from '../../util/readInto.ts';
import { jsonChunk } from './chunk.ts';
import { JsonPass } from './pass.ts';

/** Bytes asked of the source at a time. */
const FEED = 256 * 1024;
/** Never a byte of UTF-8, so that the kernel cuts lines and nothing else. */
const NO_DELIMITER = 0xff;

/** Reads JSON Lines once: the kernel cuts the lines and looks for bytes that are no UTF-8, the pass takes each line apart. */
export function readLines(kernel: Kernel, source: Source, reading: Reading, from?: Resume): Reader {
  const start: Resume = from ?? { offset: reading.bodyOffset, record: 0, length: Infinity };
  const tokenizer = kernel.tokenizer({ delimiter: NO_DELIMITER, quote: 0, lineEnd: reading.dialect.lineEnd }, start);
  const pass = new JsonPass(reading.header, kernel.jsonLines?.());
  const end = start.offset + start.length;
  let position = start.offset;
  let ended = false;

  async function next(): Promise<Chunk | undefined> {
    while (!ended) {
      const wanted = Math.min(FEED, end - position);
      const count = await readInto(source, tokenizer.input(FEED).subarray(0, wanted), position);
      position += count;
      ended = count < wanted || position >= end;
      const lines = tokenizer.advance(count, ended);
      if (!lines) continue;
      return readChunk(lines, pass, from?.rows);
    }
    return undefined;
  }

  return {
    header: () => Promise.resolve(undefined),
    next,
    dispose() {
      pass.dispose();
      tokenizer.dispose();
    },
    columns: () => pass.paths.columns(),
    facts() {
      const facts = pass.allFacts();
      const isEmpty = ended && !from && pass.values === 0;
      return isEmpty ? [{ kind: 'empty-file', place: { at: 'file' }, numbers: {} }, ...facts] : facts;
    },
  };
}

/** Lines are passed over in the time it takes to read one in so many of them. */
const FEW = 24;

/** Takes the lines of a chunk apart; all of them, or the wanted rows alone where they are few. */
export function readChunk(lines: Chunk, pass: JsonPass, wanted?: ReadonlySet<number>): Chunk {
  pass.begin(lines);
  const cuts = new Set(lines.incidents.list.filter(({ kind }) => kind === 'oversized-record').map(({ record }) => record));
  const many = !wanted || wanted.size * FEW > lines.records;
  for (;;) {
    if (many) pass.readKnown();
    const record = pass.cells.records;
    if (record >= lines.records) break;
    const [from, to] = lineAt(lines, record);
    const row = lines.firstRecord + record;
    const cut = cuts.has(record);
    if (wanted && !wanted.has(row)) pass.pass(from, to);
    else pass.line(lines.bytes, from, to, row, cut);
    if (cut) pass.facts.add({ kind: 'oversized-record', place: { at: 'row', row }, numbers: {} });
  }
  noteInvalid(lines, pass);
  const { firstRecord, offset, lineBreaks, incidents } = lines;
  return jsonChunk({ firstRecord, offset, lineBreaks, incidents }, () => lines.bytes, () => pass.cells.views(), pass.cells.resolve(lines.bytes));
}

/** Where a line lies. Bytes that are in no UTF-8 cut it into pieces. */
function lineAt({ recordEnds, starts, ends }: Chunk, record: number): readonly [from: number, to: number] {
  const first = record === 0 ? 0 : (recordEnds[record - 1] ?? 0);
  const from = starts ? (starts[first] ?? 0) : first === 0 ? 0 : (ends[first - 1] ?? 0) + 1;
  return [from, ends[(recordEnds[record] ?? 0) - 1] ?? 0];
}

function noteInvalid({ firstRecord, bytes, incidents: { invalidUtf8: at } }: Chunk, pass: JsonPass): void {
  if (at < 0) return;
  const { recordStarts } = pass.cells.views();
  let record = recordStarts.length - 1;
  while (record > 0 && (recordStarts[record] ?? 0) > at) record--;
  const start = at - (recordStarts[record] ?? 0);
  pass.facts.add({ kind: 'invalid-utf8', place: { at: 'text', row: firstRecord + record, start, end: start + 1 }, numbers: { byte: bytes[at] ?? 0 } });
}
