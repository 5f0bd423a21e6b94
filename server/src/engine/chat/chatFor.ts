import type { ChatView } from '../../core/chat.ts';
import { present } from '../../core/column.ts';
import type { Column } from '../../core/column.ts';
import { CELLS_ONLY } from '../../core/format.ts';
import type { Rule } from '../../core/rule.ts';
import { chatShapeOf } from '../../util/chat/shape.ts';
import type { Readable } from '../chunkIndex.ts';
import type { Control } from '../pass.ts';
import { forEachChunk } from '../pass.ts';
import { ChatMeasure } from './measure.ts';

/** What a table holds of training examples for a language model, by one further pass, where it holds any and a rule that is on asks for it. */
export async function chatFor(rules: readonly Rule[], columns: readonly Column[], { kernel, format, source, reading }: Readable, control: Control): Promise<ChatView | undefined> {
  const shape = rules.some(({ needs }) => needs.includes('chat')) ? chatShapeOf(columns.map(toShapeColumn)) : undefined;
  if (!shape) return undefined;
  const measure = new ChatMeasure(shape);
  const whole = await forEachChunk(format.reader(kernel, source, reading, undefined, CELLS_ONLY), control, chunk => measure.add(chunk));
  return whole ? measure.view() : undefined;
}

const toShapeColumn = (column: Column): Parameters<typeof chatShapeOf>[0][number] => ({
  index: column.index, name: column.name, texts: column.values.map(({ text }) => text), isText: 2 * column.summary.classes.text > present(column),
});
