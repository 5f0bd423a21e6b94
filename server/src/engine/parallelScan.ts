import type { Place } from '../core/place.ts';
import type { Part, Scanner, Stretch } from '../core/scanner.ts';
import type { StructuralFact, StructuralKind } from '../core/structure.ts';
import { moveRows } from '../kernel/exportedRows.ts';
import type { Readable } from './chunkIndex.ts';
import type { Control } from './pass.ts';

/** The most bytes of one stretch, and the fewest: the last ones are short, so that all scanners end at about the same time. */
export const MOST = 8 * 1024 * 1024;
const LEAST = 1024 * 1024;

/** Files smaller than this are scanned before others would have started. */
export const WORTH_SHARING = 16 * 1024 * 1024;

/** Tasks a scanner has at a time: it begins the next one before its last answer was read. */
const AHEAD = 2;

/** Stretches call their first records by numbers so far apart that no record of one is called like one of the next. */
const APART = 2 ** 32;

export interface Together {
  /** In the order of the file. */
  readonly parts: readonly Part[];
  readonly summaries: readonly Uint8Array[];
}

/** Where a line of JSON is too long to be read, its end was not looked for. */
const CUT: StructuralKind = 'oversized-record';

/**
 * Scans one file with several scanners, exactly: each takes the records that start in its stretches, and once all are through, what they say of rows is
 * counted from the start of the file. `irregular` where a stretch does not seem to end with a whole record, or the next one does not begin there: then they
 * may be cut in the wrong places. `undefined` when cancelled. Row hashes go to `takeHashes` as they come, in any order: kept in parts until the end they would be as long as the file.
 */
export async function scanTogether(
  readable: Readable, scanners: readonly Scanner[], most: number, takeHashes: (hashes: Uint32Array) => void, control: Control,
): Promise<Together | 'irregular' | undefined> {
  const stretches = stretchesOf(readable.reading.bodyOffset, readable.reading.bodyEnd ?? readable.source.size ?? 0, scanners.length, most);
  let irregular = false;
  const stop = { get cancelled() { return irregular || control.cancellation?.cancelled === true; } };
  const parts = await share(stretches, scanners, { ...control, cancellation: stop }, async (scanner, stretch): Promise<Part> => {
    const { rowHashes, ...part } = await scanner.scan(stretch);
    if (rowHashes) takeHashes(rowHashes);
    irregular ||= part.doubtful === true || part.facts.some(({ kind }) => kind === CUT);
    control.progress?.(stretch.to);
    return part;
  });
  if (irregular || parts?.some(({ span }, i) => i > 0 && span?.[0] !== parts[i - 1]?.span?.[1])) return 'irregular';
  if (!parts) return undefined;
  const rowOf = rowsFrom(parts);
  const summaries = await Promise.all(scanners.map(async scanner => moveRows(await scanner.export(), rowOf)));
  return { parts: parts.map(part => movePart(part, rowOf)), summaries };
}

/** Shares of what is left, so that they get shorter towards the end. */
export function stretchesOf(from: number, to: number, scanners: number, most: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (let at = from; at < to;) {
    const size = Math.min(most, Math.max(LEAST, Math.ceil((to - at) / (2 * AHEAD * scanners))));
    stretches.push({ from: at, to: Math.min(to, at + size), firstRow: stretches.length * APART });
    at += size;
  }
  return stretches;
}

/** Hands items out in order, each to the first scanner that is free; results in the order of the items. `undefined` when cancelled. */
export async function share<T, R>(items: readonly T[], scanners: readonly Scanner[], control: Control, work: (scanner: Scanner, item: T) => Promise<R>): Promise<readonly R[] | undefined> {
  const results: R[] = [];
  let next = 0;
  const hands = Array.from({ length: AHEAD }, () => scanners).flat();
  await Promise.all(hands.map(async scanner => {
    for (let i = next++; i < items.length && control.cancellation?.cancelled !== true; i = next++) {
      const item = items[i];
      if (item !== undefined) results[i] = await work(scanner, item);
      await control.pause?.();
    }
  }));
  return control.cancellation?.cancelled === true ? undefined : results;
}

/** From the rows of stretches to those of the file. */
function rowsFrom(parts: readonly Part[]): (row: number) => number {
  const before: number[] = [];
  parts.reduce((sum, { records }) => (before.push(sum), sum + records), 0);
  return row => (row % APART) + (before[Math.floor(row / APART)] ?? 0);
}

function movePart(part: Part, rowOf: (row: number) => number): Part {
  const chunks = part.chunks.map(chunk => ({ ...chunk, record: rowOf(chunk.record) }));
  return { ...part, chunks, facts: part.facts.map(fact => moveFact(fact, rowOf)) };
}

function moveFact(fact: StructuralFact, rowOf: (row: number) => number): StructuralFact {
  const { record } = fact.numbers;
  const numbers = fact.kind === 'field' && record !== undefined && record >= 0 ? { ...fact.numbers, record: rowOf(record) } : fact.numbers;
  return { ...fact, place: movePlace(fact.place, rowOf), numbers };
}

const movePlace = (place: Place, rowOf: (row: number) => number): Place => ('row' in place ? { ...place, row: rowOf(place.row) } : place);
