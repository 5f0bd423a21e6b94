import { CELLS_ONLY } from '../../core/format.ts';
import type { Chunk } from '../../core/chunk.ts';
import type { Column, NamedValue } from '../../core/column.ts';
import type { Summarizer } from '../../core/kernel.ts';
import type { TableView } from '../../core/rule.ts';
import type { TableSummary } from '../../core/summary.ts';
import type { Readable } from '../chunkIndex.ts';
import { nullSpellings } from '../columns.ts';
import { forEachChunk, type Control } from '../pass.ts';
import { lineEndOf, summarizerOf } from '../scanPart.ts';
import { subchunk } from './subchunk.ts';

/** A column by whose values a table is cut, and for each part the hashes of its values. */
export interface Grouping {
  readonly column: number;
  readonly parts: readonly (readonly bigint[])[];
}

/** For every grouping, the summary of each of its parts: one pass for all. `undefined` when cancelled. */
export async function summariseGroups(
  readable: Readable, summarizer: Summarizer, groupings: readonly Grouping[], control: Control,
): Promise<readonly (readonly TableSummary[])[] | undefined> {
  const { kernel, format, source, reading } = readable;
  const sorters = groupings.map(grouping => ({ grouping, places: placesOf(grouping), into: grouping.parts.map(() => summarizerOf(kernel, reading)) }));
  const lineEnd = lineEndOf(reading);
  try {
    const finished = await forEachChunk(format.reader(kernel, source, reading, undefined, CELLS_ONLY), control, chunk => {
      for (const { grouping, places, into } of sorters) {
        recordsByGroup(chunk, grouping, places, summarizer).forEach((records, i) => {
          if (records.length > 0) into[i]?.add(subchunk(chunk, records, lineEnd));
        });
      }
    });
    return finished ? sorters.map(({ into }) => into.map(one => one.read())) : undefined;
  } finally {
    for (const { into } of sorters) for (const one of into) one.dispose();
  }
}

/** Index of a value among those of its grouping, by the words of its hash. */
type Places = ReadonlyMap<number, readonly { readonly high: number; readonly index: number }[]>;

function placesOf({ parts }: Grouping): Places {
  const places = new Map<number, { high: number; index: number }[]>();
  parts.forEach((hashes, index) => hashes.forEach(hash => {
    const low = Number(hash & 0xffffffffn);
    places.set(low, [...(places.get(low) ?? []), { high: Number(hash >> 32n), index }]);
  }));
  return places;
}

function recordsByGroup(chunk: Chunk, { column, parts }: Grouping, places: Places, summarizer: Summarizer): readonly (readonly number[])[] {
  const { hashes } = summarizer.cells(chunk, column);
  const groups = parts.map((): number[] => []);
  for (let r = 0; r < chunk.records; r++) {
    const place = places.get(hashes[2 * r] ?? 0)?.find(({ high }) => high === hashes[2 * r + 1]);
    if (place) groups[place.index]?.push(r);
  }
  return groups;
}

/** A part of a table as rules see it. Values are named as far as the whole table knows their texts. */
export function viewOfPart(table: TableView, name: string, summary: TableSummary): TableView {
  const columns = table.columns.map((column): Column => {
    const own = summary.columns[column.index] ?? column.summary;
    return { ...column, summary: own, nullSpellings: nullSpellings(own, table.reading), values: nameValues(own, column.values) };
  });
  return { ...table, name, columns, records: summary.records, duplicates: undefined, sample: undefined, risk: undefined, pair: () => undefined };
}

/** Values of a summary with the texts that are known from elsewhere, most frequent first. */
export function nameValues({ values }: Column['summary'], known: readonly NamedValue[]): readonly NamedValue[] {
  const texts = new Map(known.map(({ hash, text }) => [hash, text]));
  return values.flatMap((value): readonly NamedValue[] => {
    const text = texts.get(value.hash);
    return text === undefined ? [] : [{ ...value, text }];
  }).sort((a, b) => b.count - a.count || (a.hash < b.hash ? -1 : 1));
}
