import { globs } from '../../config/globs.ts';
import type { Files } from '../../core/host.ts';
import { isRefusal } from '../../core/host.ts';
import type { Kernel } from '../../core/kernel.ts';
import { cellsOf } from '../../core/chunk.ts';
import type { Chunk } from '../../core/chunk.ts';
import { textOf } from '../../core/content.ts';
import { CELLS_ONLY } from '../../core/format.ts';
import type { EvaluationText } from '../../core/texts.ts';
import { RunHasher } from '../../util/text/runs.ts';
import type { RunSizes } from '../../util/text/runs.ts';
import { RunIndex } from '../../util/text/runIndex.ts';
import { fileNameOf } from '../../util/uri.ts';
import { discover } from '../discover.ts';
import { type Control, forEachChunk } from '../pass.ts';
import { formatOf } from '../registry.ts';
import { readHeader } from '../scan.ts';
import { openTable } from '../text/openTable.ts';

/**
 * Runs of 13 words are what GPT-3 was searched for (Brown et al. 2020, appendix C). Twenty characters of Chinese say about as much. Shorter texts are
 * looked for by runs of 8, of which all must be there.
 */
export const RUNS: RunSizes = { words: 13, characters: 20 };
export const SHORT_RUNS: RunSizes = { words: 8, characters: 12 };
/** Runs that more texts for evaluation share are of the words they are asked with. */
export const MOST_SHARED = 10;
/** Runs that are remembered: some 350 MB would be too much. */
const MOST_RUNS = 6_000_000;

/** Texts for evaluation, by their runs. */
export interface EvaluationIndex {
  readonly files: readonly string[];
  readonly texts: readonly EvaluationText[];
  readonly long: RunIndex;
  readonly short: RunIndex;
  /** Runs by text. */
  /** False where there are more than are remembered. */
  readonly complete: boolean;
  readonly totals: Uint32Array;
  readonly shortTotals: Uint32Array;
}

/** Which files have texts for evaluation: globs, seen from a folder. */
export interface EvaluationFiles {
  readonly folder: string;
  readonly patterns: readonly string[];
}

/** Reads texts for evaluation once for as long as their files stay as they are. */
export class Evaluations {
  #known: { readonly stamp: string; readonly index: EvaluationIndex } | undefined;

  /** Without the file at `uri`, which is what is held against them; `undefined` where there are none, or when cancelled. */
  async load({ folder, patterns }: EvaluationFiles, uri: string, files: Files, kernel: Kernel, control: Control): Promise<EvaluationIndex | undefined> {
    const matches = globs(folder, patterns);
    const [found, stamps]: [string[], string[]] = [[], []];
    for await (const one of discover(files, { root: folder, include: [], exclude: [], accepts: name => formatOf(name) !== undefined })) {
      if (!matches(one) || one === uri) continue;
      const facts = await files.stat(one);
      if (isRefusal(facts)) continue;
      found.push(one);
      stamps.push(`${one} ${facts.size}@${facts.modified}`);
    }
    const stamp = stamps.join('\n');
    if (found.length === 0) return undefined;
    if (this.#known?.stamp === stamp) return this.#known.index;
    const index = await readAllOf(found, files, kernel, control);
    if (index) this.#known = { stamp, index };
    return index;
  }
}

async function readAllOf(uris: readonly string[], files: Files, kernel: Kernel, { progress: _, ...control }: Control): Promise<EvaluationIndex | undefined> {
  const builder = new Builder();
  for (const uri of uris) {
    const file = await files.open(uri);
    const format = formatOf(fileNameOf(uri));
    if (isRefusal(file) || !format) continue;
    try {
      const opened = await openTable({ source: file, fileName: fileNameOf(uri), format, kernel, declared: {} });
      if ('unreadable' in opened) continue;
      const readable = { kernel, format, source: opened.text.source, reading: opened.reading };
      let line = (await readHeader(readable)).nextLine;
      const isWhole = await forEachChunk(format.reader(kernel, readable.source, readable.reading, undefined, CELLS_ONLY), control, chunk => {
        line = builder.add(uri, chunk, format.locator(chunk, line));
      });
      if (!isWhole) return undefined;
    } finally {
      await file.close();
    }
  }
  return builder.index(uris);
}

const encoder = new TextEncoder();

class Builder {
  readonly #long = new RunIndex();
  readonly #short = new RunIndex();
  readonly #texts: EvaluationText[] = [];
  readonly #runs = new RunHasher(RUNS);
  readonly #shortRuns = new RunHasher(SHORT_RUNS);

  /** Returns the line after the chunk. */
  add(uri: string, chunk: Chunk, locator: ReturnType<NonNullable<ReturnType<typeof formatOf>>['locator']>): number {
    for (let record = 0; record < chunk.records; record++) {
      const [from, to] = cellsOf(chunk, record);
      for (let cell = from; cell < to; cell++) {
        for (const text of textsOf(textOf(chunk, cell))) {
          if (this.#addText(text)) this.#texts.push({ uri, row: chunk.firstRecord + record + 1, range: locator.cell(cell) });
        }
      }
    }
    return locator.nextLine;
  }

  index(files: readonly string[]): EvaluationIndex {
    const { length } = this.#texts;
    return {
      files, texts: this.#texts, complete: this.#long.size < MOST_RUNS, long: this.#long, short: this.#short,
      totals: this.#long.totals(length, MOST_SHARED), shortTotals: this.#short.totals(length, MOST_SHARED),
    };
  }

  #addText(text: string): boolean {
    const bytes = encoder.encode(text);
    const id = this.#texts.length;
    if (this.#long.size >= MOST_RUNS) return false;
    let isLong = false;
    this.#runs.read(bytes, 0, bytes.length, false, (low, high) => {
      isLong = true;
      this.#long.add(low, high, id);
    });
    let isShort = false;
    if (!isLong) this.#shortRuns.read(bytes, 0, bytes.length, false, (low, high) => {
      isShort = true;
      this.#short.add(low, high, id);
    });
    return isLong || isShort;
  }
}

/** The texts of a cell: those within it where it is JSON. */
function textsOf(cell: string): readonly string[] {
  if (!/^\s*[[{]/.test(cell)) return [cell];
  try {
    const texts: string[] = [];
    JSON.parse(cell, (_, value: unknown) => {
      if (typeof value === 'string') texts.push(value);
      return value;
    });
    return texts;
  } catch {
    return [cell];
  }
}
