import { textOf } from '../core/content.ts';
import type { Files, Refusal } from '../core/host.ts';
import { isRefusal } from '../core/host.ts';
import type { Kernel } from '../core/kernel.ts';
import { fileNameOf } from '../util/uri.ts';
import { isPackedName } from '../util/packed.ts';
import { cellAt } from './chunkIndex.ts';
import { type Snapshot, openSource } from './dataCheck.ts';
import type { Documents } from './documents.ts';
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
export async function readRows({ uri, bytes, format, checked }: Snapshot, rows: readonly number[], { documents, disk, kernel }: RowSurroundings): Promise<readonly RowTexts[] | Refusal> {
  const { layout, reading, table } = checked;
  if (!layout || !reading || !table) return [];
  const opened = await openSource(uri, documents.get(uri), { disk });
  if (isRefusal(opened)) return opened;
  try {
    const { source, isDocument, misread } = opened;
    if (source.size !== bytes) return { refused: 'changed', detail: fileNameOf(uri) };
    const text = format.inspect ? { source } : await openText(source, { packed: !isDocument && isPackedName(fileNameOf(uri)), isDocument, declared: reading.encoding, misread });
    if ('unreadable' in text) return { refused: 'changed', detail: fileNameOf(uri) };
    const found = new Map<number, RowTexts>();
    await layout.index.visitCells({ kernel, format, source: text.source, reading }, rows, (row, chunk, record) => {
      found.set(row, table.columns.map((_, column) => {
        const cell = cellAt(chunk, record, column);
        return cell === -1 ? null : textOf(chunk, cell);
      }));
    });
    return rows.map(row => found.get(row) ?? []);
  } finally {
    await opened.close();
  }
}
