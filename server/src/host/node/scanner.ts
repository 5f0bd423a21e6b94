import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { Source } from '../../core/format.ts';
import type { Summarizer } from '../../core/kernel.ts';
import type { ScanJob } from '../../core/scanner.ts';
import type { Readable } from '../../engine/chunkIndex.ts';
import { HashList } from '../../engine/hashList.ts';
import { recordsOf, scanPart, summarizerOf } from '../../engine/scanPart.ts';
import { formats } from '../../formats/registry.generated.ts';
import { createKernel } from '../../kernel/kernel.ts';
import type { ScannerAnswer, ScannerData, ScannerTask } from './scannerMessages.ts';

/** The thread behind a `Scanner`: opens one file, answers tasks in order. It carries the formats and the kernel, and no rules. */
const port = parentPort;
if (port) {
  const { path, job }: ScannerData = workerData;
  const file = openSync(path, 'r');
  const readable = readableOf(file, job);
  const summarizer = summarizerOf(readable.kernel, readable.reading);
  let last: Promise<void> = Promise.resolve();
  port.on('message', (task: ScannerTask) => {
    last = last.then(async () => port.postMessage(await answer(task, readable, summarizer, job)));
  });
  port.on('close', () => closeSync(file));
}

function readableOf(file: number, { format: id, reading }: ScanJob): Readable {
  const format = formats.find(one => one.id === id);
  if (!format) throw new Error(`no format ${id}`);
  const source: Source = { size: fstatSync(file).size, read: (target, position) => Promise.resolve(readSync(file, target, 0, target.length, position)) };
  return { kernel: createKernel(), format, source, reading };
}

async function answer(task: ScannerTask, readable: Readable, summarizer: Summarizer, { rowHashes }: ScanJob): Promise<ScannerAnswer> {
  try {
    return { id: task.id, result: await perform(task, readable, summarizer, rowHashes) };
  } catch (cause) {
    return { id: task.id, failure: cause instanceof Error ? cause.message : String(cause) };
  }
}

async function perform(task: ScannerTask, readable: Readable, summarizer: Summarizer, rowHashes: boolean): Promise<ScannerAnswer['result']> {
  switch (task.do) {
    case 'survey': {
      const block = new Uint8Array(task.to - task.from);
      for (let filled = 0, came = -1; came !== 0 && filled < block.length; filled += came) {
        came = await readable.source.read(block.subarray(filled), task.from + filled);
      }
      return readable.kernel.survey(block, readable.reading.dialect);
    }
    case 'scan': {
      const hashes = rowHashes ? new HashList() : undefined;
      const part = await scanPart(readable, summarizer, hashes, {}, await recordsOf(task.stretch, readable));
      return part && { ...part, ...(hashes && { rowHashes: hashes.joined() }) };
    }
    case 'export': return summarizer.export().slice();
  }
}
