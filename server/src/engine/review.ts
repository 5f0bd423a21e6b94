import { textOf } from '../core/content.ts';
import { CELLS_ONLY } from '../core/format.ts';
import { mix } from '../util/mix.ts';
import { cellAt, type Readable } from './chunkIndex.ts';
import { type Control, forEachChunk } from './pass.ts';
import { isBlankRecord } from './predicates.ts';

/** What to look at in a corpus that people are to review. */
export interface ReviewPlan {
  readonly columns: readonly number[];
  /** Column whose values are the sources; the whole table is one source where left out. */
  readonly source: number | undefined;
  readonly hits: (text: string) => boolean;
  /** Rows of the sample, and the seed it is drawn by: the same rows every time. */
  readonly sample: number;
  readonly seed: number;
}

export interface ReviewFacts {
  /** Biggest first. */
  readonly sources: readonly SourceFacts[];
  /** Sources that were counted as one, because there were more than anybody keeps records of. */
  readonly isCapped: boolean;
  /** In the order of the table. */
  readonly sample: readonly SampledRow[];
}

/** Rows of one source, and those of them with a word of the list. */
export interface SourceFacts {
  readonly source: string;
  readonly rows: number;
  readonly hits: number;
}

export interface SampledRow {
  /** From 0. */
  readonly row: number;
  readonly texts: readonly string[];
}

const MOST_SOURCES = 10_000;

/** Reads a table once: counts hits by source and draws a sample, every set of rows with the same chance. `undefined` when cancelled. */
export async function reviewTable({ kernel, format, source, reading }: Readable, plan: ReviewPlan, control: Control): Promise<ReviewFacts | undefined> {
  const counts = new Map<string, { rows: number; hits: number }>();
  const sample = new Draw(plan.sample);
  const mayBeBlank = reading.header.length > 1;
  let row = -1;
  let isCapped = false;
  const finished = await forEachChunk(format.reader(kernel, source, reading, undefined, CELLS_ONLY), control, chunk => {
    for (let record = 0; record < chunk.records; record++) {
      row++;
      if (mayBeBlank && isBlankRecord(chunk, record)) continue;
      const texts = reading.header.map((_, column) => {
        const cell = cellAt(chunk, record, column);
        return cell === -1 ? '' : textOf(chunk, cell);
      });
      const named = plan.source === undefined ? '' : texts[plan.source] ?? '';
      const known = counts.has(named) || counts.size < MOST_SOURCES;
      isCapped ||= !known;
      const count = counts.get(known ? named : '') ?? { rows: 0, hits: 0 };
      count.rows++;
      if (plan.columns.some(column => plan.hits(texts[column] ?? ''))) count.hits++;
      counts.set(known ? named : '', count);
      // Mixed twice: samples of different seeds have nothing to do with each other.
      sample.offer(mix(mix(row, 1), mix(plan.seed, 2)), { row, texts });
    }
  });
  if (!finished) return undefined;
  const sources = [...counts].map(([name, count]) => ({ source: name, ...count })).sort((a, b) => b.rows - a.rows || (a.source < b.source ? -1 : 1));
  return { sources, isCapped, sample: sample.rows() };
}

/** Keeps the rows with the smallest marks: which these are depends on nothing but the seed. */
class Draw {
  readonly #size: number;
  #kept: { readonly mark: number; readonly sampled: SampledRow }[] = [];
  #highest = Infinity;

  constructor(size: number) {
    this.#size = size;
  }

  offer(mark: number, sampled: SampledRow): void {
    if (this.#size === 0 || mark > this.#highest) return;
    this.#kept.push({ mark, sampled });
    if (this.#kept.length >= 2 * this.#size) this.#prune();
  }

  rows(): readonly SampledRow[] {
    this.#prune();
    return this.#kept.map(({ sampled }) => sampled).sort((a, b) => a.row - b.row);
  }

  #prune(): void {
    this.#kept = this.#kept.sort((a, b) => a.mark - b.mark || a.sampled.row - b.sampled.row).slice(0, this.#size);
    if (this.#kept.length === this.#size) this.#highest = this.#kept.at(-1)?.mark ?? Infinity;
  }
}

/**
 * Whether a text holds a word of a list, in any case. A word of letters or digits that a space would set apart counts as a whole one, so that "cid" is not
 * found in "acid"; a Chinese, Japanese or Thai one counts wherever it stands.
 */
export function wordFinder(words: readonly string[]): (text: string) => boolean {
  const patterns = [...new Set(words.map(word => word.trim().normalize('NFKC')).filter(word => word !== ''))].map(word => {
    const literal = word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    return `${SPACED.test([...word][0] ?? '') ? '(?<![\\p{L}\\p{N}])' : ''}${literal}${SPACED.test([...word].at(-1) ?? '') ? '(?![\\p{L}\\p{N}])' : ''}`;
  });
  if (patterns.length === 0) return () => false;
  const pattern = new RegExp(patterns.join('|'), 'iu');
  return text => pattern.test(text.normalize('NFKC'));
}

/** Letters and digits of scripts that write spaces between words. */
const SPACED = /[\p{N}\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Hangul}\p{Script=Devanagari}]/u;

export interface Verdicts {
  readonly passed: number;
  readonly failed: number;
  /** Rows nobody has judged, or with a word that is no verdict. */
  readonly open: number;
}

/** Counts the words of a column of verdicts. */
export async function countVerdicts({ kernel, format, source, reading }: Readable, column: number, control: Control): Promise<Verdicts | undefined> {
  const counts = { passed: 0, failed: 0, open: 0 };
  const finished = await forEachChunk(format.reader(kernel, source, reading, undefined, CELLS_ONLY), control, chunk => {
    for (let record = 0; record < chunk.records; record++) {
      const cell = cellAt(chunk, record, column);
      const word = cell === -1 ? '' : textOf(chunk, cell).trim().toLowerCase();
      counts[PASSED.has(word) ? 'passed' : FAILED.has(word) ? 'failed' : 'open']++;
    }
  });
  return finished ? counts : undefined;
}

const PASSED: ReadonlySet<string> = new Set(['pass', 'passed', 'ok', 'yes', 'y', 'true', '1', '合格', '通过', '是']);
const FAILED: ReadonlySet<string> = new Set(['fail', 'failed', 'bad', 'no', 'n', 'false', '0', '不合格', '不通过', '未通过', '否']);
