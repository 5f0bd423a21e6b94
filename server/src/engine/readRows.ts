import { textOf } from '../core/content.ts';
import type { Files, Refusal } from '../core/host.ts';
import { isRefusal } from '../core/host.ts';
import { HEADER_ROW } from '../core/place.ts';
import type { Place, TextRange } from '../core/place.ts';
import type { Kernel } from '../core/kernel.ts';
import { fileNameOf } from '../util/uri.ts';
import { isPackedName } from '../util/packed.ts';
import { cellAt, type Readable } from './chunkIndex.ts';
import type { CellPlace } from './cellUnder.ts';
import { type Snapshot, openSource } from './dataCheck.ts';
import type { Documents } from './documents.ts';
import { NO_RANGE } from './findings.ts';
import { openText } from './text/openText.ts';

/** Where rows are read from. */
export interface RowSurroundings {
  readonly documents: Documents;
  readonly disk: Files;
  readonly kernel: Kernel;
}

/** Texts of the cells of some rows, by column; `null` where a row has no cell. */
export type RowTexts = readonly (string | null)[];

/**
 * Reads rows of a table that was checked: of a file as it is only the chunks that hold them, of a packed one what is before them too. A refusal where
 * the file is no longer the one that was checked.
 */
export async function readRows(snapshot: Snapshot, rows: readonly number[], surroundings: RowSurroundings): Promise<readonly RowTexts[] | Refusal> {
  const { layout, table } = snapshot.checked;
  if (!layout || !table) return [];
  return withReadable(snapshot, surroundings, async readable => {
    const found = new Map<number, RowTexts>();
    await layout.index.visitCells(readable, rows, (row, chunk, record) => {
      found.set(row, table.columns.map((_, column) => {
        const cell = cellAt(chunk, record, column);
        return cell === -1 ? null : textOf(chunk, cell);
      }));
    });
    return rows.map(row => found.get(row) ?? []);
  });
}

/** Where a cell or, without a column, a row stands in the text of a table that was checked; the file's start where it has no text. */
export async function locateCell(snapshot: Snapshot, { row, column }: CellPlace, surroundings: RowSurroundings): Promise<TextRange | Refusal> {
  const { layout } = snapshot.checked;
  if (!layout?.hasText) return NO_RANGE;
  if (row === HEADER_ROW) return layout.headers[column]?.range ?? NO_RANGE;
  const place: Place = column === -1 ? { at: 'row', row } : { at: 'cell', row, column };
  return withReadable(snapshot, surroundings, async readable => (await layout.index.locate(readable, [place])).get(place) ?? NO_RANGE);
}

/** Opens what was checked in the way it was read; a refusal where it is no longer that. */
export async function withReadable<T>(
  { uri, bytes, format, checked: { reading } }: Snapshot, { documents, disk, kernel }: RowSurroundings, use: (readable: Readable) => Promise<T>,
): Promise<T | Refusal> {
  if (!reading) return { refused: 'changed', detail: fileNameOf(uri) };
  const opened = await openSource(uri, documents.get(uri), { disk });
  if (isRefusal(opened)) return opened;
  try {
    const { source, isDocument, misread } = opened;
    if (source.size !== bytes) return { refused: 'changed', detail: fileNameOf(uri) };
    const text = format.inspect ? { source } : await openText(source, { packed: !isDocument && isPackedName(fileNameOf(uri)), isDocument, declared: reading.encoding, misread });
    if ('unreadable' in text) return { refused: 'changed', detail: fileNameOf(uri) };
    return await use({ kernel, format, source: text.source, reading });
  } finally {
    await opened.close();
  }
}
