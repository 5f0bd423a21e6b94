import type { Declared, Detected, Format, Reader, Source } from '../../core/format.ts';
import type { Kernel } from '../../core/kernel.ts';
import type { Reading } from '../../core/reading.ts';
import { findUnreadable, markLength, readingOf, settle } from '../jsonText/detect.ts';
import { headerOfDocument, readDocument } from '../jsonText/document.ts';
import { layoutOf } from '../jsonText/layout.ts';
import { locate } from '../jsonText/locate.ts';

/**
 * A JSON document that is a table: an array of records, also as a member of an object, or an object of columns. It is read as a whole, up to 64 MiB.
 * Most `.json` files are no datasets, so only those are read that are named as one.
 */
const json: Format = {
  id: 'json',
  extensions: ['.json'],
  onlyNamed: true,
  detect,
  reader,
  settle,
  splits: false,
  locator: locate,
};

export default json;

function detect(_kernel: Kernel, head: Uint8Array, _fileName: string, declared: Declared): Detected {
  const unreadable = findUnreadable(head);
  if (unreadable) return unreadable;
  const body = head.subarray(markLength(head));
  const layout = layoutOf(body);
  const reading = readingOf(head, layout?.container ?? 'values', [], declared);
  return { reading: { ...reading, header: headerOfDocument(body, layout) } };
}

function reader(_kernel: Kernel, source: Source, reading: Reading): Reader {
  return readDocument(source, reading, layoutOf, false);
}
