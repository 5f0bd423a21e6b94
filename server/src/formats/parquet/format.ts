import type { Declared, Detected, Format, Source } from '../../core/format.ts';
import { SIGNATURES } from '../../core/structure.ts';
import type { StructuralFact } from '../../core/structure.ts';
import { readAll } from '../../util/readFile.ts';
import { locateNowhere } from '../rows/reader.ts';
import { NO_TEXT, typedReading } from '../rows/reading.ts';
import { openParquet } from './file.ts';
import type { ParquetFile } from './file.ts';
import { readParquet } from './reader.ts';

/**
 * Apache Parquet, in all codecs but LZO. Cells are rendered as text: shortest decimals, ISO dates and times, `true` and `false`, nested values as JSON,
 * bytes that are no text as `<n bytes>`. Columns are those at the top of the schema.
 */
const parquet: Format = {
  id: 'parquet',
  extensions: ['.parquet', '.parq', '.pq'],
  detect: () => NO_TEXT,
  inspect,
  reader: (_kernel, source, _reading, from) => readParquet(source, from),
  splits: false,
  locator: locateNowhere,
};

export default parquet;

async function inspect(source: Source, declared: Declared): Promise<Detected> {
  const unlike = await otherFormat(source);
  if (unlike) return { unreadable: unlike };
  const opened = await openParquet(source);
  if ('fault' in opened) return { unreadable: { kind: 'damaged-table', place: { at: 'file' }, numbers: { code: opened.fault } } };
  const { columns } = opened;
  return { reading: { ...typedReading(columns.map(({ name }) => name), declared), types: columns.map(({ type }) => type) }, facts: layoutFacts(opened) };
}

async function otherFormat(source: Source): Promise<StructuralFact | undefined> {
  const start = String.fromCharCode(...await readAll(source, 32));
  if (start === '') return { kind: 'empty-file', place: { at: 'file' }, numbers: {} };
  if (start.startsWith('PAR1') || start.startsWith('PARE')) return undefined;
  return { kind: 'not-this-format', place: { at: 'file' }, numbers: { signature: SIGNATURES.findIndex(({ bytes }) => start.startsWith(bytes)) } };
}

function layoutFacts({ groups, rows }: ParquetFile): readonly StructuralFact[] {
  const place = { at: 'file' } as const;
  if (rows === 0) return [{ kind: 'no-rows', place, numbers: {} }];
  const largest = groups.reduce((most, group) => Math.max(most, group.rows), 0);
  const bytes = groups.reduce((sum, group) => sum + group.bytes, 0);
  return [{ kind: 'row-groups', place, numbers: { groups: groups.length, rows, largest, bytes } }];
}
