import { closeSync, openSync, readSync, fstatSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { summarySize } from '../../server/src/core/kernel.ts';
import { CELLS_ONLY } from '../../server/src/core/format.ts';
import type { Source } from '../../server/src/core/format.ts';
import type { ScannerPool } from '../../server/src/core/scanner.ts';
import { DEFAULT_CONFIGURATION } from '../../server/src/config/configuration.ts';
import { checkTable } from '../../server/src/engine/check.ts';
import { readHead } from '../../server/src/engine/head.ts';
import { allRules, formatOf } from '../../server/src/engine/registry.ts';
import { nodeScanners } from '../../server/src/host/node/scannerPool.ts';
import { createThreads } from '../../server/src/host/node/threads.ts';
import { createKernel } from '../../server/src/kernel/kernel.ts';

const kernel = createKernel();
const encoder = new TextEncoder();

/** Finds every cell of the file. Neither this nor the profile looks for structural facts or checks UTF-8: `lint` does. */
export async function tokenizer(path: string): Promise<object> {
  return withSource(path, async source => {
    const reader = await readerOf(source, path);
    let rows = 0;
    for (let chunk = await reader.next(); chunk; chunk = await reader.next()) rows += chunk.records;
    reader.dispose();
    return { rows };
  });
}

/** Everything that is remembered of every column. */
export async function profile(path: string): Promise<object> {
  return withSource(path, async source => {
    const { reading, next, dispose } = await readerOf(source, path);
    const columns = reading.header.length;
    const summarizer = kernel.summarizer({ columns, nullTokens: reading.nullTokens.map(token => encoder.encode(token)), size: summarySize(columns) });
    for (let chunk = await next(); chunk; chunk = await next()) summarizer.add(chunk);
    const summary = summarizer.read();
    summarizer.dispose();
    dispose();
    return { rows: summary.records, columns: summary.columns.length };
  });
}

/** What `lintel check` does to one file with one thread. */
export const lint = (path: string): Promise<object> => check(path);

/** The same with two threads that scan. They are kept from one run to the next, as in an editor. */
export const lintTogether = (path: string): Promise<object> => check(path, twoThreads);

const twoThreads = nodeScanners({ roots: () => [], consented: () => true, mayWrite: () => false }, createThreads(), () => 2);

async function check(path: string, scanners?: ScannerPool): Promise<object> {
  return withSource(path, async source => {
    const format = formatOf(path);
    if (!format) throw new Error('no format');
    const checked = await checkTable({ uri: pathToFileURL(path).href, format, source, rules: allRules, configuration: DEFAULT_CONFIGURATION, kernel, ...(scanners && { scanners }) });
    return { rows: checked?.table?.records, findings: checked?.findings.length };
  });
}

async function readerOf(source: Source, path: string) {
  const format = formatOf(path);
  if (!format) throw new Error('no format');
  const detected = await (format.inspect?.(source, {}) ?? format.detect(kernel, await readHead(source), path, {}));
  if ('unreadable' in detected) throw new Error(detected.unreadable.kind);
  const reader = format.reader(kernel, source, detected.reading, undefined, CELLS_ONLY);
  return { reading: detected.reading, next: () => reader.next(), dispose: () => reader.dispose() };
}

async function withSource<T>(path: string, use: (source: Source) => Promise<T>): Promise<T> {
  const file = openSync(path, 'r');
  try {
    return await use({ size: fstatSync(file).size, read: (target, position) => Promise.resolve(readSync(file, target, 0, target.length, position)) });
  } finally {
    closeSync(file);
  }
}
