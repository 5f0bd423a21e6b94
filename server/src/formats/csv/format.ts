import type { Format } from '../../core/format.ts';
import { detect } from './detect.ts';
import { locate } from './locate.ts';
import { readCsv } from './reader.ts';

/** Delimiter-separated text: RFC 4180 and what people make of it. Any single-byte delimiter and quote, LF, CR LF or CR line ends, UTF-8. */
const csv: Format = {
  id: 'csv',
  extensions: ['.csv', '.tsv', '.tab', '.psv'],
  detect,
  reader: readCsv,
  splits: true,
  seekable: true,
  locator: locate,
};

export default csv;
