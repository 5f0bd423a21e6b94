import type { ChatShape, ChatTally, ChatView } from '../../core/chat.ts';
import { present } from '../../core/column.ts';
import type { Column } from '../../core/column.ts';
import type { Resume } from '../../core/format.ts';
import type { Reading } from '../../core/reading.ts';
import type { Scanner } from '../../core/scanner.ts';
import { chatShapeOf } from '../../util/chat/shape.ts';
import type { ChunkIndex, Readable } from '../chunkIndex.ts';
import { share } from '../parallelScan.ts';
import type { Control } from '../pass.ts';
import { ChatMeasure } from './measure.ts';
import { measureRecords } from './measureRecords.ts';

/** The only column of a corpus holds its texts, however short. */
export const shapeIn = (columns: readonly Column[], { isCorpus, header }: Reading): ChatShape | undefined =>
  (isCorpus && header.length === 1 ? CORPUS : chatShapeOf(columns.map(toShapeColumn)));
const CORPUS: ChatShape = { id: 'language-modelling', parts: [{ is: 'text', column: 0, form: 'text' }], speakerKey: 'role', companions: [] };

interface Table {
  readonly index: ChunkIndex;
  readonly records: number;
}

/** What a table of a shape holds of training examples for a language model, by one further pass. */
export async function chatFor(shape: ChatShape, readable: Readable, { index, records }: Table, control: Control): Promise<ChatView | undefined> {
  const hands = await readable.helpers?.() ?? [];
  try {
    const tallies = hands.length > 0 ? await measureTogether(hands, index.stretches(STRETCH), stretch => [stretch, shape, records], control) : undefined;
    const measure = new ChatMeasure(shape, records);
    if (tallies) for (const tally of tallies) measure.merge(tally);
    else if (!await measureRecords(measure, readable, control)) return undefined;
    return control.cancellation?.cancelled === true ? undefined : measure.view();
  } finally {
    hands.forEach(hand => hand.close());
  }
}

/** Bytes that a thread measures at a time: a tenth of a second, so that nobody waits who cancels. */
const STRETCH = 2 * 1024 * 1024;

/** `undefined` where a thread failed: one that does not start costs time, not findings. */
async function measureTogether(
  scanners: readonly Scanner[], stretches: readonly Resume[], task: (stretch: Resume) => Parameters<Scanner['measure']>, control: Control,
): Promise<readonly ChatTally[] | undefined> {
  try {
    return await share(stretches, scanners, control, async (scanner, stretch) => {
      const tally = await scanner.measure(...task(stretch));
      control.progress?.(stretch.offset + stretch.length);
      return tally;
    });
  } catch {
    return undefined;
  }
}

export const toShapeColumn = (column: Column): Parameters<typeof chatShapeOf>[0][number] => ({
  index: column.index, name: column.name, texts: column.values.map(({ text }) => text), isText: 2 * column.summary.classes.text > present(column),
});
