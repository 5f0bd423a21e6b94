import { arch, availableParallelism, cpus, release, totalmem } from 'node:os';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Unable } from '../core/compute.ts';
import type { Cancellation } from '../core/host.ts';
import { name, say } from '../core/message.ts';
import { formats } from '../formats/registry.generated.ts';
import { createKernel } from '../kernel/kernel.ts';
import type { BenchmarkJob, Environment } from '../protocol/training.ts';
import { renderMessage } from '../words/render.ts';
import { backends } from './backends/registry.generated.ts';
import { loadTable } from './load.ts';
import { models } from './models/registry.generated.ts';
import { loadPictures } from './pictures.ts';
import type { BenchmarkPorts } from './ports.ts';
import type { Table } from './table.ts';
import { unpackedName } from '../util/packed.ts';

/** A benchmark's outside world under Node. `assets`: folder of the WebAssembly binary. */
export function nodePorts(job: BenchmarkJob, assets: string, version: string): BenchmarkPorts {
  const locale = job.locale ?? 'en';
  return {
    load: loadFile,
    backends,
    models,
    surroundings: { assets, packages: job.packages ?? [] },
    environment: environmentOf(version),
    now: () => performance.now(),
    pause,
    memory: () => process.memoryUsage.rss(),
    peakMemory: () => process.resourceUsage().maxRSS * 1024,
    date: () => new Date().toISOString(),
    words: message => renderMessage(message, { locale }),
  };
}

const pause = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
const MOST_ROWS = 50_000;
const MOST_BYTES = 400 * 1024 * 1024;

async function loadFile(job: BenchmarkJob, cancellation: Cancellation): Promise<Table> {
  const facts = await stat(job.file).catch(() => undefined);
  if (facts?.isDirectory()) {
    return loadPictures(job.file, { seed: job.seed ?? 1, maxRows: job.maxRows ?? MOST_ROWS, cancellation, pause, now: () => performance.now() });
  }
  const fileName = basename(job.file);
  // Not the engine's registry: that one brings every rule along.
  const format = formats.find(each => each.extensions.some(extension => unpackedName(fileName).toLowerCase().endsWith(extension)));
  if (!format) throw new Unable(say`Lintel does not read files like ${name(fileName)}.`);
  if (!facts?.isFile()) throw new Unable(say`The file ${name(fileName)} is not there, or is not a file.`);
  const file = await open(job.file, 'r').catch(() => undefined);
  if (!file) throw new Unable(say`The file ${name(fileName)} cannot be opened.`);
  try {
    const source = { size: facts.size, read: async (target: Uint8Array, position: number) => (await file.read(target, 0, target.length, position)).bytesRead };
    return await loadTable({ fileName, format, kernel: createKernel(), source, declared: job.reading ?? {} }, {
      keep: keepFor(job), maxRows: job.maxRows ?? MOST_ROWS, maxBytes: MOST_BYTES, seed: job.seed ?? 1, cancellation, pause,
    });
  } finally {
    await file.close();
  }
}

/** Columns nobody will look at are not kept; classes and groups are told apart by their texts. */
function keepFor({ target, features, ignore, identifying, group, time }: BenchmarkJob): (column: string) => 'texts' | 'numbers' | undefined {
  const never = new Set([...(ignore ?? []), ...(features ? [] : (identifying ?? []))]);
  return column => {
    if (column === target || column === group) return 'texts';
    return column === time || (!never.has(column) && (features?.includes(column) ?? true)) ? 'numbers' : undefined;
  };
}

function environmentOf(version: string): Environment {
  const electron = process.versions['electron'];
  return {
    lintel: version,
    runtime: electron === undefined ? `Node ${process.versions.node}` : `Electron ${electron} (Node ${process.versions.node})`,
    platform: `${process.platform} ${release()} ${arch()}`,
    processor: cpus()[0]?.model.trim() ?? '',
    cores: availableParallelism(),
    memoryBytes: totalmem(),
  };
}
