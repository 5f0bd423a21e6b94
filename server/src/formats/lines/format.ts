import type { Declared, Detected, Format } from '../../core/format.ts';
import type { Kernel } from '../../core/kernel.ts';
import type { Reading } from '../../core/reading.ts';
import { locate } from '../csv/locate.ts';
import { readCsv } from '../csv/reader.ts';

/** Plain text with a passage a line, as a table of one column. Any text is one, so files are read so only where somebody says that they are. */
const lines: Format = {
  id: 'lines',
  extensions: ['.text-lines'],
  onlyNamed: true,
  detect,
  reader: readCsv,
  splits: true,
  seekable: true,
  locator: locate,
};

export default lines;

/** A byte that UTF-8 never has. */
const NEVER = 0xff;
const MARK = [0xef, 0xbb, 0xbf];

function detect(_kernel: Kernel, head: Uint8Array, _fileName: string, { nullTokens = [''] }: Declared): Detected {
  const bomLength = MARK.every((byte, i) => head[i] === byte) ? MARK.length : 0;
  const isOld = !head.includes(10) && head.includes(13);
  const reading: Reading = {
    dialect: { delimiter: NEVER, quote: 0, lineEnd: isOld ? 'cr' : 'lf' },
    encoding: 'utf-8', bomLength, bodyOffset: bomLength, hasHeader: false, header: ['text'], nullTokens, isCorpus: true, provenance: {},
  };
  return { reading };
}
