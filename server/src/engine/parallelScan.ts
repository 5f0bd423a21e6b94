import type { Survey } from '../core/kernel.ts';
import type { Part, Scanner, Stretch } from '../core/scanner.ts';
import type { StructuralKind } from '../core/structure.ts';
import type { Readable } from './chunkIndex.ts';
import type { Control } from './pass.ts';

/** Bytes of one block: small enough to answer quickly, big enough to be worth a message. */
export const BLOCK = 4 * 1024 * 1024;

/** Files smaller than this are scanned before others would have started. */
export const WORTH_SHARING = 4 * BLOCK;

export interface Together {
  /** In the order of the file. */
  readonly parts: readonly Part[];
  readonly summaries: readonly Uint8Array[];
}

/** What a malformed quote leaves behind: then quotes no longer tell where records start. */
const IRREGULAR: ReadonlySet<StructuralKind> = new Set<StructuralKind>(['stray-quote', 'unclosed-quote', 'oversized-record']);

/**
 * Scans one file with several scanners, exactly: first every block is surveyed, so that each is known to begin inside or outside of quotes and with
 * which record; then each scanner takes the records that start in its blocks. `irregular` at the first malformed quote, `undefined` when cancelled.
 * Row hashes go to `takeHashes` as they come, in any order: kept in parts until the end they would be as long as the file.
 */
export async function scanTogether(
  readable: Readable, scanners: readonly Scanner[], block: number, takeHashes: (hashes: Uint32Array) => void, control: Control,
): Promise<Together | 'irregular' | undefined> {
  const blocks = blocksOf(readable.reading.bodyOffset, readable.reading.bodyEnd ?? readable.source.size ?? 0, block);
  const surveys = await share(blocks, scanners, control, (scanner, [from, to]) => scanner.survey(from, to));
  if (!surveys) return undefined;
  const stretches = stretchesOf(blocks, surveys);
  let irregular = false;
  const stop = { get cancelled() { return irregular || control.cancellation?.cancelled === true; } };
  const parts = await share(stretches, scanners, { ...control, cancellation: stop }, async (scanner, stretch): Promise<Part> => {
    const { rowHashes, ...part } = await scanner.scan(stretch);
    if (rowHashes) takeHashes(rowHashes);
    irregular ||= part.facts.some(({ kind }) => IRREGULAR.has(kind));
    control.progress?.(stretch.to);
    return part;
  });
  if (irregular) return 'irregular';
  return parts && { parts, summaries: await Promise.all(scanners.map(scanner => scanner.export())) };
}

type Block = readonly [from: number, to: number];

function blocksOf(from: number, to: number, size: number): readonly Block[] {
  return Array.from({ length: Math.ceil((to - from) / size) }, (_, i) => [from + i * size, Math.min(to, from + (i + 1) * size)] as const);
}

/** Hands items out in order, each to the first scanner that is free; results in the order of the items. `undefined` when cancelled. */
async function share<T, R>(items: readonly T[], scanners: readonly Scanner[], control: Control, work: (scanner: Scanner, item: T) => Promise<R>): Promise<readonly R[] | undefined> {
  const results: R[] = [];
  let next = 0;
  await Promise.all(scanners.map(async scanner => {
    for (let i = next++; i < items.length && control.cancellation?.cancelled !== true; i = next++) {
      const item = items[i];
      if (item !== undefined) results[i] = await work(scanner, item);
      await control.pause?.();
    }
  }));
  return control.cancellation?.cancelled === true ? undefined : results;
}

/** What is known of the text before each block once all are surveyed. */
function stretchesOf(blocks: readonly Block[], surveys: readonly Survey[]): readonly Stretch[] {
  let inside = false;
  let records = 0;
  return blocks.map(([from, to], i) => {
    const { parity, lineEnds } = surveys[i] ?? { parity: 0, lineEnds: [0, 0] };
    const [insideAtFrom, recordsBefore] = [inside, records];
    records += inside ? lineEnds[1] : lineEnds[0];
    inside = inside !== (parity === 1);
    return { from, to, insideAtFrom, insideAtTo: inside, recordsBefore };
  });
}
