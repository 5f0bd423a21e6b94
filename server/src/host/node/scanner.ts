import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import type { FileHandle, Refusal } from '../../core/host.ts';
import type { Source } from '../../core/format.ts';
import type { Summarizer } from '../../core/kernel.ts';
import type { Question } from '../../core/matches.ts';
import type { ScanJob } from '../../core/scanner.ts';
import { ChatMeasure } from '../../engine/chat/measure.ts';
import { measureRecords } from '../../engine/chat/measureRecords.ts';
import type { Readable } from '../../engine/chunkIndex.ts';
import { codeStretch } from '../../engine/codeColumns.ts';
import { HashList } from '../../engine/hashList.ts';
import type { StretchAnswers } from '../../engine/queries/stretchAnswers.ts';
import { recordsOf } from '../../engine/recordStart.ts';
import { readImage } from '../../engine/images/readImage.ts';
import { scanPart, summarizerOf } from '../../engine/scanPart.ts';
import { formats } from '../../formats/registry.generated.ts';
import { createKernel } from '../../kernel/kernel.ts';
import type { ScannerAnswer, ScannerData, ScannerTask } from './scannerMessages.ts';

/** The thread behind a `Scanner`: works on one file after another, answers tasks in order; and behind an `ImageReader`. It carries the formats, the kernel and the decoders, and no rules. */
const kernel = createKernel();
let open: OpenFile | undefined;
const port = parentPort;
if (port) {
  let last: Promise<void> = Promise.resolve();
  port.on('message', (task: ScannerTask) => {
    last = last.then(async () => {
      const reply = await answer(task);
      port.postMessage(reply, transfersOf(reply.result));
    });
  });
  port.on('close', close);
}

interface OpenFile {
  readonly file: number;
  readonly readable: Readable;
  readonly summarizer: Summarizer;
  readonly rowHashes: boolean;
  answers?: StretchAnswers;
}

function openFile({ path, job }: ScannerData): OpenFile {
  const file = openSync(path, 'r');
  const readable = readableOf(file, job);
  return { file, readable, summarizer: summarizerOf(kernel, readable.reading), rowHashes: job.rowHashes };
}

function close(): void {
  if (open) closeSync(open.file);
  open?.summarizer.dispose();
  open = undefined;
}

function readableOf(file: number, { format: id, reading }: ScanJob): Readable {
  const format = formats.find(one => one.id === id);
  if (!format) throw new Error(`no format ${id}`);
  const source: Source = { size: fstatSync(file).size, read: (target, position) => Promise.resolve(readSync(file, target, 0, target.length, position)) };
  return { kernel, format, source, reading };
}

/** Reading waits for the disk: a thread that decodes has nothing else to do. */
function handleOf(path: string): FileHandle | Refusal {
  try {
    const file = openSync(path, 'r');
    const facts = fstatSync(file);
    const close = (): Promise<void> => Promise.resolve(closeSync(file));
    if (!facts.isFile()) return close(), { refused: 'not-a-file', detail: 'not a file' };
    return { size: facts.size, read: (target, position) => Promise.resolve(readSync(file, target, 0, target.length, position)), close };
  } catch (cause) {
    return { refused: 'unreadable', detail: cause instanceof Error ? cause.message : '' };
  }
}

async function answer(task: ScannerTask): Promise<ScannerAnswer> {
  try {
    return { id: task.id, result: await perform(task) };
  } catch (cause) {
    return { id: task.id, failure: cause instanceof Error ? cause.message : String(cause) };
  }
}

async function perform(task: ScannerTask): Promise<ScannerAnswer['result']> {
  if (task.do === 'open' || task.do === 'close') {
    close();
    if (task.do === 'open') open = openFile(task.data);
    return undefined;
  }
  if (task.do === 'image') return readImage({ open: path => Promise.resolve(handleOf(path)) }, task.path, task.wants);
  if (!open) throw new Error('no file is open');
  const { readable, summarizer, rowHashes } = open;
  switch (task.do) {
    case 'scan': {
      const hashes = rowHashes ? new HashList() : undefined;
      const part = await scanPart(readable, summarizer, hashes, {}, await recordsOf(task.stretch, readable));
      return part && { ...part, ...(hashes && { rowHashes: hashes.joined() }) };
    }
    case 'code': return codeStretch(readable, summarizer, task.columns, await recordsOf(task.stretch, readable));
    case 'ask': return void (open.answers = await answersTo(task.questions, open));
    case 'answer': return open.answers?.answer(task.stretch, task.left);
    case 'export': return summarizer.export();
    case 'measure': {
      const measure = new ChatMeasure(task.shape, task.records);
      await measureRecords(measure, readable, {}, task.stretch);
      return measure.tally();
    }
  }
}

/** What looks for cells comes with all detectors: it is loaded by whoever needs it. */
async function answersTo(questions: readonly Question[], { readable, summarizer }: OpenFile): Promise<StretchAnswers> {
  const { StretchAnswers } = await import('../../engine/queries/stretchAnswers.ts');
  return new StretchAnswers(questions, readable, summarizer);
}

/** Long lists change hands instead of being copied. */
function transfersOf(result: ScannerAnswer['result']): readonly ArrayBuffer[] {
  if (result && 'irregular' in result) return result.columns.flatMap(({ codes, hashes, numbers }) => [codes.buffer, hashes.buffer, numbers.buffer]);
  const list = result instanceof Uint8Array ? result : result && 'rowHashes' in result ? result.rowHashes : undefined;
  return list?.buffer instanceof ArrayBuffer ? [list.buffer] : [];
}
