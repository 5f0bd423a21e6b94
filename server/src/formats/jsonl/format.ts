import type { Declared, Detected, Format, Reader, Resume, Source } from '../../core/format.ts';
import type { Kernel } from '../../core/kernel.ts';
import type { Reading } from '../../core/reading.ts';
import { findUnreadable, headerOfLines, markLength, readingOf, settle } from '../jsonText/detect.ts';
import { headerOfDocument, readDocument } from '../jsonText/document.ts';
import { strayLayout } from '../jsonText/layout.ts';
import { readLines } from '../jsonText/lines.ts';
import { locate } from '../jsonText/locate.ts';

/**
 * JSON Lines: one JSON value a line, UTF-8, LF or CR LF. Columns are paths: `a.b` is the member `b` of the member `a`; an array is one cell, its text as
 * it is written, of a column `a[]`. A file that holds one array instead, or records over several lines, is said to, and read as what it is.
 */
const jsonl: Format = {
  id: 'jsonl',
  extensions: ['.jsonl', '.ndjson'],
  detect,
  reader,
  settle,
  splits: true,
  locator: locate,
};

export default jsonl;

function detect(kernel: Kernel, head: Uint8Array, _fileName: string, declared: Declared): Detected {
  const unreadable = findUnreadable(head);
  if (unreadable) return unreadable;
  const body = head.subarray(markLength(head));
  const stray = strayLayout(body);
  const reading = readingOf(head, stray?.container ?? 'lines', [], declared);
  const header = stray ? headerOfDocument(body, stray) : headerOfLines(kernel, body, reading.dialect.lineEnd);
  return { reading: { ...reading, header } };
}

function reader(kernel: Kernel, source: Source, reading: Reading, from?: Resume): Reader {
  if (reading.container === 'lines') return readLines(kernel, source, reading, from);
  return readDocument(source, reading, strayLayout, true);
}
