import { CELLS_ONLY } from '../../core/format.ts';
import type { Resume } from '../../core/format.ts';
import type { Readable } from '../chunkIndex.ts';
import { forEachChunk } from '../pass.ts';
import type { Control } from '../pass.ts';
import type { ChatMeasure } from './measure.ts';

/** Shows a measure all records, or those of a stretch. False when cancelled. */
export const measureRecords = (measure: ChatMeasure, { kernel, format, source, reading }: Readable, control: Control, from?: Resume): Promise<boolean> =>
  forEachChunk(format.reader(kernel, source, reading, from, CELLS_ONLY), control, chunk => measure.add(chunk));
