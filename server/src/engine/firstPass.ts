import type { Log } from '../core/host.ts';
import type { ScannerPool } from '../core/scanner.ts';
import type { Readable } from './chunkIndex.ts';
import type { KeptScan, KeptScans } from './keptScans.ts';
import { WORTH_SHARING } from './parallelScan.ts';
import type { Control } from './pass.ts';
import { scanTable } from './scan.ts';
import type { Scan } from './scan.ts';

/** What the first pass over a table is told besides how to read it. */
export interface FirstPassRequest extends Control {
  readonly uri: string;
  /** As the check was given it: text that was unpacked or decoded is another one. */
  readonly source: Readable['source'];
  readonly scanners?: ScannerPool;
  readonly keptScans?: KeptScans;
  readonly log?: Log;
}

/** The first pass, once more where it met columns that the head of the file does not have; and what later passes read with. `undefined` when cancelled. */
export async function settledPass(first: Readable, rowHashes: boolean, request: FirstPassRequest): Promise<{ readonly scan: Scan; readonly readable: Readable } | undefined> {
  const { format, reading } = first;
  const scan = await firstPass(first, rowHashes, request);
  const settled = scan && format.settle?.(reading, scan.columns, scan.facts);
  if (!scan || !settled || settled === reading) return scan && { scan, readable: withHelpers(first, request) };
  scan.summarizer.dispose();
  const readable = { ...first, reading: settled };
  const again = await firstPass(readable, rowHashes, request);
  return again && { scan: again, readable: withHelpers(readable, request) };
}

/** Later passes are shared as the first one is. */
function withHelpers(readable: Readable, request: FirstPassRequest): Readable {
  const { format, reading } = readable;
  if (!isShared(readable, request)) return readable;
  return { ...readable, helpers: async () => request.scanners?.open(request.uri, { format: format.id, reading, rowHashes: false }) };
}

/** Whether threads are worth it, and can tell from the middle of the file where its records are. */
const isShared = ({ format, source, reading }: Readable, request: FirstPassRequest): boolean => source === request.source && format.splits
  && reading.dialect.escape === undefined && (reading.container ?? 'lines') === 'lines' && (source.size ?? 0) >= WORTH_SHARING;

/** The first pass, shared with scanner threads where the file is big and there are some. */
async function firstPass(readable: Readable, rowHashes: boolean, request: FirstPassRequest): Promise<Scan | undefined> {
  const { format, reading } = readable;
  const shared = isShared(readable, request);
  const kept = shared ? request.keptScans : undefined;
  const before = await kept?.recall(request.uri, readable, rowHashes);
  const scanners = (shared && !before && await request.scanners?.open(request.uri, { format: format.id, reading, rowHashes })) || [];
  const found: { scan?: Omit<KeptScan, 'size'> } = {};
  try {
    const scan = await scanTable(readable, { rowHashes, scanners, before, ...(kept && { keep: kept => void (found.scan = kept) }), log: request.log }, request);
    if (scan && found.scan) await kept?.keep(request.uri, readable, found.scan, rowHashes);
    return scan;
  } finally {
    scanners.forEach(scanner => scanner.close());
  }
}
