import type { Declared, Detected, DocumentList, Format, Source } from '../../core/format.ts';
import { readRows } from '../rows/reader.ts';
import type { Rows, Slice } from '../rows/reader.ts';
import { NO_TEXT, typedReading } from '../rows/reading.ts';
import { locateInDocument } from './locate.ts';

/** A folder of texts as a table, a document a row. Places in a document are positions in its own file. */
const documents: Format = {
  id: 'documents',
  extensions: ['.text-folder'],
  onlyNamed: true,
  detect: () => NO_TEXT,
  inspect,
  reader: (_kernel, source, _reading, from) => readRows(() => Promise.resolve(rowsOf(source.documents)), from),
  splits: false,
  locator: locateInDocument,
};

export default documents;

function inspect({ documents: list }: Source, declared: Declared): Promise<Detected> {
  if (!list || list.files.length === 0) return Promise.resolve({ unreadable: { kind: 'empty-file', place: { at: 'file' }, numbers: {} } });
  const reading = typedReading(['text'], { ...declared, nullTokens: [''] });
  return Promise.resolve({ reading: { ...reading, types: ['string'], isCorpus: true } });
}

/** Bytes and files that are read together. */
const MOST_BYTES = 1 << 20;
const MOST_FILES = 64;

function rowsOf(list: DocumentList | undefined): Rows {
  const starts = list ? startsOf(list) : [];
  const count = list?.files.length ?? 0;
  let last: Slice | undefined;
  return {
    async slice(row) {
      if (!list || row >= count) return undefined;
      if (last && row >= last.first && row < last.end) return last;
      const at = sliceAt(starts, row);
      const [first, end] = [starts[at] ?? 0, starts[at + 1] ?? count];
      const texts = await Promise.all(Array.from({ length: end - first }, (_, i) => list.read(first + i)));
      last = { first, end, write: (one, to) => { const text = texts[one - first]; if (text) to.utf8(text, 0, text.length); } };
      return last;
    },
    facts: () => [],
  };
}

/** The first row of each slice, which follows from sizes alone. */
function startsOf({ files }: DocumentList): readonly number[] {
  const starts: number[] = [];
  let bytes = Infinity;
  for (const [row, file] of files.entries()) {
    if (bytes + file.bytes > MOST_BYTES || row - (starts.at(-1) ?? 0) >= MOST_FILES) {
      starts.push(row);
      bytes = 0;
    }
    bytes += file.bytes;
  }
  return starts;
}

function sliceAt(starts: readonly number[], row: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}
