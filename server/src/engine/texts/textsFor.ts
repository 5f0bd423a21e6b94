import { present } from '../../core/column.ts';
import type { Column } from '../../core/column.ts';
import type { Configuration } from '../../config/configuration.ts';
import { CELLS_ONLY } from '../../core/format.ts';
import type { Files } from '../../core/host.ts';
import type { Need, Rule, TableView } from '../../core/rule.ts';
import { chatFor, shapeIn } from '../chat/chatFor.ts';
import type { Readable } from '../chunkIndex.ts';
import { forEachChunk } from '../pass.ts';
import type { Control } from '../pass.ts';
import { isBlankRecord } from '../predicates.ts';
import type { Scan } from '../scan.ts';
import type { Evaluations } from './evaluation.ts';
import { ListedWordTally } from './listedWords.ts';
import { Overlaps } from './overlaps.ts';
import { PartTexts } from './partTexts.ts';
import type { TextColumn } from './partTexts.ts';

/** What texts are held against, and where that is read from. */
export interface TextsAgainst extends Control {
  readonly uri: string;
  readonly configuration: Configuration;
  readonly evaluations?: { readonly known: Evaluations; readonly files: Files } | undefined;
}

const OF_TEXTS: readonly Need[] = ['chat', 'evaluation', 'listed-words'];

type Found = Pick<TableView, 'chat' | 'overlaps' | 'listedWords'>;

/** What a table holds of training examples, and what its texts have to do with what the configuration names. */
export async function textsFor(
  columns: readonly Column[], { index, summary: { records } }: Scan, readable: Readable, rules: readonly Rule[], against: TextsAgainst,
): Promise<Found> {
  const wants = (need: Need): boolean => rules.some(({ needs }) => needs.includes(need));
  const shape = OF_TEXTS.some(wants) ? shapeIn(columns, readable.reading) : undefined;
  const chat = shape && wants('chat') ? await chatFor(shape, readable, { index, records }, against) : undefined;
  return against.cancellation?.cancelled ? {} : { chat, ...await heldAgainst(shape?.parts ?? columns.flatMap(textColumn), readable, wants, against) };
}

/** What the texts of a table share with texts for evaluation and with lists of words, by one further pass where the configuration names some. */
async function heldAgainst(texts: readonly TextColumn[], readable: Readable, wants: (need: Need) => boolean, against: TextsAgainst): Promise<Found> {
  const { configuration: { evaluation, words = [] }, evaluations, uri } = against;
  if (texts.length === 0) return {};
  const index = evaluation && evaluations && wants('evaluation') ? await evaluations.known.load(evaluation, uri, evaluations.files, readable.kernel, against) : undefined;
  const readers = [index && new Overlaps(index), words.length > 0 && wants('listed-words') ? new ListedWordTally(words) : undefined] as const;
  const [overlaps, listed] = readers;
  if (!overlaps && !listed) return {};
  const parts = new PartTexts(texts);
  await forEachChunk(readable.format.reader(readable.kernel, readable.source, readable.reading, undefined, CELLS_ONLY), against, chunk => {
    for (let record = 0; record < chunk.records; record++) {
      if (isBlankRecord(chunk, record)) continue;
      const row = chunk.firstRecord + record;
      readers.forEach(reader => reader?.begin());
      parts.visit(chunk, record, text => readers.forEach(reader => reader?.add(text, row)));
      overlaps?.end();
    }
  });
  return { ...(overlaps && { overlaps: overlaps.view() }), ...(listed && { listedWords: listed.view() }) };
}

/** Mean length in bytes from which on a column holds texts and not names. */
const LONG = 20;

const textColumn = (column: Column): readonly TextColumn[] =>
  (2 * column.summary.classes.text > present(column) && column.summary.length.mean >= LONG ? [{ column: column.index, form: 'text' }] : []);
