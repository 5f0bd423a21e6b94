import { count, number, percent, say, type Message } from '../core/message.ts';
import type { SourceFacts, Verdicts } from '../engine/review.ts';
import { wilsonInterval } from '../util/statistics/distances.ts';
import { displayWidth, shorten } from '../words/displayWidth.ts';
import { renderMessage } from '../words/render.ts';
import { makeVisible } from '../words/visible.ts';

/** What a review of one table came to. Names of sources are as they may be shown. */
export interface TableReview {
  readonly path: string;
  readonly sources: readonly SourceFacts[];
  /** More sources than were counted one by one. */
  readonly isCapped: boolean;
  /** Words of the list; 0 where there was none. */
  readonly words: number;
  /** Largest share of rows with such words that a source may have. */
  readonly limit: number;
  readonly sampled: number;
  readonly seed: number;
}

/** Sources whose share of rows with words of the list is over the limit. */
export const overLimit = ({ sources, limit, words }: Pick<TableReview, 'sources' | 'limit' | 'words'>): readonly SourceFacts[] =>
  (words === 0 ? [] : sources.filter(({ rows, hits }) => hits > rows * limit));

/** Sources that a terminal shows. */
const SHOWN = 50;
const WIDEST = 40;

/** For a terminal: a line a source. */
export function writeReview(review: TableReview, locale: string): string {
  const words = (message: Message): string => renderMessage(message, { locale });
  const { path, sources, isCapped, sampled, seed } = review;
  const rows = sources.reduce((sum, one) => sum + one.rows, 0);
  const shown = sources.slice(0, SHOWN).map(one => ({ name: shorten(makeVisible(one.source === '' ? words(say`no source`) : one.source), WIDEST), one }));
  const width = Math.max(...shown.map(({ name }) => displayWidth(name)), 0);
  return [
    `${path}: ${words(say`${count(rows, 'row')}, sources: ${number(sources.length)}`)}`,
    ...shown.map(({ name, one }) => `  ${name}${' '.repeat(width - displayWidth(name))}  ${words(lineOf(one, review))}`),
    ...(sources.length > SHOWN ? [`  ${words(say`and ${number(sources.length - SHOWN)} more sources`)}`] : []),
    ...(isCapped ? [`  ${words(say`There are more sources than are counted one by one; the rest counts as none`)}`] : []),
    ...(sampled > 0 ? [`  ${words(say`${count(sampled, 'row')} were drawn with the seed ${number(seed)}`)}`] : []),
    '',
  ].join('\n');
}

function lineOf({ rows, hits }: SourceFacts, { words, limit }: TableReview): Message {
  if (words === 0) return say`${count(rows, 'row')}`;
  const [low, high] = wilsonInterval(hits, rows);
  const share = say`${count(rows, 'row')}, ${number(hits)} with words of the list (${percent(hits / rows)}, 95 % interval ${percent(low)} to ${percent(high)})`;
  return hits > rows * limit ? say`${share}: over the limit of ${percent(limit)}` : share;
}

/** One JSON document. */
export const writeReviewJson = (review: TableReview): string => `${JSON.stringify({ ...review, over: overLimit(review).map(({ source }) => source) }, null, 2)}\n`;

/** What people made of a sample. */
export function writeVerdicts(path: string, verdicts: Verdicts, locale: string): string {
  const { passed, failed, open } = verdicts;
  const [low, high] = wilsonInterval(passed, passed + failed);
  const judged = passed + failed;
  const message = judged === 0 ? say`no row is judged, ${number(open)} are open`
    : say`${number(passed)} of ${count(judged, 'row')} passed (${percent(passed / judged)}, 95 % interval ${percent(low)} to ${percent(high)}), ${number(open)} are open`;
  return `${path}: ${renderMessage(message, { locale })}\n`;
}

export function writeVerdictsJson(path: string, { passed, failed, open }: Verdicts): string {
  const judged = passed + failed;
  return `${JSON.stringify({ path, passed, failed, open, ...(judged > 0 && { rate: passed / judged, interval: wilsonInterval(passed, judged) }) }, null, 2)}\n`;
}
