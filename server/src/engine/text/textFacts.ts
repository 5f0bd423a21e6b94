import { cellsOf, cellStart } from '../../core/chunk.ts';
import type { Chunk } from '../../core/chunk.ts';
import { FactList } from '../../core/factList.ts';
import type { Place } from '../../core/place.ts';
import { STRUCTURAL_KINDS } from '../../core/structure.ts';
import type { StructuralFact } from '../../core/structure.ts';
import type { InvalidByte } from '../../util/charset/decode.ts';
import { firstAbove } from '../../util/search.ts';
import type { ChunkIndex, Readable } from '../chunkIndex.ts';
import type { Text } from './openText.ts';

/** What unpacking and decoding met, as facts with places. Complete once the text was read to its end. */
export async function textFacts({ gunzipped, misnamed, transcoded }: Text, readable: Readable, index: ChunkIndex, records: number): Promise<readonly StructuralFact[]> {
  const facts = new FactList();
  if (gunzipped?.broken) facts.add({ kind: 'broken-gzip', place: records > 0 ? { at: 'row', row: records - 1 } : { at: 'file' }, numbers: { records } });
  if (misnamed) facts.add({ kind: 'not-this-format', place: { at: 'file' }, numbers: { signature: -1, plain: 1 } });
  if (!transcoded) return facts.list();
  const { first, count } = transcoded.invalid;
  const places = await placesOf(first, readable, index);
  first.forEach(({ at, byte }) => facts.add({ kind: 'undecodable-byte', place: places.get(at) ?? { at: 'file' }, numbers: { byte } }));
  const more = count - first.length;
  const kind = STRUCTURAL_KINDS.indexOf('undecodable-byte');
  return more > 0 ? [...facts.list(), { kind: 'not-listed', place: { at: 'file' }, numbers: { kind, count: more } }] : facts.list();
}

/** The cell each replaced byte stands in, as a span of the replacement character. */
async function placesOf(bytes: readonly InvalidByte[], readable: Readable, index: ChunkIndex): Promise<ReadonlyMap<number, Place>> {
  const places = new Map<number, Place>();
  if (bytes.length === 0) return places;
  const offsets = bytes.map(({ at }) => at);
  await headerPlaces(offsets, readable, places);
  await index.visitOffsets(readable, offsets.filter(at => !places.has(at)), (at, chunk) => {
    const place = placeOf(chunk, at - chunk.offset);
    if (place) places.set(at, place);
  });
  return places;
}

async function headerPlaces(offsets: readonly number[], { kernel, format, source, reading }: Readable, places: Map<number, Place>): Promise<void> {
  if (!offsets.some(at => at < reading.bodyOffset)) return;
  const reader = format.reader(kernel, source, reading);
  const chunk = await reader.header();
  for (const at of chunk ? offsets.filter(one => one < reading.bodyOffset) : []) {
    places.set(at, chunk ? { at: 'header', column: firstAbove(chunk.ends, at - chunk.offset - 1) } : { at: 'file' });
  }
  reader.dispose();
}

const REPLACEMENT_BYTES = 3;

function placeOf(chunk: Chunk, offset: number): Place | undefined {
  const cell = firstAbove(chunk.ends, offset - 1);
  const record = firstAbove(chunk.recordEnds, cell);
  if (record >= chunk.records) return undefined;
  const [from] = cellsOf(chunk, record);
  const start = offset - cellStart(chunk, cell);
  return { at: 'span', row: chunk.firstRecord + record, column: chunk.columns?.[cell] ?? cell - from, start, end: start + REPLACEMENT_BYTES };
}
